package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// `TRUNCATE` of a table that was there before.
final class TableEmptied implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TABLE_EMPTIED;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Truncate it) {
      var old = it.tables().stream().filter(step::isOld).toList();
      if (!old.isEmpty()) {
        findings.add(
            step.span(),
            "All rows of %s are deleted%s."
                .formatted(
                    String.join(", ", old.stream().map("`%s`"::formatted).toList()),
                    it.words().contains(Word.CASCADE)
                        ? ", and of every table that points there"
                        : ""),
            "Name the tables without `CASCADE`, and waive this with the reason.");
      }
    }
  }
}
