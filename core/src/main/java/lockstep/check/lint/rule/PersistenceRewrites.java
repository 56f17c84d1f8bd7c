package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// `SET LOGGED` and `SET UNLOGGED`.
final class PersistenceRewrites implements Rule {
  @Override
  public LintCode code() {
    return LintCode.PERSISTENCE_REWRITES;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.SetPersistence.class)) {
      findings.add(
          it.span(),
          "All rows of `%s` are written anew while nobody can read or write.".formatted(it.table()),
          "Make a new table of that kind and move the rows over.");
    }
  }
}
