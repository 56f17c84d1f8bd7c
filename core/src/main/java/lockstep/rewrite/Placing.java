package lockstep.rewrite;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.rewrite.FoundCalls.Found;
import lockstep.rewrite.FoundCalls.Reach;
import lockstep.rewrite.FoundCalls.Scope;
import lockstep.rewrite.QueryRewriter.Interface;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.rewrite.syntax.Stmt.Colour;

/// Tells where a call stands so that a statement of SQLAlchemy can stand there as well.
final class Placing {
  /// What a transaction is usually called where it is given or begun by a call.
  private static final Set<String> TRANSACTIONS =
      Set.of("tx", "trx", "txn", "transaction", "batch", "batcher");

  private static final Set<String> BEGINNINGS = Set.of("tx", "batch_", "start");

  /// What may be around a call and runs no code of anybody's.
  private static final Set<String> QUIET = Set.of("Compare", "BoolOp", "Not", "IfExp");

  private final PythonFile file;
  private final FoundCalls calls;
  private final Transactions transactions;
  private final Interface called;
  private final Set<String> begun;

  Placing(PythonFile file, FoundCalls calls, Transactions transactions, Interface called) {
    this.file = file;
    this.calls = calls;
    this.transactions = transactions;
    this.called = called;
    this.begun = begun(file);
  }

  /// Returns why a statement of SQLAlchemy cannot stand where the call does.
  Optional<String> refusal(Scope scope, Found found, Map<ClientCall, String> refused) {
    if (found.reach() == Reach.UNPLACED) {
      return Optional.of(
          "it is inside of an f-string, which takes neither its own quotes nor line breaks before Python 3.12.");
    }
    if (found.call().target() instanceof ClientCall.Target.Kept) {
      return Optional.of("it is named and not called: what calls it later is not known here.");
    }
    if (found.reach() == Reach.LATER) {
      return Optional.of(
          "it runs later than its statement, in a lambda, a generator or a `yield`.");
    }
    if (found.gathering().isPresent()) {
      var reason = new Beside(scope, found).refusal(refused);
      if (reason.isPresent() || isHead(found.statement())) {
        return reason.or(() -> Optional.of("it runs at the same time as others, in a head."));
      }
    }
    if (isAwaited()
        && !found.call().isAwaited()
        && !isInBatch(found)
        && found.gathering().isEmpty()) {
      return Optional.of("it is not awaited where it is called.");
    }
    if (isInside(found)) {
      return Optional.of("another call is given what it returns, or it is given another's.");
    }
    if (!found.call().needsSession()) {
      return Optional.empty();
    }
    if (found.batch().isPresent() || found.within().isPresent()) {
      return isAwaited() && scope.colour() == Colour.PLAIN
          ? Optional.of("it is in a function that cannot await.")
          : transactions.refusal(scope, found, refused);
    }
    var doubt = scope.doubts().of(found.call());
    if (doubt.isPresent()) {
      return doubt.map(
          it -> "its client may be a transaction, which began elsewhere: %s.".formatted(it));
    }
    if (isTransaction(found.call())) {
      return Optional.of("its client may be a transaction, which began elsewhere.");
    }
    if (!file.beginsLine(found.statement())) {
      return Optional.of("its statement shares a line with other code.");
    }
    if (found.call().effect() == Operation.Effect.WRITE && !isLastOf(found)) {
      return Optional.of(
          "other code of its statement would run before what it writes is committed.");
    }
    return switch (found.statement()) {
      case Stmt.Assign _, Stmt.Evaluate _, Stmt.Return _, Stmt.Other _ -> Optional.empty();
      case Stmt.If it when file.text().content().startsWith("elif", it.span().start()) ->
          Optional.of("it is in an `elif`, before which nothing can be computed.");
      case Stmt.If _, Stmt.For _, Stmt.With _ ->
          found.reach() == Reach.ALWAYS
              ? Optional.empty()
              : Optional.of("whether it is called depends on what comes before it.");
      case Stmt.Compound it ->
          Optional.of("it is in the head of a `%s`.".formatted(it.kind().toLowerCase(Locale.ROOT)));
      case Stmt.Handler _ -> Optional.of("it is in the head of an `except`.");
      case Stmt.Function _, Stmt.ClassDef _, Stmt.Import _, Stmt.ImportFrom _ ->
          Optional.of("it is in the head of a definition.");
    };
  }

  private static boolean isInBatch(Found found) {
    return found.batch().isPresent()
        || found.within().filter(it -> it.kind() == Transaction.Kind.BATCH).isPresent();
  }

  private boolean isAwaited() {
    return called == Interface.AWAITED;
  }

  /// Returns whether a statement does nothing with what a call returns but keep or look at it.
  private static boolean isLastOf(Found found) {
    return switch (found.statement()) {
      case Stmt.Assign it -> it.value().filter(value -> isKept(value, found.call())).isPresent();
      case Stmt.Return it -> it.value().filter(value -> isKept(value, found.call())).isPresent();
      case Stmt.Evaluate it -> isKept(it.value(), found.call());
      case Stmt.If _, Stmt.For _, Stmt.With _ -> true;
      default -> false;
    };
  }

  private static boolean isKept(Expr value, ClientCall call) {
    return value == call.whole()
        || switch (value) {
          case Expr.Attribute it -> isKept(it.of(), call);
          case Expr.Subscript it -> isKept(it.of(), call);
          case Expr.Display it -> it.elements().stream().anyMatch(one -> isKept(one, call));
          case Expr.Comprehension it ->
              it.results().size() == 1 && isKept(it.results().getFirst(), call);
          case Expr.Other(var _, var kind, var parts) ->
              QUIET.contains(kind) && parts.stream().anyMatch(one -> isKept(one, call));
          default -> false;
        };
  }

  private boolean isTransaction(ClientCall call) {
    return call.client()
        .filter(
            it ->
                ClientCalls.lastName(it).filter(TRANSACTIONS::contains).isPresent()
                    || begun.contains(file.text(it)))
        .isPresent();
  }

  /// Returns what of a file may hold a transaction which a call has begun, as its code names it.
  private static Set<String> begun(PythonFile file) {
    return file.statements()
        .flatMap(Placing::begun)
        .filter(it -> it instanceof Expr.Name || it instanceof Expr.Attribute)
        .map(file::text)
        .collect(Collectors.toSet());
  }

  /// Returns what a statement has begin a transaction, without a block that ends it by a name.
  static Stream<Expr> begun(Stmt statement) {
    return switch (statement) {
      case Stmt.Assign it when it.value().filter(Placing::beginsTransaction).isPresent() ->
          it.targets().stream();
      case Stmt.With it ->
          it.items().stream()
              .filter(item -> beginsTransaction(item.context()))
              .flatMap(item -> item.target().stream())
              .filter(Expr.Attribute.class::isInstance);
      default -> Stream.empty();
    };
  }

  /// `db.tx()`, or its `start()`.
  static boolean beginsTransaction(Expr value) {
    var called = value instanceof Expr.Await(var _, var inner) ? inner : value;
    return called instanceof Expr.Call(var _, Expr.Attribute(var _, var _, var method), var _)
        && BEGINNINGS.contains(method);
  }

  private boolean isInside(Found found) {
    var call = found.call();
    return calls.index().of(found.statement()).stream()
        .map(Found::call)
        .anyMatch(
            it ->
                it != call && (it.span().contains(call.span()) || call.span().contains(it.span())));
  }

  /// Returns whether a statement has a head that is computed first, and others inside of it.
  static boolean isHead(Stmt statement) {
    return statement instanceof Stmt.If
        || statement instanceof Stmt.For
        || statement instanceof Stmt.With;
  }
}
