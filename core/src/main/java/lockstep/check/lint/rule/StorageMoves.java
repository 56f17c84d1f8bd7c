package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// `SET TABLESPACE` and `SET ACCESS METHOD`.
final class StorageMoves implements Rule {
  @Override
  public LintCode code() {
    return LintCode.STORAGE_MOVES;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.SetStorage.class)) {
      findings.add(
          it.span(),
          "To change its %s, `%s` is copied while nobody can read or write it."
              .formatted(it.action().what(), it.table()),
          "Do it in a maintenance window, or move the rows into a new table.");
    }
  }
}
