package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// A trigger that is switched off.
final class TriggerDisabled implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TRIGGER_DISABLED;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.DisableTrigger.class)) {
      findings.add(
          it.span(),
          it.action()
              .trigger()
              .map(name -> "The trigger `%s` of `%s` no longer runs.".formatted(name, it.table()))
              .orElse("No trigger of `%s` runs any more.".formatted(it.table())),
          "Drop the trigger if it is not wanted, or make the function know when to do nothing.");
    }
  }
}
