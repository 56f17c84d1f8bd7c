package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// A column that is renamed while code uses it.
final class ColumnRenamed implements Rule {
  @Override
  public LintCode code() {
    return LintCode.COLUMN_RENAMED;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.RenameColumn.class)) {
      if (!step.known().isNew(it.table(), it.action().column())) {
        findings.add(
            it.span(),
            "Code that is running knows `%s.%s`, and no `%s`."
                .formatted(it.table(), it.action().column(), it.action().to()),
            "Keep the column's name and map the new one in the model; or add the new column, write both,"
                + " fill the old rows, read the new one, and drop the old one last.");
      }
    }
  }
}
