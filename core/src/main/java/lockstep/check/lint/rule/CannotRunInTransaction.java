package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.OutsideTransaction;
import lockstep.check.lint.script.Step;

/// A statement that PostgreSQL refuses in the transaction it stands in.
final class CannotRunInTransaction implements Rule {
  @Override
  public LintCode code() {
    return LintCode.CANNOT_RUN_IN_TRANSACTION;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (OutsideTransaction.mustRun(step.statement())) {
      var others = step.script().statements().size() - 1;
      if (step.parsed().isInBlock()) {
        findings.add(
            step.span(),
            "PostgreSQL does not run this between `BEGIN` and `COMMIT`.",
            "Move it out of the transaction, into a script of its own.");
      } else if (isWrapped(step, others)) {
        findings.add(
            step.span(),
            "PostgreSQL does not run this in a transaction, and %s runs the file as one."
                .formatted(step.script().runner().title()),
            "Put it into a file of its own, with no other statement.");
      }
    }
  }

  private static boolean isWrapped(Step step, int others) {
    return switch (step.script().runner()) {
      case UNKNOWN -> false;
      case PRISMA -> others > 0;
      case FLYWAY ->
          step.script().statements().stream()
              .anyMatch(it -> !OutsideTransaction.mustRun(it.statement()));
    };
  }
}
