package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// `VACUUM FULL` and `CLUSTER`.
final class TableWrittenAnew implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TABLE_WRITTEN_ANEW;
  }

  @Override
  public void check(Step step, Findings findings) {
    var isAnew =
        step.statement() instanceof Statement.Cluster
            || step.statement() instanceof Statement.Vacuum it && it.words().contains(Word.FULL);
    if (isAnew) {
      findings.add(
          step.span(),
          "The table is written anew, with all its indexes, while nobody can read or write it.",
          "Plain `VACUUM` makes room for new rows; where space must go back, use `pg_repack`.");
    }
  }
}
