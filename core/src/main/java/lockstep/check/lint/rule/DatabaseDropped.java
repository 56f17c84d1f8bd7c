package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;

/// A database that is dropped.
final class DatabaseDropped implements Rule {
  @Override
  public LintCode code() {
    return LintCode.DATABASE_DROPPED;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Drop it && it.kind() == ObjectKind.DATABASE) {
      for (var name : it.names()) {
        if (!step.known().isNew(ObjectKind.DATABASE, name)) {
          findings.add(
              step.span(),
              "The database `%s` is dropped.".formatted(name),
              "No migration needs this: do it by hand.");
        }
      }
    }
  }
}
