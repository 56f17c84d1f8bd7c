package lockstep.psl.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lockstep.mapping.Mapping.RelationMode;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.ModelIndex;
import lockstep.psl.analysis.PrimaryKey;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.ReferentialActions;
import lockstep.psl.analysis.RelationField;
import lockstep.schema.Constraint.ReferentialAction;

/// What must hold of each relation field.
final class RelationFieldRules {
  private final RuleContext context;
  private final Map<Ends, List<RelationField>> byEnds = new HashMap<>();

  RelationFieldRules(RuleContext context) {
    this.context = context;
    for (var model : context.schema().models().values()) {
      for (var field : model.relations().values()) {
        byEnds.computeIfAbsent(Ends.of(field), _ -> new ArrayList<>()).add(field);
      }
    }
  }

  /// What several fields of one model must not have in common.
  private record Ends(String model, String target, String relation) {
    static Ends of(RelationField field) {
      return new Ends(field.model(), field.target(), field.effectiveName());
    }
  }

  /// Returns whether it can be said which relation a field belongs to; reports if not.
  boolean isUnambiguous(RelationField field) {
    var alike = byEnds.get(Ends.of(field));
    var isPairOfOneModel =
        field.isSelfRelation() && alike.size() == 2 && field.relationName().isPresent();
    if (alike.size() == 1 || isPairOfOneModel) {
      return true;
    }
    var names = RuleContext.list(alike.stream().map(RelationField::name).toList());
    context.report(
        PslCode.AMBIGUOUS_RELATION,
        field,
        field.relationName().isPresent()
            ? "The fields %s of the model `%s` have the same relation name."
                .formatted(names, field.model())
            : "The fields %s of the model `%s` all refer to `%s`."
                .formatted(names, field.model(), field.target()),
        advice(field, alike.size()));
    return false;
  }

  private static String advice(RelationField field, int count) {
    if (field.isSelfRelation() && count == 2) {
      return "If they are two ends of one relation, give both the same name: `@relation(\"…\")`.";
    }
    return "Name each relation, at both of its ends: `@relation(\"…\")`.";
  }

  void check(RelationField field) {
    FieldRules.nameIsFree(context.model(field.model()), field.name(), context);
    isIgnoredWithItsTarget(field);
    actionsAreKnown(field);
    nameFits(field);
    hasAnIndex(field);
  }

  private void isIgnoredWithItsTarget(RelationField field) {
    if (context.model(field.target()).isIgnored()
        && !field.isIgnored()
        && !context.model(field.model()).isIgnored()) {
      context.report(
          PslCode.RELATION_TO_IGNORED,
          field,
          "The field `%s.%s` reaches the model `%s`, which is ignored."
              .formatted(field.model(), field.name(), field.target()),
          "Mark the field `@ignore`.");
    }
  }

  private void actionsAreKnown(RelationField field) {
    field.onDelete().ifPresent(it -> actionIsKnown(field, "onDelete", it));
    field.onUpdate().ifPresent(it -> actionIsKnown(field, "onUpdate", it));
  }

  private void actionIsKnown(RelationField field, String argument, RelationField.Action action) {
    var mode = context.configuration().relationMode();
    if (context.connector().knows(action.action(), mode)) {
      return;
    }
    var span =
        field
            .attribute()
            .flatMap(it -> it.argument(argument))
            .map(it -> it.span())
            .orElse(field.declaration().span());
    var known =
        Stream.of(ReferentialAction.values())
            .filter(it -> context.connector().knows(it, mode))
            .map(ReferentialActions::word)
            .toList();
    context.report(
        PslCode.UNSUPPORTED_REFERENTIAL_ACTION,
        field,
        span,
        "With `relationMode = \"prisma\"` there is no action `%s`."
            .formatted(ReferentialActions.word(action.action())),
        "Use one of %s.".formatted(RuleContext.list(known)));
  }

  private void nameFits(RelationField field) {
    if (field.mappedName().isEmpty() || field.attribute().isEmpty()) {
      return;
    }
    if (!context.connector().isPostgres()) {
      context.report(
          PslCode.UNSUPPORTED_NAME,
          field,
          field.attribute().get().span(),
          "This foreign key has a name, which not every database can give it.",
          "Add a datasource.");
    } else if (!context.connector().fits(field.mappedName().get())) {
      ConstraintNameRules.reportTooLong(
          context.model(field.model()), field.attribute().get(), field.mappedName().get(), context);
    }
  }

  /// Databases look references up by the index that clients rely on when they keep them whole.
  private void hasAnIndex(RelationField field) {
    if (context.configuration().relationMode() != RelationMode.CLIENT || field.fields().isEmpty()) {
      return;
    }
    var model = context.model(field.model());
    var fields = field.fields().get();
    var isIndexed =
        Stream.concat(
                model.indexes().stream().map(ModelIndex::fieldNames),
                model.primaryKey().stream().map(PrimaryKey::fieldNames))
            .anyMatch(it -> startsWith(it, fields));
    if (!isIndexed) {
      reportMissingIndex(field, model);
    }
  }

  private void reportMissingIndex(RelationField field, PslModel model) {
    var span = field.attribute().map(it -> it.span()).orElse(field.declaration().span());
    context
        .in(model)
        .report(
            PslCode.REFERENCE_WITHOUT_INDEX,
            span,
            "With `relationMode = \"prisma\"` clients look up `%s` by these fields, and no index of"
                    .formatted(model.name())
                + " the model starts with them.",
            "Add `@@index([%s])`.".formatted(String.join(", ", field.fields().get())));
  }

  private static boolean startsWith(List<String> list, List<String> start) {
    return list.size() >= start.size() && list.subList(0, start.size()).equals(start);
  }
}
