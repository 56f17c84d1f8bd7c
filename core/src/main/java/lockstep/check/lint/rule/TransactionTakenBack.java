package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;

/// A script that undoes what it did.
final class TransactionTakenBack implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TRANSACTION_TAKEN_BACK;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Rollback) {
      findings.add(
          step.span(),
          "`ROLLBACK` takes back what the script did before it, and whoever runs it takes that for"
              + " done.",
          "Leave it out, with what it is to take back.");
    }
  }
}
