package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;

/// `LOCK TABLE` in a mode that keeps writers out.
final class LockTaken implements Rule {
  @Override
  public LintCode code() {
    return LintCode.LOCK_TAKEN;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.LockTable it && Work.blocksWriters(it)) {
      var whom = it.mode().equals("access exclusive") ? "read or write" : "write";
      it.tables().stream()
          .filter(step::isOld)
          .forEach(
              table ->
                  findings.add(
                      step.span(),
                      "Nobody can %s `%s` until the transaction ends.".formatted(whom, table),
                      "Leave the lock to the statement that needs it, or take a weaker one for a"
                          + " moment."));
    }
  }
}
