package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// A grant of everything, or to everyone.
final class BroadGrant implements Rule {
  @Override
  public LintCode code() {
    return LintCode.BROAD_GRANT;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Grant it) {
      if (it.words().contains(Word.PUBLIC)) {
        findings.add(
            step.span(),
            "`%s` is granted to every role there is and will be.".formatted(it.what()),
            "Name the roles that need it.");
      } else if (it.words().contains(Word.ALL)) {
        findings.add(
            step.span(),
            "`%s` grants more than reading and writing.".formatted(it.what()),
            "Name the privileges, as in `SELECT, INSERT, UPDATE, DELETE`.");
      }
    }
  }
}
