package lockstep.rewrite;

import java.util.List;
import java.util.stream.IntStream;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// Which statements of a function run before others, instead of them, and again.
final class Flow {
  private final List<Stmt> statements;
  private final List<Stmt> loops;

  Flow(List<Stmt> statements) {
    this.statements = statements;
    this.loops = statements.stream().filter(Flow::isLoop).toList();
  }

  /// Returns whether a place is only reached where there is something in a variable's dict, which
  /// loses nothing.
  boolean isAskedBefore(String name, List<Stmt.Assign> assignments, Span place) {
    return statements.stream()
        .filter(Stmt.If.class::isInstance)
        .map(Stmt.If.class::cast)
        .filter(it -> assignments.stream().allMatch(one -> one.span().end() <= it.span().start()))
        .anyMatch(
            it ->
                isName(it.test(), name) && isIn(it.body(), place)
                    || it.test() instanceof Expr.Other(var _, var kind, var parts)
                        && kind.equals("Not")
                        && isName(parts.getFirst(), name)
                        && it.body().getLast().leaves()
                        && it.span().end() <= place.start()
                        && isSure(it, place));
  }

  private static boolean isIn(List<Stmt> body, Span place) {
    return body.stream().anyMatch(it -> it.span().contains(place));
  }

  /// Returns whether a statement runs wherever what stands before or after it does.
  boolean isSure(Stmt statement, Span other) {
    return statements.stream()
        .filter(it -> it instanceof Stmt.If || it instanceof Stmt.Compound || isLoop(it))
        .noneMatch(
            it ->
                it != statement
                    && it.span().contains(statement.span())
                    && !it.span().contains(other));
  }

  /// What is in a loop and adds to a dict from before it would add more each time.
  boolean areRunTogether(Stmt.Assign assignment, List<Variables.Extension> extensions) {
    var loop = loopOf(assignment);
    return extensions.stream().allMatch(it -> loopOf(it.statement()) == loop);
  }

  /// Returns where the innermost loop around a statement begins; -1 for none.
  private int loopOf(Stmt statement) {
    return loops.stream()
        .filter(it -> it != statement && it.span().contains(statement.span()))
        .mapToInt(it -> it.span().start())
        .max()
        .orElse(-1);
  }

  private static boolean isLoop(Stmt statement) {
    return statement instanceof Stmt.For
        || statement instanceof Stmt.Compound it && it.kind().equals("While");
  }

  /// Returns whether no two of some statements run, one after the other.
  boolean areBranches(List<Stmt> some) {
    return IntStream.range(0, some.size())
        .allMatch(
            i ->
                some.stream().skip(i + 1L).allMatch(it -> isEither(some.get(i).span(), it.span())));
  }

  private boolean isEither(Span one, Span other) {
    return statements.stream()
        .filter(Stmt.If.class::isInstance)
        .map(Stmt.If.class::cast)
        .anyMatch(it -> isIn(it.body(), one) && isIn(it.orElse(), other));
  }

  private static boolean isName(Expr expression, String name) {
    return expression instanceof Expr.Name(var _, var id) && id.equals(name);
  }
}
