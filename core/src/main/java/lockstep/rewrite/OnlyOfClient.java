package lockstep.rewrite;

import java.util.Set;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Stmt;

/// Statements that are there for a client alone: it is made, connected, kept, looked at and handed
/// on.
final class OnlyOfClient {
  private static final Set<String> LOGS = Set.of("logger", "log", "logging", "_logger", "LOG");

  private OnlyOfClient() {}

  static boolean is(Stmt statement) {
    return switch (statement) {
      case Stmt.Evaluate(var _, Expr.Text _) -> true;
      case Stmt.Evaluate(var _, Expr.Other(var _, var kind, var _)) -> kind.equals("Yield");
      case Stmt.Evaluate(var _, var value) -> isOfLife(value) || isLog(value);
      case Stmt.Assign it -> it.value().filter(OnlyOfClient::mayDoMore).isEmpty();
      case Stmt.Return _, Stmt.Import _, Stmt.ImportFrom _ -> true;
      case Stmt.Other(var _, var kind, var _) ->
          Set.of("Global", "Nonlocal", "Pass", "Raise", "Assert").contains(kind);
      case Stmt.If it -> it.inside().stream().allMatch(OnlyOfClient::is);
      case Stmt.With it ->
          it.items().stream().noneMatch(item -> mayDoMore(item.context()))
              && it.body().stream().allMatch(OnlyOfClient::is);
      case Stmt.Compound(var _, var kind, var _, var body) ->
          kind.startsWith("Try") && body.stream().allMatch(OnlyOfClient::is);
      case Stmt.Handler it -> it.body().stream().allMatch(OnlyOfClient::is);
      default -> false;
    };
  }

  /// Returns whether a statement asks for something, connects or leaves where it is, or is not,
  /// there, and does nothing else: it is not needed where that is no client any more.
  static boolean isGuard(Stmt.If statement) {
    return statement.orElse().isEmpty()
        && isQuestion(statement.test())
        && statement.body().stream().allMatch(it -> it instanceof Stmt.Assign || is(it))
        && statement.body().stream().noneMatch(Stmt.If.class::isInstance);
  }

  /// `x`, `not x`, `x is None`, `x and y`; as code says that asks for a client.
  private static boolean isQuestion(Expr test) {
    return switch (test) {
      case Expr.Name _, Expr.Attribute _ -> true;
      case Expr.Other(var _, var kind, var parts) ->
          Set.of("Not", "Compare", "BoolOp").contains(kind)
              && parts.stream().allMatch(it -> it.isNone() || isQuestion(it));
      default -> false;
    };
  }

  /// `await startup()`, which connected the client.
  static boolean isOfLife(Expr value) {
    var call = value instanceof Expr.Await it ? it.value() : value;
    return call instanceof Expr.Call it
        && it.arguments().isEmpty()
        && ClientCalls.lastName(it.function())
            .filter(
                name ->
                    name.equals(ClientCall.LifeOperation.CONNECT.function())
                        || name.equals(ClientCall.LifeOperation.DISCONNECT.function()))
            .isPresent();
  }

  /// `logger.info(…)` and `print(…)`.
  private static boolean isLog(Expr value) {
    return value instanceof Expr.Call(var _, var function, var _)
        && switch (function) {
          case Expr.Name it -> it.id().equals("print");
          case Expr.Attribute(var _, Expr.Name of, var _) -> LOGS.contains(of.id());
          default -> false;
        };
  }

  private static boolean mayDoMore(Expr value) {
    return switch (value) {
      case Expr.Name _, Expr.Attribute _, Expr.Constant _ -> false;
      case Expr.Await it -> mayDoMore(it.value());
      case Expr.Call(var _, Expr.Name(var _, var id), var _) when id.equals("getattr") -> false;
      case Expr.Call it -> !ClientCalls.isConstruction(it) && !it.arguments().isEmpty();
      default -> true;
    };
  }
}
