package lockstep.check.lint.rule;

import java.util.List;
import java.util.Optional;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.Statement;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;

/// A table, view, column or function that goes while the text of a function names it.
final class UsedInBody implements Rule {
  @Override
  public LintCode code() {
    return LintCode.USED_IN_BODY;
  }

  @Override
  public void check(Step step, Findings findings) {
    for (var gone : gone(step.statement())) {
      var first =
          step.known().functionsNaming(gone.words()).stream()
              .filter(it -> !isDropped(it, step.statement()))
              .filter(it -> !isMadeAnew(it, step))
              .findFirst();
      first.ifPresent(
          it ->
              findings.add(
                  step.span(),
                  "The body of the function `%s` names `%s`, which PostgreSQL does not see: it may fail when it is next called."
                      .formatted(it, gone.words().getLast()),
                  "Look into the function, and replace it in the same transaction."));
    }
  }

  /// @param words what a body has in it that uses this: a column's table and the column
  private record Gone(List<Identifier> words) {}

  private static List<Gone> gone(Statement statement) {
    return switch (statement) {
      case Statement.Drop it when isNamed(it.kind()) ->
          it.names().stream().map(name -> new Gone(List.of(name.name()))).toList();
      case Statement.Rename(var kind, var name, var _) when isNamed(kind) ->
          List.of(new Gone(List.of(name.name())));
      case Statement.AlterTable it ->
          it.actions().stream()
              .flatMap(action -> gone(action, it.table().name()).stream())
              .toList();
      default -> List.of();
    };
  }

  private static boolean isNamed(ObjectKind kind) {
    return switch (kind) {
      case TABLE, VIEW, MATERIALIZED_VIEW, FUNCTION, TYPE, SEQUENCE -> true;
      default -> false;
    };
  }

  private static Optional<Gone> gone(Action action, Identifier table) {
    return switch (action) {
      case Action.DropColumn it -> Optional.of(new Gone(List.of(table, it.column())));
      case Action.RenameColumn it -> Optional.of(new Gone(List.of(table, it.column())));
      case Action.RenameTable _ -> Optional.of(new Gone(List.of(table)));
      default -> Optional.empty();
    };
  }

  private static boolean isDropped(QualifiedName function, Statement statement) {
    return statement instanceof Statement.Drop it
        && it.kind() == ObjectKind.FUNCTION
        && it.names().stream().anyMatch(name -> name.name().equals(function.name()));
  }

  /// Whether a later statement of the script replaces or drops it.
  private static boolean isMadeAnew(QualifiedName function, Step step) {
    return step.after().stream()
        .map(it -> it.statement())
        .anyMatch(
            it ->
                isDropped(function, it)
                    || it instanceof Statement.CreateFunction made
                        && step.known().resolve(made.name()).equals(function));
  }
}
