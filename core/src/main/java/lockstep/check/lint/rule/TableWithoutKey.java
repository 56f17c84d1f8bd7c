package lockstep.check.lint.rule;

import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.check.lint.statement.Word;

/// A table without a primary key.
final class TableWithoutKey implements Rule {
  @Override
  public LintCode code() {
    return LintCode.TABLE_WITHOUT_KEY;
  }

  @Override
  public void check(Step step, Findings findings) {
    if (step.statement() instanceof Statement.CreateTable it
        && it.partitionOf().isEmpty()
        && !it.columns().isEmpty()
        && !it.words().contains(Word.TEMPORARY)
        && Constraints.of(it).stream().noneMatch(TableWithoutKey::isKey)
        && step.after(it.name()).stream()
            .noneMatch(later -> addsKey(later.statement(), it.name(), step))) {
      findings.add(
          step.span(),
          "The table `%s` has no primary key.".formatted(it.name()),
          "Add one: ORMs and logical replication tell rows apart by it.");
    }
  }

  private static boolean isKey(TableConstraint it) {
    return it.kind() == TableConstraint.Kind.PRIMARY_KEY;
  }

  private static boolean addsKey(Statement statement, ObjectName table, Step step) {
    return statement instanceof Statement.AlterTable it
        && step.isSame(it.table(), table)
        && it.actions().stream()
            .anyMatch(
                action ->
                    action instanceof Action.AddConstraint(var _, var constraint)
                        && isKey(constraint));
  }
}
