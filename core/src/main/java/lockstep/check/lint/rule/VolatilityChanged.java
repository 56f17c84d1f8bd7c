package lockstep.check.lint.rule;

import java.util.Optional;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;

/// A function that is declared more or less volatile than before.
final class VolatilityChanged implements Rule {
  @Override
  public LintCode code() {
    return LintCode.VOLATILITY_CHANGED;
  }

  @Override
  public void check(Step step, Findings findings) {
    var changed =
        switch (step.statement()) {
          case Statement.AlterFunction(var name, var to) -> to.map(it -> change(name, it, step));
          case Statement.CreateFunction it when step.known().volatility(it.name()).isPresent() ->
              Optional.of(change(it.name(), it.volatility(), step));
          default -> Optional.<Optional<String>>empty();
        };
    changed
        .flatMap(it -> it)
        .ifPresent(
            fact ->
                findings.add(
                    step.span(), fact, "Rebuild indexes that use it, and look at the plans."));
  }

  private static Optional<String> change(ObjectName name, String to, Step step) {
    var from = step.known().volatility(name);
    return from.equals(Optional.of(to))
        ? Optional.empty()
        : Optional.of(
            "The function `%s` is %s from now on%s."
                .formatted(name, to, from.map(", not %s"::formatted).orElse("")));
  }
}
