package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// Row security that is switched off.
final class RowSecurityOff implements Rule {
  @Override
  public LintCode code() {
    return LintCode.ROW_SECURITY_OFF;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.RowSecurity.class)) {
      switch (it.action().protection()) {
        case DISABLE ->
            findings.add(
                it.span(),
                "No policy of `%s` protects its rows any more.".formatted(it.table()),
                "Change the policies instead, and keep row security on.");
        case NO_FORCE ->
            findings.add(
                it.span(),
                "The owner of `%s` sees all rows from now on.".formatted(it.table()),
                "Make sure that no service connects as the owner.");
        case ENABLE, FORCE -> {
          // Hides rows rather than showing them.
        }
      }
    }
  }
}
