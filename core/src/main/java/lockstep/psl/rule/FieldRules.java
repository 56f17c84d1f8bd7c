package lockstep.psl.rule;

import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.BuiltInType;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.ScalarField;

/// What must hold of scalar fields.
final class FieldRules {
  private FieldRules() {}

  static void check(PslModel model, ScalarField field, RuleContext context) {
    typeIsKnownToAll(model, field, context);
    nameIsFree(model, field.name(), context);
    NativeTypeRules.check(model, field, context);
    DefaultRules.check(model, field, context);
    NativeTypeRules.hasNoWordOfItsOwn(model, field, context);
  }

  /// Clients know ids and unique criteria by their names, beside the fields.
  static void nameIsFree(PslModel model, String field, RuleContext context) {
    for (var index : model.indexes()) {
      if (index.isUnique() && isCalled(index.name(), field)) {
        reportTaken(model, field, "@@unique", context);
        break;
      }
    }
    if (model.primaryKey().isPresent() && isCalled(model.primaryKey().get().name(), field)) {
      reportTaken(model, field, "@@id", context);
    }
  }

  private static boolean isCalled(Optional<String> name, String field) {
    return name.isPresent() && name.get().equals(field);
  }

  private static void reportTaken(
      PslModel model, String field, String attribute, RuleContext context) {
    context
        .in(model)
        .report(
            PslCode.CLIENT_NAME_TAKEN,
            model.declaration().span(),
            "`%s` of `%s` is named `%s`, like a field.".formatted(attribute, model.name(), field),
            "Choose another `name`.");
  }

  private static void typeIsKnownToAll(PslModel model, ScalarField field, RuleContext context) {
    if (context.connector().isPostgres()) {
      return;
    }
    if (field.type().is(BuiltInType.DECIMAL)) {
      reportUnknownToSome(model, field, "Decimal", context);
    }
    if (field.type().is(BuiltInType.JSON) && field.isList()) {
      reportUnknownToSome(model, field, "Json[]", context);
    }
    if (field.isList()) {
      reportUnknownToSome(model, field, "list", context);
    }
  }

  private static void reportUnknownToSome(
      PslModel model, ScalarField field, String type, RuleContext context) {
    context
        .in(model)
        .report(
            PslCode.TYPE_NEEDS_DATASOURCE,
            field.declaration().span(),
            "The field `%s.%s` is a %s, which not every database can store."
                .formatted(model.name(), field.name(), type),
            "Add a datasource.");
  }
}
