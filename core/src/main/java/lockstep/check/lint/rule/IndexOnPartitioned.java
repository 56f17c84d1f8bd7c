package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownTable;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// An index on a partitioned table, which cannot be built concurrently.
final class IndexOnPartitioned implements Rule {
  @Override
  public LintCode code() {
    return LintCode.INDEX_ON_PARTITIONED;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.CreateIndex it
        && !it.words().contains(Word.ONLY)
        && step.isOld(it.table())
        && step.table(it.table()).map(KnownTable::isPartitioned).orElse(false)) {
      findings.add(
          step.span(),
          it.words().contains(Word.CONCURRENTLY)
              ? "`%s` is partitioned, and PostgreSQL builds no index on it concurrently."
                  .formatted(it.table())
              : "`CREATE INDEX` blocks writes to all partitions of `%s` until all are indexed."
                  .formatted(it.table()),
          "Create the index `ON ONLY` the parent, build one concurrently on each partition, then"
              + " attach these.");
    }
  }
}
