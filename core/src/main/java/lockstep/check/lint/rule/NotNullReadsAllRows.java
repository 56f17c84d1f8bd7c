package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownColumn;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// `SET NOT NULL` that no validated check makes cheap.
final class NotNullReadsAllRows implements Rule {
  @Override
  public LintCode code() {
    return LintCode.NOT_NULL_READS_ALL_ROWS;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.SetNotNull.class)) {
      var column = it.action().column();
      var table = step.table(it.table());
      var isSettled =
          table.map(known -> known.isProvenNotNull(column)).orElse(false)
              || !table
                  .flatMap(known -> known.column(column))
                  .flatMap(KnownColumn::isNullable)
                  .orElse(true);
      if (!isSettled) {
        findings.add(
            it.span(),
            "`SET NOT NULL` reads all rows of `%s` while nobody can read or write it."
                .formatted(it.table()),
            "Validate a `CHECK (%s IS NOT NULL)` first: then PostgreSQL reads nothing."
                .formatted(column));
      }
    }
  }
}
