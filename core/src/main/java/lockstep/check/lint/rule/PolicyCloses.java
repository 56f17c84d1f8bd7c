package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// A policy that hides rows from code that is running.
final class PolicyCloses implements Rule {
  @Override
  public LintCode code() {
    return LintCode.POLICY_CLOSES;
  }

  @Override
  public void check(Step step, Findings findings) {
    switch (step.statement()) {
      case Statement.CreatePolicy it
          when it.words().contains(Word.RESTRICTIVE) && step.isOld(it.table()) ->
          findings.add(
              step.span(),
              "The policy `%s` hides rows of `%s` that were seen.".formatted(it.name(), it.table()),
              "Make sure that running code does without them; restrictive policies add up by AND.");
      case Statement.DropPolicy it
          when !step.table(it.table())
                  .map(table -> table.hasPolicy(it.name(), Word.RESTRICTIVE))
                  .orElse(false)
              && !isMadeAgain(it, step) ->
          findings.add(
              step.span(),
              "Without the policy `%s`, rows of `%s` may be seen no more."
                  .formatted(it.name(), it.table()),
              "Make sure that running code does without them.");
      default -> {
        // Hides no more than before.
      }
    }
  }

  private static boolean isMadeAgain(Statement.DropPolicy dropped, Step step) {
    return step.after().stream()
        .anyMatch(
            it ->
                it.statement() instanceof Statement.CreatePolicy made
                    && made.name().equals(dropped.name())
                    && step.isSame(made.table(), dropped.table()));
  }
}
