package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// A domain that gets a constraint which every table that uses it is checked for.
final class DomainReadsAllRows implements Rule {
  @Override
  public LintCode code() {
    return LintCode.DOMAIN_READS_ALL_ROWS;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.AlterDomain it
        && it.change() != Statement.DomainChange.OTHER
        && !it.words().contains(Word.NOT_VALID)
        && !step.known().isNew(ObjectKind.DOMAIN, it.name())) {
      findings.add(
          step.span(),
          "Every table with a column of the domain `%s` is read and locked.".formatted(it.name()),
          "Add the constraint `NOT VALID`, and validate it in a later transaction.");
    }
  }
}
