package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// An enum value that is added without its place.
final class EnumValueUnplaced implements Rule {
  @Override
  public LintCode code() {
    return LintCode.ENUM_VALUE_UNPLACED;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.AddEnumValue it
        && !it.words().contains(Word.PLACED)) {
      findings.add(
          step.span(),
          "The value `%s` goes behind all that the enum `%s` has in this database."
              .formatted(it.value(), it.type()),
          "Say where it belongs, by `BEFORE` or `AFTER`.");
    }
  }
}
