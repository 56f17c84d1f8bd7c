package lockstep.psl.rule;

import java.util.List;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.IndexField;
import lockstep.psl.analysis.Relation;
import lockstep.psl.analysis.RelationField;

/// What must hold of relations between one row and one.
final class OneToOneRules {
  private final Relation.Inline relation;
  private final RuleContext context;

  OneToOneRules(Relation.Inline relation, RuleContext context) {
    this.relation = relation;
    this.context = context;
  }

  void check() {
    var forward = relation.forward().orElseThrow();
    if (relation.back().isEmpty()) {
      RelationSides.reportMissingOpposite(forward, context);
      fieldsAreUnique(forward);
      return;
    }
    var back = relation.back().get();
    oneSideIsWhole(forward, back);
    onlyOneSideIsWhole(forward, back);
    actionsStandForward(forward, back);
    fieldsAreUnique(forward);
    sidesAreNotMixedUp(forward, back);
    backSideIsOptional(forward, back);
    requiredSideHoldsTheReference(forward, back);
  }

  private void oneSideIsWhole(RelationField forward, RelationField back) {
    if (RelationSides.isEmpty(forward.fields()) && RelationSides.isEmpty(back.fields())) {
      reportMissing(forward, back, "fields");
    }
    if (RelationSides.isEmpty(forward.references()) && RelationSides.isEmpty(back.references())) {
      reportMissing(forward, back, "references");
    }
  }

  private void reportMissing(RelationField forward, RelationField back, String argument) {
    for (var field : List.of(forward, back)) {
      context.report(
          PslCode.MISSING_RELATION_ARGUMENT,
          field,
          "Neither `%s.%s` nor `%s.%s` has the argument `%s`."
              .formatted(forward.model(), forward.name(), back.model(), back.name(), argument),
          "Write `@relation(fields: […], references: […])` at the end whose table holds the"
              + " reference.");
    }
  }

  private void onlyOneSideIsWhole(RelationField forward, RelationField back) {
    if (!RelationSides.isEmpty(forward.references()) && !RelationSides.isEmpty(back.references())) {
      RelationSides.reportBoth(forward, back, "`references`", context);
    }
    if (!RelationSides.isEmpty(forward.fields()) && !RelationSides.isEmpty(back.fields())) {
      RelationSides.reportBoth(forward, back, "`fields`", context);
    }
  }

  private void actionsStandForward(RelationField forward, RelationField back) {
    if (!hasActions(back)) {
      return;
    }
    if (hasActions(forward)) {
      RelationSides.reportBoth(forward, back, "`onDelete` or `onUpdate`", context);
    } else {
      RelationSides.reportMisplaced(back, forward, "`onDelete` and `onUpdate`", context);
    }
  }

  private static boolean hasActions(RelationField field) {
    return field.onDelete().isPresent() || field.onUpdate().isPresent();
  }

  private void fieldsAreUnique(RelationField forward) {
    if (forward.fields().isEmpty()) {
      return;
    }
    var fields = forward.fields().get();
    var isUnique =
        context.model(forward.model()).uniqueCriteria().stream()
            .anyMatch(it -> it.stream().map(IndexField::name).toList().equals(fields));
    if (!isUnique) {
      context.report(
          PslCode.ONE_TO_ONE_NOT_UNIQUE,
          forward,
          "Several rows of `%s` could refer to the same row of `%s`."
              .formatted(forward.model(), forward.target()),
          fields.size() == 1
              ? "Mark the field `%s` as `@unique`, or make the other end a list."
                  .formatted(fields.getFirst())
              : "Add `@@unique([%s])`, or make the other end a list."
                  .formatted(String.join(", ", fields)));
    }
  }

  /// Together with something else that is wrong this would only repeat it.
  private void sidesAreNotMixedUp(RelationField forward, RelationField back) {
    if (context.findings().hasErrors()) {
      return;
    }
    if (!RelationSides.isEmpty(forward.fields()) && !RelationSides.isEmpty(back.references())) {
      reportMixedUp(forward, forward, back);
      reportMixedUp(back, forward, back);
    }
    if (!RelationSides.isEmpty(forward.references()) && !RelationSides.isEmpty(back.fields())) {
      reportMixedUp(forward, back, forward);
    }
  }

  private void reportMixedUp(RelationField at, RelationField fields, RelationField references) {
    context.report(
        PslCode.MISPLACED_RELATION_ARGUMENT,
        at,
        "`fields` stands at `%s.%s`, but `references` at `%s.%s`."
            .formatted(fields.model(), fields.name(), references.model(), references.name()),
        "Put both at the end whose table holds the reference.");
  }

  private void backSideIsOptional(RelationField forward, RelationField back) {
    if (!context.findings().hasErrors() && back.isRequired()) {
      context.report(
          PslCode.REQUIRED_ON_BOTH_SIDES,
          back,
          "The relation `%s.%s` is required, which no database can see to: the reference is in the"
                  .formatted(back.model(), back.name())
              + " other table.",
          "Write `%s?`.".formatted(forward.model()));
    }
  }

  private void requiredSideHoldsTheReference(RelationField forward, RelationField back) {
    if (!context.findings().hasErrors()
        && forward.isRequired()
        && (back.fields().isPresent() || back.references().isPresent())) {
      RelationSides.reportMisplaced(back, forward, "`fields` and `references`", context);
    }
  }
}
