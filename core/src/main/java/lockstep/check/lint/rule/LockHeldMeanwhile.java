package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;

/// A slow statement in a transaction that holds a strong lock.
final class LockHeldMeanwhile implements Rule {
  @Override
  public LintCode code() {
    return LintCode.LOCK_HELD_MEANWHILE;
  }

  @Override
  public boolean isSaidOnce() {
    return true;
  }

  @Override
  public void check(Step step, Findings findings) {
    var slow = Work.passes(step.statement(), step.known());
    if (slow.isPresent()) {
      step.beforeInTransaction().stream()
          .flatMap(it -> Work.locked(it.statement(), step.known()).stream())
          .findFirst()
          .ifPresent(
              table ->
                  findings.add(
                      step.span(),
                      "This goes over all rows of `%s` while the transaction holds its lock on `%s`."
                          .formatted(slow.get(), table),
                      "Put the slow statement into a transaction of its own, in the next script."));
    }
  }
}
