package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.Word;

/// A partition that is detached without `CONCURRENTLY`.
final class DetachBlocks implements Rule {
  @Override
  public LintCode code() {
    return LintCode.DETACH_BLOCKS;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.DetachPartition.class)) {
      if (!it.action().words().contains(Word.CONCURRENTLY)) {
        findings.add(
            it.span(),
            "Nobody can read or write `%s` while `%s` is detached."
                .formatted(it.table(), it.action().partition()),
            "Use `DETACH PARTITION … CONCURRENTLY`, outside of a transaction (PostgreSQL 14).");
      }
    }
  }
}
