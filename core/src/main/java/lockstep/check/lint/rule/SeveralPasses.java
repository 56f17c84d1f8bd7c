package lockstep.check.lint.rule;

import java.util.Optional;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.Statement;

/// Several `ALTER TABLE` that each go over the same table.
final class SeveralPasses implements Rule {
  @Override
  public LintCode code() {
    return LintCode.SEVERAL_PASSES;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.AlterTable it
        && step.isOld(it.table())
        && goes(it, step)) {
      var hasGone =
          step.before(it.table()).stream()
              .anyMatch(
                  earlier ->
                      earlier.statement() instanceof Statement.AlterTable other
                          && step.isSame(other.table(), it.table())
                          && went(other, step));
      if (hasGone) {
        findings.add(
            step.span(),
            "This is not the first `ALTER TABLE` here that goes over all rows of `%s`."
                .formatted(it.table()),
            "Put the actions into one statement, which goes over them once.");
      }
    }
  }

  private static boolean goes(Statement.AlterTable it, Step step) {
    return it.actions().stream()
        .filter(action -> !(action instanceof Action.ValidateConstraint))
        .anyMatch(action -> Work.passes(action, it.table(), step.known()));
  }

  /// Of a statement before, what it changed is no longer known.
  private static boolean went(Statement.AlterTable it, Step step) {
    return goes(it, step)
        || it.actions().stream()
            .anyMatch(
                action ->
                    action instanceof Action.SetType set
                        && TypeChange.rewrites(Optional.empty(), set.type())
                        && !set.type().is("text"));
  }
}
