package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// A concurrent build on a server whose concurrent builds lose rows.
final class CorruptingBuild implements Rule {
  @Override
  public LintCode code() {
    return LintCode.CORRUPTING_BUILD;
  }

  @Override
  public void check(Step step, Findings findings) {
    var version = step.live().serverVersion();
    var builds =
        step.statement() instanceof Statement.CreateIndex it
                && it.words().contains(Word.CONCURRENTLY)
            || step.statement() instanceof Statement.Reindex reindex
                && reindex.words().contains(Word.CONCURRENTLY);
    if (builds && version >= 140_000 && version < 140_004) {
      findings.add(
          step.span(),
          "PostgreSQL 14.%d loses rows from indexes that it builds concurrently."
              .formatted(version % 100),
          "Update the server to 14.4 or later first.");
    }
  }
}
