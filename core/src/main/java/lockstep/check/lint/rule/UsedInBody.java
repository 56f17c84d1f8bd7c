package lockstep.check.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;

/// A table, view, sequence, column or function that goes while the text of a function names it.
final class UsedInBody implements Rule {
  @Override
  public LintCode code() {
    return LintCode.USED_IN_BODY;
  }

  @Override
  public void check(Step step, Findings findings) {
    gone(step.statement()).stream()
        .filter(it -> step.after().stream().noneMatch(later -> brings(later.statement(), it)))
        .forEach(it -> user(it, step).ifPresent(user -> report(user, it, step, findings)));
  }

  /// Returns the first function that is left with what is gone.
  private static Optional<QualifiedName> user(Gone gone, Step step) {
    return step.known().functionsNaming(gone.words()).stream()
        .filter(it -> !isDropped(it, step.statement()))
        .filter(it -> !isMadeAnew(it, step))
        .findFirst();
  }

  private static void report(QualifiedName user, Gone gone, Step step, Findings findings) {
    findings.add(
        step.span(),
        "The body of the function `%s` names `%s`, which PostgreSQL does not see: it may fail when it is next called."
            .formatted(user, gone.words().getLast()),
        "Look into the function, and replace it in the same transaction.");
  }

  /// @param words what a body has in it that uses this: a namespace, unless it is the default one,
  ///   a column's table, and the name itself
  private record Gone(List<Identifier> words) {
    static Gone of(ObjectName object) {
      return new Gone(words(object));
    }

    static Gone of(ObjectName table, Identifier column) {
      var words = new ArrayList<>(words(table));
      words.add(column);
      return new Gone(words);
    }

    private static List<Identifier> words(ObjectName object) {
      var words = new ArrayList<Identifier>();
      object.namespace().filter(it -> !it.equals(Schema.DEFAULT_NAMESPACE)).ifPresent(words::add);
      words.add(object.name());
      return words;
    }
  }

  private static List<Gone> gone(Statement statement) {
    return switch (statement) {
      case Statement.Drop it when isNamed(it.kind()) -> it.names().stream().map(Gone::of).toList();
      case Statement.Rename(var kind, var name, var _) when isNamed(kind) -> List.of(Gone.of(name));
      case Statement.AlterTable it ->
          it.actions().stream().flatMap(action -> gone(action, it.table()).stream()).toList();
      default -> List.of();
    };
  }

  private static boolean isNamed(ObjectKind kind) {
    return switch (kind) {
      case TABLE, VIEW, MATERIALIZED_VIEW, FUNCTION, SEQUENCE -> true;
      default -> false;
    };
  }

  private static Optional<Gone> gone(Action action, ObjectName table) {
    return switch (action) {
      case Action.DropColumn it -> Optional.of(Gone.of(table, it.column()));
      case Action.RenameColumn it -> Optional.of(Gone.of(table, it.column()));
      case Action.RenameTable _ -> Optional.of(Gone.of(table));
      default -> Optional.empty();
    };
  }

  /// Whether a statement makes something of the same name, as where a view is made anew.
  private static boolean brings(Statement statement, Gone gone) {
    var name = gone.words().getLast();
    return switch (statement) {
      case Statement.CreateTable it -> it.name().name().equals(name);
      case Statement.CreateView it -> it.name().name().equals(name);
      case Statement.CreateFunction it -> it.name().name().equals(name);
      case Statement.Create it -> it.name().name().equals(name);
      case Statement.Rename it -> it.to().equals(name);
      case Statement.AlterTable it ->
          it.actions().stream().anyMatch(action -> brings(action, name));
      default -> false;
    };
  }

  private static boolean brings(Action action, Identifier name) {
    return switch (action) {
      case Action.AddColumn it -> it.column().name().equals(name);
      case Action.RenameColumn it -> it.to().equals(name);
      case Action.RenameTable it -> it.to().equals(name);
      default -> false;
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
