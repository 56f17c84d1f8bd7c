package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Runner;
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
    if (isControl && step.script().runner() == Runner.FLYWAY) {
      findings.add(
          step.span(),
          "Flyway runs the file as one transaction, which this takes out of its hands.",
          "Leave transactions to the runner, or split the file.");
    }
  }
}
