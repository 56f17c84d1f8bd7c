package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;

/// A strong lock without a limit to the wait for it.
final class NoLockTimeout implements Rule {
  @Override
  public LintCode code() {
    return LintCode.NO_LOCK_TIMEOUT;
  }

  @Override
  public boolean isSaidOnce() {
    return true;
  }

  @Override
  public void check(Step step, Findings findings) {
    var locked = Work.locked(step.statement(), step.known());
    var isLimited =
        locked.isPresent()
            && step.before().stream()
                .anyMatch(
                    it ->
                        it.statement() instanceof Statement.SetParameter set
                            && set.name().equals("lock_timeout"));
    if (!isLimited) {
      locked.ifPresent(
          table ->
              findings.add(
                  step.span(),
                  "This waits for everything that uses `%s`, with no limit, and others wait behind."
                      .formatted(table),
                  "Put `SET lock_timeout = '3s';` in front, and try again where it runs out."));
    }
  }
}
