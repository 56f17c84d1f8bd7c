package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;

/// `BEGIN` or `COMMIT` in a file that its runner wraps.
final class TransactionInWrappedFile implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TRANSACTION_IN_WRAPPED_FILE;
  }

  @Override
  public boolean isSaidOnce() {
    return true;
  }

  @Override
  public void check(Step step, Findings findings) {
    var isControl =
        step.statement() instanceof Statement.Begin
            || step.statement() instanceof Statement.Commit
            || step.statement() instanceof Statement.Rollback;
    if (isControl && step.script().runner().wrapsScript()) {
      findings.add(
          step.span(),
          "%s runs the file as one transaction, which this takes out of its hands."
              .formatted(step.script().runner().title()),
          "Leave transactions to the runner, or split the file.");
    }
  }
}
