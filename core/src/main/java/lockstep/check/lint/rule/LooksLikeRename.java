package lockstep.check.lint.rule;

import java.util.Optional;
import java.util.stream.Stream;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.KnownColumn;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ColumnDefinition;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.text.Closest;

/// A drop and an addition that together look like a rename.
final class LooksLikeRename implements Rule {
  @Override
  public LintCode code() {
    return LintCode.LOOKS_LIKE_RENAME;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var dropped : step.changes(Action.DropColumn.class)) {
      var type =
          step.table(dropped.table())
              .flatMap(it -> it.column(dropped.action().column()))
              .flatMap(KnownColumn::type);
      var all =
          step.about(dropped.table()).stream()
              .flatMap(it -> added(it.statement(), dropped.table(), step))
              .toList();
      var added =
          all.stream()
              .filter(it -> type.map(it.type()::equals).orElse(true))
              .filter(it -> !it.name().equals(dropped.action().column()))
              .toList();
      var isAlone = all.size() == 1 && drops(dropped.table(), step) == 1;
      var names = added.stream().map(it -> it.name().text()).toList();
      var name = dropped.action().column().text();
      // Of two letters, any two names are similar.
      Optional.of(name)
          .filter(it -> it.length() > 2)
          .flatMap(it -> Closest.to(it, names))
          .or(() -> isAlone ? names.stream().findFirst() : Optional.empty())
          .ifPresent(
              to ->
                  findings.add(
                      dropped.span(),
                      "`%s.%s` is dropped and `%s` added: this loses the values if it is a rename."
                          .formatted(dropped.table(), name, to),
                      "Use `RENAME COLUMN`; if it is no rename, waive this with the reason."));
    }
  }

  private static Stream<ColumnDefinition> added(Statement statement, ObjectName table, Step step) {
    return statement instanceof Statement.AlterTable it && step.isSame(it.table(), table)
        ? it.actions().stream()
            .flatMap(
                action ->
                    action instanceof Action.AddColumn add
                        ? Stream.of(add.column())
                        : Stream.empty())
        : Stream.empty();
  }

  private static long drops(ObjectName table, Step step) {
    return step.about(table).stream()
        .filter(
            it ->
                it.statement() instanceof Statement.AlterTable alter
                    && step.isSame(alter.table(), table))
        .flatMap(it -> ((Statement.AlterTable) it.statement()).actions().stream())
        .filter(Action.DropColumn.class::isInstance)
        .count();
  }
}
