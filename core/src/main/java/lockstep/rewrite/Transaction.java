package lockstep.rewrite;

import java.util.Optional;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Stmt;

/// A client that is a transaction, or a batch, where its calls run together.
sealed interface Transaction {
  /// Returns the block or the function that it is known in.
  Stmt statement();

  String variable();

  Kind kind();

  /// Returns the transaction that this is a part of.
  Optional<Transaction> outer();

  /// Returns the variable that its statements are run by.
  default String session() {
    return outer().map(Transaction::session).orElseGet(this::variable);
  }

  default Transaction outermost() {
    return outer().map(Transaction::outermost).orElse(this);
  }

  enum Kind {
    TRANSACTION,
    /// Its calls are not awaited one by one.
    BATCH
  }

  /// `async with db.tx() as tx:`, or a batch.
  ///
  /// @param call what opens it
  /// @param name the expression that names its client
  /// @param isOfClient whether what it is called on is known to be a client
  /// @param outer the transaction that a batch is a part of
  record Opened(
      Stmt.With statement,
      Expr.Call call,
      Expr.Name name,
      Kind kind,
      boolean isOfClient,
      Optional<Transaction> outer)
      implements Transaction {
    @Override
    public String variable() {
      return name.id();
    }
  }

  /// One that all callers of a function give it.
  record Given(Stmt.Function statement, Handed.Parameter parameter) implements Transaction {
    @Override
    public String variable() {
      return parameter.name();
    }

    @Override
    public Kind kind() {
      return Kind.TRANSACTION;
    }

    @Override
    public Optional<Transaction> outer() {
      return Optional.empty();
    }
  }
}
