package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.TableConstraint;

/// A primary key that is dropped and added again.
final class PrimaryKeyRedefined implements Rule {
  @Override
  public LintCode code() {
    return LintCode.PRIMARY_KEY_REDEFINED;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.newConstraints(TableConstraint.Kind.PRIMARY_KEY)) {
      if (it.constraint().index().isEmpty() && Redefined.isPrimaryKey(step, it.table())) {
        findings.add(
            it.span(),
            "The primary key of `%s` is replaced, and its index built while nobody can read or write."
                .formatted(it.table()),
            "Build a unique index concurrently first, and name it by `USING INDEX`.");
      }
    }
  }
}
