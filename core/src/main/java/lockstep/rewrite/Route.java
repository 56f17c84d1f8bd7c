package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Stmt;

/// A function that answers requests, by a decorator as in `@router.get("/users")`. What it returns
/// becomes JSON by the names of attributes, unless it says what the response is a model of (FastAPI
/// 0.115).
///
/// @param model what it says of that
record Route(Stmt.Function function, Optional<Expr> model) {
  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "patch", "delete", "api_route");

  static Optional<Route> of(Stmt.Function function) {
    return function.decorators().stream()
        .filter(Expr.Call.class::isInstance)
        .map(Expr.Call.class::cast)
        .filter(Route::isOfPath)
        .map(it -> new Route(function, it.keyword("response_model").or(function::returns)))
        .findFirst();
  }

  private static boolean isOfPath(Expr.Call decorator) {
    return decorator.function() instanceof Expr.Attribute(var _, var _, var method)
        && METHODS.contains(method)
        && decorator.arguments().stream()
            .anyMatch(it -> it.value() instanceof Expr.Text path && path.value().startsWith("/"));
  }

  /// Returns all that it returns, that what stands in dicts and lists for itself, and what a
  /// comprehension makes for each.
  Stream<Expr> returned() {
    return function.body().stream()
        .flatMap(Variables::own)
        .filter(Stmt.Return.class::isInstance)
        .flatMap(it -> ((Stmt.Return) it).value().stream())
        .flatMap(Route::parts);
  }

  private static Stream<Expr> parts(Expr expression) {
    List<Expr> inside =
        switch (expression) {
          case Expr.Dict it -> it.entries().stream().map(Expr.Entry::value).toList();
          case Expr.Display it -> it.elements();
          case Expr.Comprehension it -> List.of(it.results().getLast());
          case Expr.Call it
              when ClientCalls.lastName(it.function())
                  .filter("jsonable_encoder"::equals)
                  .isPresent() ->
              it.arguments().stream().map(Expr.Argument::value).limit(1).toList();
          default -> List.of();
        };
    return inside.isEmpty() ? Stream.of(expression) : inside.stream().flatMap(Route::parts);
  }
}
