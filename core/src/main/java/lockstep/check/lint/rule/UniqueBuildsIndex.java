package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.TableConstraint;

/// A unique constraint that is added without an index made ready for it.
final class UniqueBuildsIndex implements Rule {
  @Override
  public LintCode code() {
    return LintCode.UNIQUE_BUILDS_INDEX;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.newConstraints(TableConstraint.Kind.UNIQUE)) {
      if (it.constraint().index().isEmpty()) {
        findings.add(
            it.span(),
            "The unique constraint's index is built while nobody can read or write `%s`."
                .formatted(it.table()),
            "Build a unique index concurrently, then `ADD CONSTRAINT … UNIQUE USING INDEX`.");
      }
    }
  }
}
