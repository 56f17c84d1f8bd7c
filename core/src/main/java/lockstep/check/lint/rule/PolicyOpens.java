package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// A policy that lets more rows be seen.
final class PolicyOpens implements Rule {
  @Override
  public LintCode code() {
    return LintCode.POLICY_OPENS;
  }

  @Override
  public void check(Step step, Findings findings) {
    switch (step.statement()) {
      case Statement.CreatePolicy it
          when it.words().contains(Word.PERMISSIVE) && step.isOld(it.table()) ->
          findings.add(
              step.span(),
              "The policy `%s` shows rows of `%s` that were hidden."
                  .formatted(it.name(), it.table()),
              "Make sure that these are meant; permissive policies add up by OR.");
      case Statement.DropPolicy it
          when step.table(it.table())
              .map(table -> table.hasPolicy(it.name(), Word.RESTRICTIVE))
              .orElse(false) ->
          findings.add(
              step.span(),
              "Without the restrictive policy `%s`, more rows of `%s` are seen."
                  .formatted(it.name(), it.table()),
              "Make sure that these are meant.");
      default -> {
        // Shows no more than before.
      }
    }
  }
}
