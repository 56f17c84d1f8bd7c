package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// A change of collation, for which indexes are built anew.
final class CollationRebuilds implements Rule {
  @Override
  public LintCode code() {
    return LintCode.COLLATION_REBUILDS;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.SetType.class)) {
      if (it.action().isCollated()) {
        findings.add(
            it.span(),
            "With another collation, every index on `%s.%s` is built anew under an exclusive lock."
                .formatted(it.table(), it.action().column()),
            "Name the collation in an index built concurrently, or in the queries.");
      }
    }
  }
}
