package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lockstep.emit.python.Expression;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;

/// What becomes of an update whose `data` may have nothing in it when it runs, as where each key is
/// set by an `if`, or where only what a request sets is asked for: the client changes nothing then,
/// and no time of a last change either (Prisma 7).
///
/// @param variable that holds the `data`; empty where it has something for certain
/// @param holder where the variable comes from
record PerhapsNothing(Optional<String> variable, Holder holder, Draft draft) {
  /// Where the `data` gets its variable.
  private enum Holder {
    CODE,
    /// A line before the statement, which is written here.
    LINE
  }

  static PerhapsNothing in(Arguments given, Draft draft) {
    var data = given.get("data").filter(it -> !isFilled(it, draft));
    if (data.isEmpty() || data.get() instanceof Expr.Name) {
      return new PerhapsNothing(data.map(draft::source), Holder.CODE, draft);
    }
    if (draft.precedence() == Draft.Precedence.LINES) {
      var own = draft.imports().own("changes");
      return new PerhapsNothing(Optional.of(own), Holder.LINE, draft);
    }
    draft.note(
        "`%s` has to have something in it: an update of nothing is none."
            .formatted(Conditions.oneLine(draft.source(data.get()))));
    return new PerhapsNothing(Optional.empty(), Holder.CODE, draft);
  }

  private static boolean isFilled(Expr data, Draft draft) {
    return switch (data) {
      case Expr.Name it ->
          draft
              .follow(it, Variables.Use.DATA)
              .filter(one -> one.filling() == Variables.Filling.ALWAYS)
              .isPresent();
      case Expr.Dict(var _, var _, var entries) ->
          entries.isEmpty()
              || entries.stream()
                  .anyMatch(
                      it ->
                          it.key().isPresent()
                              || isWhole(it.value())
                              || it.value() instanceof Expr.Name && isFilled(it.value(), draft));
      default -> isWhole(data);
    };
  }

  /// All fields of a model of Pydantic.
  private static boolean isWhole(Expr data) {
    return data instanceof Expr.Call(var _, Expr.Attribute(var _, var _, var method), var given)
        && RequestClasses.DUMPS.contains(method)
        && given.stream()
            .noneMatch(
                it ->
                    it instanceof Argument.Spread
                        || it instanceof Argument.Keyword(var name, var _)
                            && RequestSpread.PARTIAL.contains(name));
  }

  /// Returns whether a `data` is written out and has nothing in it.
  static boolean isWritten(Arguments given) {
    return given.get("data").orElse(null) instanceof Expr.Dict(var _, var _, var entries)
        && entries.isEmpty();
  }

  /// Returns the call of `values`, with what it is given in the variable.
  Expression.Call held(Expression.Call values) {
    if (holder == Holder.CODE) {
      return values;
    }
    var name = draft.before("changes", values.arguments().getFirst().value());
    return new Expression.Call(
        values.function(), List.of(Expression.item(Expression.verbatim(name))));
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
