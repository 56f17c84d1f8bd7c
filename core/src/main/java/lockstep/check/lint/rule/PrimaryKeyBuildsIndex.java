package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.TableConstraint;

/// A primary key that is added to a table without an index made ready for it.
final class PrimaryKeyBuildsIndex implements Rule {
  @Override
  public LintCode code() {
    return LintCode.PRIMARY_KEY_BUILDS_INDEX;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.newConstraints(TableConstraint.Kind.PRIMARY_KEY)) {
      if (it.constraint().index().isEmpty() && !Redefined.isPrimaryKey(step, it.table())) {
        findings.add(
            it.span(),
            "The primary key's index is built while nobody can read or write `%s`."
                .formatted(it.table()),
            "Build a unique index concurrently, then `ADD PRIMARY KEY USING INDEX`.");
      }
    }
  }
}
