package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;

/// A privilege that is taken away.
final class Revoked implements Rule {
  @Override
  public LintCode code() {
    return LintCode.REVOKED;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Revoke(var what)) {
      findings.add(
          step.span(),
          "Code that is running may need `%s`.".formatted(what),
          "Make sure that no service's role relies on it.");
    }
  }
}
