package lockstep.check.lint.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.TableConstraint;

/// A constraint that is dropped and not replaced.
final class ConstraintDropped implements Rule {
  @Override
  public LintCode code() {
    return LintCode.CONSTRAINT_DROPPED;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var it : step.changes(Action.DropConstraint.class)) {
      var name = it.action().constraint();
      var kind =
          step.table(it.table())
              .flatMap(table -> table.constraint(name))
              .map(constraint -> constraint.definition().kind().word());
      var columns =
          step.table(it.table())
              .flatMap(table -> table.constraint(name))
              .map(constraint -> constraint.definition().columns())
              .orElse(List.of());
      var isReplaced =
          step.about(it.table()).stream()
              .flatMap(statement -> added(statement.statement(), it.table(), step))
              .anyMatch(
                  added ->
                      added.name().equals(Optional.of(name))
                          || !columns.isEmpty() && added.columns().equals(columns));
      var isScaffold =
          step.table(it.table())
              .flatMap(table -> table.constraint(name))
              .map(constraint -> step.known().isCurrent(constraint.script()))
              .orElse(false);
      if (!isReplaced && !isScaffold) {
        findings.add(
            it.span(),
            "The %s `%s` of `%s` no longer holds."
                .formatted(kind.orElse("constraint"), name, it.table()),
            "Make sure that something else keeps the rows right.");
      }
    }
  }

  private static Stream<TableConstraint> added(Statement statement, ObjectName table, Step step) {
    return statement instanceof Statement.AlterTable it && step.isSame(it.table(), table)
        ? it.actions().stream()
            .flatMap(
                action ->
                    action instanceof Action.AddConstraint add
                        ? Stream.of(add.constraint())
                        : Stream.empty())
        : Stream.empty();
  }
}
