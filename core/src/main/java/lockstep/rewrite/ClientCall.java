package lockstep.rewrite;

import java.util.Optional;
import lockstep.rewrite.syntax.Expr;
import lockstep.text.Span;

/// One call of the client.
///
/// @param node the call itself
/// @param whole the call, or the `await` around it
/// @param client what stands before the model or the method, as in `self.db`; empty for
///   `Model.prisma()`
record ClientCall(Expr.Call node, Expr whole, Optional<Expr> client, Target target) {
  /// What is called.
  sealed interface Target {
    record OfModel(Entity entity, Operation operation) implements Target {}

    /// A method of which it is not known what it is called on.
    ///
    /// @param reason why not
    record OfUnknown(Operation operation, String reason) implements Target {}

    /// @param entity whose rows are made of what the SQL returns; empty where those are dicts
    record Raw(RawOperation operation, Optional<Entity> entity) implements Target {}

    /// A method that is named and not called: whoever has it calls it later.
    record Kept(Entity entity, Operation operation) implements Target {}

    /// The client's own beginning or end.
    record Life(LifeOperation operation) implements Target {}
  }

  enum RawOperation {
    QUERY_RAW("query_raw"),
    QUERY_FIRST("query_first"),
    EXECUTE_RAW("execute_raw");

    private final String word;

    RawOperation(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  enum LifeOperation {
    CONNECT("connect", "startup"),
    DISCONNECT("disconnect", "shutdown");

    private final String word;
    private final String function;

    LifeOperation(String word, String function) {
      this.word = word;
      this.function = function;
    }

    String word() {
      return word;
    }

    /// Returns the function of the session layer that does the same.
    String function() {
      return function;
    }
  }

  /// Returns whether it runs in a session.
  boolean needsSession() {
    return switch (target) {
      case Target.OfModel _, Target.Raw _ -> true;
      case Target.Life _, Target.OfUnknown _, Target.Kept _ -> false;
    };
  }

  boolean isAwaited() {
    return whole instanceof Expr.Await;
  }

  Span span() {
    return whole.span();
  }

  Operation.Effect effect() {
    return switch (target) {
      case Target.OfModel(var _, var operation) -> operation.effect();
      // A query in SQL may write too: it is committed, as the client does.
      case Target.Raw _ -> Operation.Effect.WRITE;
      case Target.Life _, Target.OfUnknown _, Target.Kept _ -> Operation.Effect.READ;
    };
  }

  /// Returns what its readers call it, as in `user.find_many`.
  String label() {
    return switch (target) {
      case Target.OfModel(var entity, var operation) -> entity.name() + "." + operation.word();
      case Target.OfUnknown(var operation, var _) -> operation.word();
      case Target.Kept(var entity, var operation) -> entity.name() + "." + operation.word();
      case Target.Raw(var operation, var _) -> operation.word();
      case Target.Life(var operation) -> operation.word();
    };
  }

  Optional<Entity> entity() {
    return target instanceof Target.OfModel(var entity, var _)
        ? Optional.of(entity)
        : Optional.empty();
  }
}
