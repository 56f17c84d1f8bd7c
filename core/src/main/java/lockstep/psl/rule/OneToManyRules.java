package lockstep.psl.rule;

import lockstep.psl.PslCode;
import lockstep.psl.analysis.Relation;
import lockstep.psl.analysis.RelationField;

/// What must hold of relations between one row and many.
final class OneToManyRules {
  private final Relation.Inline relation;
  private final RuleContext context;

  OneToManyRules(Relation.Inline relation, RuleContext context) {
    this.relation = relation;
    this.context = context;
  }

  void check() {
    if (relation.forward().isEmpty() || relation.back().isEmpty()) {
      relation
          .forward()
          .or(relation::back)
          .ifPresent(it -> RelationSides.reportMissingOpposite(it, context));
      return;
    }
    var forward = relation.forward().get();
    var back = relation.back().get();
    forwardSideIsWhole(forward);
    backSideIsBare(forward, back);
    actionsStandForward(forward, back);
  }

  private void forwardSideIsWhole(RelationField forward) {
    if (RelationSides.isEmpty(forward.fields())) {
      reportMissing(forward, "fields");
    }
    if (RelationSides.isEmpty(forward.references())) {
      reportMissing(forward, "references");
    }
  }

  private void reportMissing(RelationField forward, String argument) {
    context.report(
        PslCode.MISSING_RELATION_ARGUMENT,
        forward,
        "The relation `%s.%s` lacks its argument `%s`."
            .formatted(forward.model(), forward.name(), argument),
        "Write `@relation(fields: […], references: […])`: which fields refer to which.");
  }

  private void backSideIsBare(RelationField forward, RelationField back) {
    if (!RelationSides.isEmpty(back.fields()) || !RelationSides.isEmpty(back.references())) {
      RelationSides.reportMisplaced(back, forward, "`fields` and `references`", context);
    }
  }

  private void actionsStandForward(RelationField forward, RelationField back) {
    if (back.onDelete().isPresent() || back.onUpdate().isPresent()) {
      RelationSides.reportMisplaced(back, forward, "`onDelete` and `onUpdate`", context);
    }
  }
}
