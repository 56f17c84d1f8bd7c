package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;

/// A constraint that is validated in the transaction that added it.
final class ValidatedInSameTransaction implements Rule {
  @Override
  public LintCode code() {
    return LintCode.VALIDATED_IN_SAME_TRANSACTION;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.ValidateConstraint.class)) {
      var transaction = step.parsed().transaction();
      var isSame =
          step.table(it.table())
              .flatMap(table -> table.constraint(it.action().constraint()))
              .filter(added -> step.known().isCurrent(added.script()))
              .map(added -> added.transaction() == transaction)
              .orElse(false);
      if (isSame) {
        findings.add(
            it.span(),
            "`%s` is validated in the transaction that added it, under the lock of adding."
                .formatted(it.action().constraint()),
            "Validate in a transaction of its own, in the next script.");
      }
    }
  }
}
