package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownTable;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// An index that is built without `CONCURRENTLY` on a table that was there before.
final class IndexBlocksWrites implements Rule {
  @Override
  public LintCode code() {
    return LintCode.INDEX_BLOCKS_WRITES;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.CreateIndex it
        && !it.words().contains(Word.CONCURRENTLY)
        && step.isOld(it.table())
        && !step.table(it.table()).map(KnownTable::isPartitioned).orElse(false)
        && !it.words().contains(Word.ONLY)) {
      findings.add(
          step.span(),
          "`CREATE INDEX` blocks every write to `%s` until the index is built."
              .formatted(it.table()),
          "Use `CREATE %sINDEX CONCURRENTLY`, in a script of its own."
              .formatted(it.words().contains(Word.UNIQUE) ? "UNIQUE " : ""));
    }
  }
}
