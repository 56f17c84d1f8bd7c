package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ColumnDefinition;

/// An identity or serial column that is added to a table with rows.
final class NumberedColumn implements Rule {
  @Override
  public LintCode code() {
    return LintCode.NUMBERED_COLUMN;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.AddColumn.class)) {
      var column = it.action().column();
      if (column.is(ColumnDefinition.Trait.IDENTITY) || column.type().isSerial()) {
        findings.add(
            it.span(),
            "All rows of `%s` are written anew to get a number each.".formatted(it.table()),
            "Add a plain column, fill it in batches, then make it an identity.");
      }
    }
  }
}
