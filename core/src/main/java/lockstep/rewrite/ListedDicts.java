package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.Stmt;

/// The dicts that a statement puts into the list of a variable.
final class ListedDicts {
  private ListedDicts() {}

  /// Returns none for a list that is empty, and nothing where anything but dicts that are written
  /// out may come into the list.
  static Optional<List<Expr.Dict>> of(Stmt statement) {
    return switch (statement) {
      case Stmt.Assign it -> it.value().flatMap(ListedDicts::in);
      case Stmt.Evaluate(
              var _,
              Expr.Call(var _, Expr.Attribute(var _, Expr.Name _, var method), var arguments))
          when arguments.size() == 1
              && arguments.getFirst() instanceof Argument.Positional(var value) ->
          switch (method) {
            case "append" ->
                Optional.of(value)
                    .filter(Expr.Dict.class::isInstance)
                    .map(it -> List.of((Expr.Dict) it));
            case "extend" -> in(value);
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private static Optional<List<Expr.Dict>> in(Expr list) {
    var elements =
        switch (list) {
          case Expr.Display(var _, var shape, var all) when shape == Expr.Shape.LIST ->
              Optional.of(all);
          case Expr.Comprehension it
              when it.results().size() == 1 && it.timing() == Expr.Timing.AT_ONCE ->
              Optional.of(it.results());
          default -> Optional.<List<Expr>>empty();
        };
    return elements
        .filter(it -> it.stream().allMatch(Expr.Dict.class::isInstance))
        .map(it -> it.stream().map(Expr.Dict.class::cast).toList());
  }
}
