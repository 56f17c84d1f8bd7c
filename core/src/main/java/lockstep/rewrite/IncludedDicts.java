package lockstep.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// The dicts of a file's top that say what calls include, and stay as they were written: each can
/// be put in the place of its name.
final class IncludedDicts {
  /// What the helper reads of a relation.
  private static final Set<String> READ = Set.of("include", "where");

  private final Map<String, Expr.Dict> written = new HashMap<>();

  /// What is written out for a name anywhere, or put into its dict.
  private final Map<String, List<Expr.Dict>> known = new HashMap<>();

  private final Map<String, Integer> occurrences = new HashMap<>();
  private final Map<String, Integer> included = new HashMap<>();
  private final Set<String> parameters = new HashSet<>();

  IncludedDicts(PythonFile file) {
    file.body().forEach(it -> dict(it).ifPresent(dict -> written.put(name(it), dict)));
    file.statements().forEach(this::learn);
    if (!written.isEmpty()) {
      file.expressions().forEach(this::count);
    }
  }

  private static Optional<Expr.Dict> dict(Stmt statement) {
    return statement instanceof Stmt.Assign(var _, var targets, var _, var value)
            && targets.size() == 1
            && targets.getFirst() instanceof Expr.Name
            && value.orElse(null) instanceof Expr.Dict dict
        ? Optional.of(dict)
        : Optional.empty();
  }

  private static String name(Stmt statement) {
    return ((Expr.Name) ((Stmt.Assign) statement).targets().getFirst()).id();
  }

  private void learn(Stmt statement) {
    dict(statement).ifPresent(it -> know(name(statement), it));
    switch (statement) {
      case Stmt.Function it -> it.parameters().forEach(one -> parameters.add(one.name()));
      case Stmt.Assign(var span, var targets, var _, var value)
          when value.isPresent()
              && targets.getFirst() instanceof Expr.Subscript(var _, Expr.Name name, var key) ->
          know(
              name.id(),
              new Expr.Dict(span, List.of(new Expr.Entry(Optional.of(key), value.get()))));
      case Stmt.Evaluate(
              var _,
              Expr.Call(var _, Expr.Attribute(var _, Expr.Name name, var _), var arguments)) ->
          arguments.stream()
              .map(Argument::value)
              .filter(Expr.Dict.class::isInstance)
              .forEach(it -> know(name.id(), (Expr.Dict) it));
      default -> {}
    }
  }

  private void know(String name, Expr.Dict more) {
    known.computeIfAbsent(name, _ -> new ArrayList<>()).add(more);
  }

  private void count(Expr expression) {
    switch (expression) {
      case Expr.Name(var _, var id) -> occurrences.merge(id, 1, Integer::sum);
      case Expr.Call call ->
          call.arguments().stream()
              .filter(IncludedDicts::isInclude)
              .map(Argument::value)
              .filter(Expr.Name.class::isInstance)
              .forEach(it -> included.merge(((Expr.Name) it).id(), 1, Integer::sum));
      default -> {}
    }
  }

  private static boolean isInclude(Argument argument) {
    return argument instanceof Argument.Keyword(var name, var _) && name.equals("include");
  }

  /// Returns the dict of a name that is given to calls alone, and has nothing in it that could be
  /// something else there.
  Optional<Expr.Dict> find(Expr.Name name) {
    return Optional.ofNullable(written.get(name.id()))
        .filter(it -> isConstant(it) && !parameters.contains(name.id()))
        .filter(_ -> occurrences.get(name.id()) == 1 + included.getOrDefault(name.id(), 0));
  }

  /// Returns what the file writes out for a name, in whatever function.
  Stream<Expr.Dict> writtenFor(String name) {
    return known.getOrDefault(name, List.of()).stream();
  }

  private static boolean isConstant(Expr value) {
    return value
        .all()
        .allMatch(
            it ->
                it instanceof Expr.Dict
                    || it instanceof Expr.Display
                    || it instanceof Expr.Text
                    || it instanceof Expr.Constant);
  }

  /// Returns what of a dict the helper would not read: nothing, where it says no more than it
  /// knows.
  static Optional<String> unread(Expr.Dict include) {
    return include.entries().stream()
        .map(Expr.Entry::value)
        .filter(Expr.Dict.class::isInstance)
        .flatMap(it -> ((Expr.Dict) it).entries().stream())
        .flatMap(
            it ->
                it.name().filter(READ::contains).isEmpty()
                    ? Stream.of(it.name().orElse("**"))
                    : it.value() instanceof Expr.Dict inner && it.name().get().equals("include")
                        ? unread(inner).stream()
                        : Stream.empty())
        .findFirst();
  }

  /// Returns whether a dict means the same wherever it stands behind its statement: nothing in it
  /// does anything, and no name in it gets another value later.
  ///
  /// @param own the statements of the function
  static boolean isTheSameLater(Stmt.Assign assignment, List<Stmt> own) {
    var names = new HashSet<String>();
    for (var it : assignment.value().orElseThrow().all().toList()) {
      switch (it) {
        case Expr.Name(var _, var id) -> names.add(id);
        case Expr.Call _, Expr.Await _, Expr.Comprehension _ -> {
          return false;
        }
        case Expr.Other(var _, var kind, var _)
            when !kind.equals("IfExp")
                && !kind.equals("BinOp")
                && !kind.equals("BoolOp")
                && !kind.equals("Compare") -> {
          return false;
        }
        default -> {}
      }
    }
    return own.stream()
        .filter(it -> it != assignment && it.span().end() > assignment.span().end())
        .noneMatch(it -> !Collections.disjoint(bound(it), names));
  }

  /// Returns the names that a statement, without those inside it, gives other values.
  private static List<String> bound(Stmt statement) {
    var targets = new ArrayList<Expr>();
    switch (statement) {
      case Stmt.Assign it -> targets.addAll(it.targets());
      case Stmt.For it -> targets.add(it.target());
      case Stmt.With it -> it.items().forEach(item -> item.target().ifPresent(targets::add));
      case Stmt.Other it -> targets.addAll(it.parts());
      default -> {}
    }
    statement.expressions().stream()
        .flatMap(Expr::all)
        .filter(it -> it instanceof Expr.Other(var _, var kind, var _) && kind.equals("NamedExpr"))
        .forEach(it -> targets.add(it.parts().getFirst()));
    return targets.stream()
        .flatMap(
            it -> it instanceof Expr.Display display ? display.elements().stream() : Stream.of(it))
        .map(Expr::root)
        .filter(Expr.Name.class::isInstance)
        .map(it -> ((Expr.Name) it).id())
        .toList();
  }
}
