package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;

/// A trigger that is created on a table in use.
final class TriggerBlocksWrites implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TRIGGER_BLOCKS_WRITES;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.CreateTrigger it && step.isOld(it.table())) {
      findings.add(
          step.span(),
          "`CREATE TRIGGER` waits for all that write to `%s`, and lets no other write meanwhile."
              .formatted(it.table()),
          "Set a `lock_timeout`, and try again where it runs out.");
    }
  }
}
