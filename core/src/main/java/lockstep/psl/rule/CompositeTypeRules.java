package lockstep.psl.rule;

import lockstep.psl.PslCode;

/// What must hold of composite types.
final class CompositeTypeRules {
  private CompositeTypeRules() {}

  static void thereAreNone(RuleContext context) {
    for (var type : context.schema().compositeTypes()) {
      context
          .findings()
          .in(type.file())
          .report(
              PslCode.COMPOSITE_TYPE,
              type.block().span(),
              "`%s` is a composite type, which PostgreSQL does not have."
                  .formatted(type.block().name()),
              "Use a model with a relation, or a field of type `Json`.");
    }
  }
}
