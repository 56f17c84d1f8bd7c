package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.check.lint.statement.Word;

/// A check that is added without `NOT VALID`.
final class CheckReadsAllRows implements Rule {
  @Override
  public LintCode code() {
    return LintCode.CHECK_READS_ALL_ROWS;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.newConstraints(TableConstraint.Kind.CHECK)) {
      if (!it.constraint().has(Word.NOT_VALID)) {
        findings.add(
            it.span(),
            "The check %s reads all rows of `%s` while nobody can read or write it."
                .formatted(it.constraint().title(), it.table()),
            "Add it `NOT VALID`, and `VALIDATE CONSTRAINT` in a later transaction.");
      }
    }
  }
}
