package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.sql.SqlToken;

/// A `DO` block, into which lint does not look.
final class BlockNotRead implements Rule {
  @Override
  public LintCode code() {
    return LintCode.BLOCK_NOT_READ;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.DoBlock(var body)) {
      var isDynamic = SqlToken.of(body).stream().anyMatch(it -> it.is("execute"));
      findings.add(
          step.span(),
          isDynamic
              ? "The block puts statements together when it runs, which lint cannot see."
              : "Lint does not look into the block.",
          "Write plain statements, with `IF EXISTS` or `IF NOT EXISTS` where they must be repeatable.");
    }
  }
}
