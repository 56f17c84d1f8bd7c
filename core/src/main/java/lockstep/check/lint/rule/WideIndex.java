package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// An index over more than three columns that is not unique.
final class WideIndex implements Rule {
  @Override
  public LintCode code() {
    return LintCode.WIDE_INDEX;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.CreateIndex it
        && !it.words().contains(Word.UNIQUE)
        && it.method().equals("btree")
        && it.columns().size() > 3) {
      findings.add(
          step.span(),
          "The index has %d columns; those behind the third rarely narrow a search."
              .formatted(it.columns().size()),
          "Keep the columns that queries compare by `=` first, and leave out what they do not need.");
    }
  }
}
