package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;

/// A transaction that nothing ends.
final class TransactionLeftOpen implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TRANSACTION_LEFT_OPEN;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Begin) {
      var isEnded =
          step.after().stream()
              .anyMatch(
                  it ->
                      it.statement() instanceof Statement.Commit
                          || it.statement() instanceof Statement.Rollback);
      if (!isEnded) {
        findings.add(
            step.span(),
            "The script begins a transaction that it does not end, so that all of it is undone.",
            "Add the `COMMIT`.");
      }
    }
  }
}
