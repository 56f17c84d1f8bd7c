package lockstep.check.lint.rule;

import lockstep.check.lint.script.Parsed;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.schema.Identifier;

/// Whether a script has dropped what it adds.
final class Redefined {
  private Redefined() {}

  /// Returns whether this statement or one before it drops the primary key of a table.
  static boolean isPrimaryKey(Step step, ObjectName table) {
    return drops(step.parsed(), table, step)
        || step.before(table).stream().anyMatch(it -> drops(it, table, step));
  }

  private static boolean drops(Parsed parsed, ObjectName table, Step step) {
    return parsed.statement() instanceof Statement.AlterTable it
        && step.isSame(it.table(), table)
        && it.actions().stream()
            .anyMatch(
                action ->
                    action instanceof Action.DropConstraint drop
                        && isKey(drop.constraint(), table, step));
  }

  private static boolean isKey(Identifier name, ObjectName table, Step step) {
    return name.text().endsWith("_pkey")
        || step.table(table)
            .flatMap(it -> it.constraint(name))
            .map(it -> it.definition().kind() == TableConstraint.Kind.PRIMARY_KEY)
            .orElse(false);
  }
}
