package lockstep.check.lint.rule;

import java.util.Locale;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// `REINDEX` without `CONCURRENTLY`.
final class ReindexBlocks implements Rule {
  @Override
  public LintCode code() {
    return LintCode.REINDEX_BLOCKS;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Reindex it
        && !it.words().contains(Word.CONCURRENTLY)) {
      findings.add(
          step.span(),
          "`REINDEX` blocks writes, and every query that would use the index, until it is done.",
          "Use `REINDEX %s CONCURRENTLY`.".formatted(it.kind().toUpperCase(Locale.ROOT)));
    }
  }
}
