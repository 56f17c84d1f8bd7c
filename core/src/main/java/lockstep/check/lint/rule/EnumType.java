package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;

/// An enum where a table of values is easier to change.
final class EnumType implements Rule {
  @Override
  public LintCode code() {
    return LintCode.ENUM_TYPE;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.CreateEnum(var name, var _)) {
      findings.add(
          step.span(),
          "Values of the enum `%s` cannot be removed, nor their order changed.".formatted(name),
          "Use a table of values with a foreign key, or a check.");
    }
  }
}
