package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;

/// A pass over all rows without a limit to its time.
final class NoStatementTimeout implements Rule {
  @Override
  public LintCode code() {
    return LintCode.NO_STATEMENT_TIMEOUT;
  }

  @Override
  public boolean isSaidOnce() {
    return true;
  }

  @Override
  public void check(Step step, Findings findings) {
    var passed = Work.passes(step.statement(), step.known());
    var isLimited =
        passed.isPresent()
            && step.before().stream()
                .anyMatch(
                    it ->
                        it.statement() instanceof Statement.SetParameter set
                            && set.name().equals("statement_timeout"));
    if (!isLimited) {
      passed.ifPresent(
          table ->
              findings.add(
                  step.span(),
                  "This goes over all rows of `%s` with no limit to its time.".formatted(table),
                  "Put a `SET statement_timeout` in front that the service can bear."));
    }
  }
}
