package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;

/// A view or function that is dropped and not made again.
final class RoutineOrViewDropped implements Rule {
  @Override
  public LintCode code() {
    return LintCode.ROUTINE_OR_VIEW_DROPPED;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Drop it && isRead(it.kind())) {
      for (var name : it.names()) {
        if (!step.known().isNew(it.kind(), name) && !step.isMadeLater(it.kind(), name)) {
          findings.add(
              step.span(),
              "Code that is running may use the %s `%s`.".formatted(it.kind().word(), name),
              "Release code that does not, then drop it.");
        }
      }
    }
  }

  private static boolean isRead(ObjectKind kind) {
    return kind == ObjectKind.VIEW
        || kind == ObjectKind.MATERIALIZED_VIEW
        || kind == ObjectKind.FUNCTION;
  }
}
