package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// A new column that takes no NULL and has no default.
final class RequiredColumn implements Rule {
  @Override
  public LintCode code() {
    return LintCode.REQUIRED_COLUMN;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.AddColumn.class)) {
      var column = it.action().column();
      if (column.isRequired() && !column.hasValue()) {
        findings.add(
            it.span(),
            "`%s.%s` needs a value that neither the rows nor running code have."
                .formatted(it.table(), column.name()),
            "Give it a default, or add it nullable and set it NOT NULL when all rows have a value.");
      }
    }
  }
}
