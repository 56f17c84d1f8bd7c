package lockstep.check.lint.rule;

import java.util.List;
import java.util.stream.Stream;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownTable;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.TableConstraint;
import lockstep.schema.Identifier;

/// A foreign key whose columns begin no index.
final class ForeignKeyWithoutIndex implements Rule {
  @Override
  public LintCode code() {
    return LintCode.FOREIGN_KEY_WITHOUT_INDEX;
  }

  @Override
  public void check(Step step, Findings findings) {
    switch (step.statement()) {
      case Statement.CreateTable it -> {
        for (var constraint : Constraints.of(it)) {
          check(it.name(), constraint, Constraints.of(it), step, findings);
        }
      }
      case Statement.AlterTable it -> {
        if (step.table(it.table()).map(KnownTable::isWhole).orElse(false)) {
          for (var action : it.actions()) {
            if (action instanceof Action.AddConstraint(var _, var constraint)) {
              check(it.table(), constraint, List.of(), step, findings);
            }
          }
        }
      }
      default -> {
        // Adds no constraint.
      }
    }
  }

  private static void check(
      ObjectName table,
      TableConstraint constraint,
      List<TableConstraint> beside,
      Step step,
      Findings findings) {
    if (constraint.kind() == TableConstraint.Kind.FOREIGN_KEY
        && keys(table, beside, step).noneMatch(it -> begins(it, constraint.columns()))) {
      findings.add(
          constraint.span(),
          "No index of `%s` begins with %s: each delete of a referenced row reads the whole table."
              .formatted(
                  table,
                  String.join(", ", constraint.columns().stream().map("`%s`"::formatted).toList())),
          "Create one, concurrently where the table is in use.");
    }
  }

  /// Returns the columns of each index and key that the table has or gets later in the script.
  private static Stream<List<Identifier>> keys(
      ObjectName table, List<TableConstraint> beside, Step step) {
    var known = step.table(table);
    return Stream.of(
            beside.stream().filter(Constraints::hasIndex).map(TableConstraint::columns),
            known.stream()
                .flatMap(it -> it.constraints().stream())
                .map(KnownTable.KnownConstraint::definition)
                .filter(Constraints::hasIndex)
                .map(TableConstraint::columns),
            known.stream()
                .flatMap(it -> it.indexes().values().stream())
                .map(it -> Constraints.columns(it.definition())),
            step.after(table).stream().flatMap(it -> later(it.statement(), table, step)))
        .flatMap(it -> it);
  }

  private static Stream<List<Identifier>> later(Statement statement, ObjectName table, Step step) {
    return switch (statement) {
      case Statement.CreateIndex it when step.isSame(it.table(), table) ->
          Stream.of(Constraints.columns(it));
      case Statement.AlterTable it when step.isSame(it.table(), table) ->
          it.actions().stream()
              .flatMap(
                  action ->
                      action instanceof Action.AddConstraint(var _, var constraint)
                              && Constraints.hasIndex(constraint)
                          ? Stream.of(constraint.columns())
                          : Stream.empty());
      default -> Stream.empty();
    };
  }

  private static boolean begins(List<Identifier> key, List<Identifier> columns) {
    return key.size() >= columns.size() && key.subList(0, columns.size()).containsAll(columns);
  }
}
