package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.OutsideTransaction;
import lockstep.check.lint.script.Step;

/// A script that fails half-way and leaves what it did.
final class HalfApplied implements Rule {
  @Override
  public LintCode code() {
    return LintCode.HALF_APPLIED;
  }

  @Override
  public boolean isSaidOnce() {
    return true;
  }

  @Override
  public void check(Step step, Findings findings) {
    var isApart =
        OutsideTransaction.mustRun(step.statement()) && !step.script().runner().wrapsScript();
    var hasOthers =
        step.script().statements().stream()
            .anyMatch(it -> OutsideTransaction.changesSomething(it.statement()));
    if (isApart && hasOthers) {
      findings.add(
          step.span(),
          "If this fails, what stands before it in the script is done, and what follows is not.",
          "Put it into a script of its own.");
    }
  }
}
