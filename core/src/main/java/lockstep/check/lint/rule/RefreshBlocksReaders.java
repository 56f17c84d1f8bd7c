package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// A materialized view that is refreshed while nobody can read it.
final class RefreshBlocksReaders implements Rule {
  @Override
  public LintCode code() {
    return LintCode.REFRESH_BLOCKS_READERS;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Refresh it
        && !it.words().contains(Word.CONCURRENTLY)
        && !step.known().isNew(ObjectKind.MATERIALIZED_VIEW, it.view())) {
      findings.add(
          step.span(),
          "Nobody can read `%s` until it is computed anew.".formatted(it.view()),
          "Give it a unique index, and use `REFRESH MATERIALIZED VIEW CONCURRENTLY`.");
    }
  }
}
