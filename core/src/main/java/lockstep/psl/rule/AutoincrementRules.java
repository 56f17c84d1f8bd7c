package lockstep.psl.rule;

import java.util.List;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.DefaultValue;
import lockstep.psl.analysis.ModelIndex;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.ScalarField;

/// What must hold of `autoincrement()` where nobody says which database it is; PostgreSQL takes it
/// everywhere.
final class AutoincrementRules {
  private AutoincrementRules() {}

  static void check(PslModel model, RuleContext context) {
    if (context.connector().isPostgres()) {
      return;
    }
    var fields = model.scalars().values().stream().filter(AutoincrementRules::counts).toList();
    if (fields.size() > 1) {
      context
          .in(model)
          .report(
              PslCode.INVALID_AUTOINCREMENT,
              model.declaration().span(),
              "Several fields of `%s` count upwards, which not every database can do."
                  .formatted(model.name()),
              "Add a datasource.");
    }
    for (var field : fields) {
      isTheId(model, field, context);
      isIndexed(model, field, context);
    }
  }

  private static boolean counts(ScalarField field) {
    return field
        .defaultValue()
        .filter(it -> it.value() instanceof DefaultValue.Autoincrement)
        .isPresent();
  }

  private static void isTheId(PslModel model, ScalarField field, RuleContext context) {
    var isId =
        model.primaryKey().filter(it -> it.fieldNames().equals(List.of(field.name()))).isPresent();
    if (!isId) {
      report(model, field, "is not the id", context);
    }
  }

  private static void isIndexed(PslModel model, ScalarField field, RuleContext context) {
    var isIndexed =
        model.indexes().stream()
                .map(ModelIndex::fieldNames)
                .anyMatch(it -> !it.isEmpty() && it.getFirst().equals(field.name()))
            || model
                .primaryKey()
                .filter(it -> it.fieldNames().getFirst().equals(field.name()))
                .isPresent();
    if (!isIndexed) {
      report(model, field, "has no index", context);
    }
  }

  private static void report(PslModel model, ScalarField field, String fact, RuleContext context) {
    context
        .in(model)
        .report(
            PslCode.INVALID_AUTOINCREMENT,
            field.declaration().span(),
            "The field `%s` counts upwards and %s, which not every database can do."
                .formatted(field.name(), fact),
            "Add a datasource.");
  }
}
