package lockstep.rewrite;

import java.util.Optional;
import java.util.function.Supplier;
import lockstep.emit.python.Expression;
import lockstep.rewrite.syntax.Expr;

/// What becomes of an update whose `data` may have nothing in it when it runs, as where each key is
/// set by an `if`: the client changes nothing then, and no time of a last change either (Prisma 7).
///
/// @param variable that holds the `data`; empty where it has something for certain
record PerhapsNothing(Optional<String> variable, Draft draft) {
  static PerhapsNothing in(Arguments given, Draft draft) {
    var variable =
        given
            .get("data")
            .filter(Expr.Name.class::isInstance)
            .filter(it -> !isFilled((Expr.Name) it, draft))
            .map(draft::source);
    return new PerhapsNothing(variable, draft);
  }

  private static boolean isFilled(Expr.Name data, Draft draft) {
    return draft
        .follow(data, Variables.Use.DATA)
        .filter(it -> it.filling() == Variables.Filling.ALWAYS)
        .isPresent();
  }

  /// Returns whether a `data` is written out and has nothing in it.
  static boolean isWritten(Arguments given) {
    return given.get("data").orElse(null) instanceof Expr.Dict(var _, var _, var entries)
        && entries.isEmpty();
  }

  /// Returns what does something else where nothing is assigned.
  Expression otherwise(Expression changed, Supplier<Expression> unchanged) {
    return variable.isEmpty()
        ? changed
        : new Expression.Conditional(changed, variable.get(), unchanged.get());
  }

  /// Returns what is not run where nothing is assigned.
  Expression leftOut(Expression run) {
    if (variable.isPresent() && draft.precedence() == Draft.Precedence.LINES) {
      draft.onlyIf(variable.get());
      return run;
    }
    return otherwise(run, () -> Expression.verbatim("None"));
  }

  /// Returns what says how many rows were changed: none, where nothing is assigned.
  Expression counted(Expression run) {
    return otherwise(run, () -> Expression.verbatim("0"));
  }
}
