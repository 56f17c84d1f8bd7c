package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ColumnDefinition;

/// A stored generated column that is added to a table with rows.
final class StoredGenerated implements Rule {
  @Override
  public LintCode code() {
    return LintCode.STORED_GENERATED;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.AddColumn.class)) {
      if (it.action().column().is(ColumnDefinition.Trait.STORED)) {
        findings.add(
            it.span(),
            "A stored generated column has all rows of `%s` written anew.".formatted(it.table()),
            "Make it `VIRTUAL` (PostgreSQL 18), or fill a plain column by a trigger.");
      }
    }
  }
}
