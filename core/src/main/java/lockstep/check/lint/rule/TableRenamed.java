package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.Statement;

/// A table that is renamed while code uses it.
final class TableRenamed implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TABLE_RENAMED;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.RenameTable.class)) {
      var isBridged =
          step.after().stream()
              .anyMatch(
                  later ->
                      later.statement() instanceof Statement.CreateView view
                          && step.isSame(view.name(), it.table()));
      if (!isBridged) {
        findings.add(
            it.span(),
            "Code that is running knows the table `%s`, and no `%s`."
                .formatted(it.table(), it.action().to()),
            "Make a view of the old name in the same transaction, until no release uses it.");
      }
    }
    for (var it : step.changes(Action.SetSchema.class)) {
      findings.add(
          it.span(),
          "Code that is running looks for `%s` where it was.".formatted(it.table()),
          "Make a view in the old place in the same transaction, until no release uses it.");
    }
  }
}
