package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// A column that is dropped from a table that was there before.
final class ColumnDropped implements Rule {
  @Override
  public LintCode code() {
    return LintCode.COLUMN_DROPPED;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.DropColumn.class)) {
      if (!step.known().isNew(it.table(), it.action().column())) {
        findings.add(
            it.span(),
            "The column `%s.%s` is dropped with its values."
                .formatted(it.table(), it.action().column()),
            "Release code that no longer reads it, then drop it and waive this with the reason.");
      }
    }
  }
}
