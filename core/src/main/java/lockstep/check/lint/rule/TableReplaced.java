package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;

/// A table that is dropped and made again.
final class TableReplaced implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TABLE_REPLACED;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.Drop it && it.kind() == ObjectKind.TABLE) {
      for (var name : it.names()) {
        if (step.isOld(name) && step.isMadeLater(ObjectKind.TABLE, name)) {
          findings.add(
              step.span(),
              "The table `%s` is dropped, and an empty one made in its place.".formatted(name),
              "Change the table that is there by `ALTER TABLE`.");
        }
      }
    }
  }
}
