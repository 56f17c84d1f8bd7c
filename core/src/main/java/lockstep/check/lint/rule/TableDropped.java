package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;

/// A table that is dropped.
final class TableDropped implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TABLE_DROPPED;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Drop it && it.kind() == ObjectKind.TABLE) {
      for (var name : it.names()) {
        if (!step.known().isNew(ObjectKind.TABLE, name)
            && !step.isMadeLater(ObjectKind.TABLE, name)) {
          findings.add(
              step.span(),
              "The table `%s` is dropped with its rows.".formatted(name),
              "Make sure that no release reads it and that a backup has it, then waive this with the reason.");
        }
      }
    }
  }
}
