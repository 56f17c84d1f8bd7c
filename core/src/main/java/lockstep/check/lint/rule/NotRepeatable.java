package lockstep.check.lint.rule;

import java.util.Optional;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// A statement that cannot be run again, in a script that may have to be.
final class NotRepeatable implements Rule {
  @Override
  public LintCode code() {
    return LintCode.NOT_REPEATABLE;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.script().isApart() && !isGuarded(step)) {
      findings.add(
          step.span(),
          "If the script has to be run again after a failure, this fails where it was done before.",
          "Guard it by `IF EXISTS` or `IF NOT EXISTS`; drop an index by name before it is built.");
    }
  }

  private static boolean isGuarded(Step step) {
    return switch (step.statement()) {
      case Statement.CreateTable it -> it.words().contains(Word.IF_NOT_EXISTS);
      case Statement.CreateIndex it ->
          it.words().contains(Word.IF_NOT_EXISTS) || isDropped(it, step);
      case Statement.Drop it -> it.words().contains(Word.IF_EXISTS);
      case Statement.AlterTable it ->
          it.actions().stream()
              .allMatch(
                  action ->
                      switch (action) {
                        case Action.AddColumn add -> add.words().contains(Word.IF_NOT_EXISTS);
                        case Action.DropColumn drop -> drop.words().contains(Word.IF_EXISTS);
                        case Action.DropConstraint drop -> drop.words().contains(Word.IF_EXISTS);
                        case Action.AddConstraint _,
                            Action.RenameColumn _,
                            Action.RenameTable _,
                            Action.RenameConstraint _,
                            Action.AttachPartition _,
                            Action.DetachPartition _ ->
                            false;
                        default -> true;
                      });
      case Statement.AddEnumValue it -> it.words().contains(Word.IF_NOT_EXISTS);
      case Statement.Rename _, Statement.CreateEnum _, Statement.CreateDomain _ -> false;
      default -> true;
    };
  }

  private static boolean isDropped(Statement.CreateIndex index, Step step) {
    return step.before().stream()
        .anyMatch(
            it ->
                it.statement() instanceof Statement.Drop drop
                    && drop.words().contains(Word.IF_EXISTS)
                    && drop.names().stream()
                        .anyMatch(name -> index.name().equals(Optional.of(name.name()))));
  }
}
