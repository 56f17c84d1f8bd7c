package lockstep.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lockstep.emit.python.Expression;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Stmt;

/// A batch that lives in a variable: `batcher = db.batch_()`, calls on it, `await
/// batcher.commit()`.
///
/// It becomes a list of statements that one session runs in the end.
///
/// @param begun the statements that begin one; each begins anew
/// @param ended those that commit it
/// @param openers the calls of `batch_`
record Batch(
    String variable, List<Stmt.Assign> begun, List<Stmt.Evaluate> ended, List<Expr.Call> openers) {
  Batch {
    begun = List.copyOf(begun);
    ended = List.copyOf(ended);
    openers = List.copyOf(openers);
  }

  /// Returns the batches of a function, by the names of their variables.
  ///
  /// @param own its statements, without those of functions inside it
  static Map<String, Batch> in(List<Stmt> own) {
    var begun = new LinkedHashMap<String, List<Stmt.Assign>>();
    for (var it : own) {
      if (it instanceof Stmt.Assign assign
          && assign.targets().size() == 1
          && assign.targets().getFirst() instanceof Expr.Name(var _, var name)
          && opener(assign).isPresent()) {
        begun.computeIfAbsent(name, _ -> new ArrayList<>()).add(assign);
      }
    }
    var batches = new LinkedHashMap<String, Batch>();
    begun.forEach(
        (name, all) ->
            batches.put(
                name,
                new Batch(
                    name,
                    all,
                    own.stream().flatMap(it -> commit(it, name).stream()).toList(),
                    all.stream().flatMap(it -> opener(it).stream()).toList())));
    return batches;
  }

  private static Optional<Expr.Call> opener(Stmt.Assign assign) {
    return assign.value().filter(it -> isCalled(it, "batch_")).map(Expr.Call.class::cast);
  }

  private static boolean isCalled(Expr value, String method) {
    return value instanceof Expr.Call(var _, Expr.Attribute(var _, var _, var name), var given)
        && name.equals(method)
        && given.isEmpty();
  }

  private static Optional<Stmt.Evaluate> commit(Stmt statement, String name) {
    return statement instanceof Stmt.Evaluate evaluate
            && isCalled(called(evaluate), "commit")
            && owner((Expr.Call) called(evaluate)) instanceof Expr.Name(var _, var id)
            && id.equals(name)
        ? Optional.of(evaluate)
        : Optional.empty();
  }

  private static Expr called(Stmt.Evaluate statement) {
    return statement.value() instanceof Expr.Await(var _, var inner) ? inner : statement.value();
  }

  /// Returns what a method is called on.
  static Expr owner(Expr.Call call) {
    return ((Expr.Attribute) call.function()).of();
  }

  boolean isBegunBy(Expr.Call call) {
    return openers.stream().anyMatch(it -> it == call);
  }

  /// Returns what the batches are begun on, as in `self.db`.
  List<Expr> clients() {
    return openers.stream().map(Batch::owner).toList();
  }

  /// Returns whether anything is done with the variable but what is known.
  ///
  /// @param body of the function that it lives in
  /// @param isCall whether a name stands before a call of the client
  boolean isHandedOn(List<Stmt> body, Predicate<Expr> isCall) {
    return body.stream()
        .flatMap(Stmt::all)
        .flatMap(it -> it.expressions().stream())
        .flatMap(Expr::all)
        .filter(it -> it instanceof Expr.Name(var _, var id) && id.equals(variable))
        .anyMatch(it -> !isCall.test(it) && !isOwn(it));
  }

  private boolean isOwn(Expr name) {
    return begun.stream().anyMatch(it -> it.targets().getFirst() == name)
        || ended.stream().anyMatch(it -> owner((Expr.Call) called(it)) == name);
  }

  /// Writes its beginnings and ends.
  ///
  /// @param headers the lines that open a session; none where it runs in one that is open
  void write(
      Assembly assembly, Imported imports, QueryWriter.Session session, List<String> headers) {
    var annotation = "list[" + imports.sqlAlchemy("Executable") + "]";
    var first = begun.getFirst();
    if (first.annotation().isPresent()) {
      assembly.replace(first.annotation().get().span(), Expression.verbatim(annotation));
    } else {
      assembly.replace(
          first.targets().getFirst().span(), Expression.verbatim(variable + ": " + annotation));
    }
    openers.forEach(it -> assembly.replace(it.span(), Expression.verbatim("[]")));
    var all = new ArrayList<>(headers);
    // What was committed is not committed again.
    all.add("while " + variable + ":");
    for (var it : ended) {
      assembly.replace(
          it.value().span(), session.call("execute", Expression.verbatim(variable + ".pop(0)")));
      assembly.wrap(it, all);
    }
  }
}
