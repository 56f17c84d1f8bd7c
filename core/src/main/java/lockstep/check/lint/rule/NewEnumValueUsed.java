package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;

/// An enum value that is used in the transaction that adds it.
final class NewEnumValueUsed implements Rule {
  @Override
  public LintCode code() {
    return LintCode.NEW_ENUM_VALUE_USED;
  }

  @Override
  public void check(Step step, Findings findings) {
    // A trigger's arguments are texts, as a comment is.
    if (step.statement() instanceof Statement.AddEnumValue
        || step.statement() instanceof Statement.CreateTrigger
        || step.parsed().tokens().getFirst().is("comment")) {
      return;
    }
    var values = step.known().valuesAddedIn(step.parsed().transaction());
    for (var token : step.parsed().tokens()) {
      values.stream()
          .filter(it -> token.text().equals("'" + it.replace("'", "''") + "'"))
          .findFirst()
          .ifPresent(
              it ->
                  findings.add(
                      token.span(),
                      "The enum value `%s` is used in the transaction that adds it.".formatted(it),
                      "Use it in the next script."));
    }
  }
}
