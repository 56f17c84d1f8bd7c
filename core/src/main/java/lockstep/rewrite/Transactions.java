package lockstep.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.emit.python.Expression;
import lockstep.rewrite.FoundCalls.Found;
import lockstep.rewrite.FoundCalls.Scope;
import lockstep.rewrite.QueryWriter.Result;
import lockstep.rewrite.QueryWriter.Session;
import lockstep.rewrite.QueryWriter.Sharing;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.rewrite.syntax.Stmt.Colour;
import lockstep.text.Span;

/// The transactions and batches of a file: each is converted with all that is done in it, or stays.
final class Transactions {
  private static final Set<String> LIMITS = Set.of("timeout", "max_wait");
  private static final String NOT_ALL = "not all that is done in it is converted.";

  private final PythonFile file;
  private final FoundCalls calls;

  Transactions(PythonFile file, FoundCalls calls) {
    this.file = file;
    this.calls = calls;
  }

  /// Returns why a call cannot be converted that runs together with others.
  ///
  /// @param refused the calls that stay, with the reasons
  Optional<String> refusal(Scope scope, Found found, Map<ClientCall, String> refused) {
    var batch = found.batch().flatMap(it -> refusal(it, scope, found));
    if (batch.isPresent()) {
      return batch;
    }
    var unknown = found.within().flatMap(Transactions::unknown);
    if (unknown.isPresent()) {
      return unknown.map(
          it -> "what `%s` says of its transaction is not converted.".formatted(file.text(it)));
    }
    var handedOn = found.within().flatMap(calls::handedOn);
    if (handedOn.isPresent()) {
      return handedOn.map(
          it ->
              "the transaction that it is in is handed on to other code in line %d."
                  .formatted(file.text().position(it.span().start()).line()));
    }
    return together(found)
        .filter(it -> refused.containsKey(it.call()))
        .findFirst()
        .map(it -> "`%s` in the same transaction stays.".formatted(it.call().label()));
  }

  /// Returns what a transaction is told besides its limits of time.
  private static Optional<Expr> unknown(Transaction transaction) {
    return transaction instanceof Transaction.Opened it ? unknown(it.call()) : Optional.empty();
  }

  private static Optional<Expr> unknown(Expr.Call call) {
    return call.arguments().stream()
        .filter(it -> !(it instanceof Argument.Keyword(var name, var _) && LIMITS.contains(name)))
        .map(Argument::value)
        .findFirst();
  }

  private Optional<String> refusal(Batch batch, Scope scope, Found found) {
    if (!(found.statement() instanceof Stmt.Evaluate it) || it.value() != found.call().whole()) {
      return Optional.of("what a batch is told is no statement of its own.");
    }
    if (found.call().target() instanceof ClientCall.Target.Raw) {
      return Optional.of("SQL in a batch is not converted.");
    }
    var statements = Stream.concat(batch.begun().stream(), batch.ended().stream());
    var isKnown =
        !batch.ended().isEmpty()
            && batch.clients().stream().map(file::text).distinct().count() == 1
            && statements.allMatch(file::beginsLine)
            && !calls.isHandedOn(batch, scope);
    return isKnown
        ? Optional.empty()
        : Optional.of("not all that is done with its batch is known here.");
  }

  private Stream<Found> together(Found found) {
    var index = calls.index();
    var all =
        Stream.concat(
            found.batch().stream().flatMap(it -> index.of(it).stream()),
            found.within().stream().flatMap(it -> index.of(it.outermost()).stream()));
    return all.filter(it -> it != found);
  }

  /// Returns whether all that is done in it is converted.
  private boolean isWhole(Transaction transaction, Map<ClientCall, String> refused) {
    var inside = calls.index().of(transaction);
    return inside.stream().noneMatch(it -> refused.containsKey(it.call()))
        && calls.handedOn(transaction).isEmpty()
        && unknown(transaction).isEmpty()
        && (!inside.isEmpty() || calls.given(transaction).findFirst().isPresent());
  }

  Handed handed(Map<ClientCall, String> refused) {
    var spoiled = new LinkedHashSet<Handed.Parameter>();
    calls.transactions().stream()
        .map(Transaction::outermost)
        .filter(it -> !isWhole(it, refused))
        .flatMap(calls::given)
        .forEach(spoiled::add);
    calls.scopes().stream()
        .flatMap(it -> it.transactions().stream())
        .filter(it -> it instanceof Transaction.Given && !isWhole(it, refused))
        .forEach(it -> spoiled.add(((Transaction.Given) it).parameter()));
    return new Handed(calls.given().collect(Collectors.toSet()), spoiled);
  }

  /// Writes the transactions of the client as sessions that commit at their end, and the batches.
  ///
  /// @return what was replaced
  List<Expr> write(
      Map<ClientCall, String> refused,
      Imported imports,
      Assembly assembly,
      List<Verdict> verdicts,
      SessionHeads heads) {
    var replaced = new ArrayList<Expr>();
    for (var it : calls.transactions()) {
      write(it, refused, imports, assembly, verdicts).ifPresent(replaced::add);
    }
    for (var scope : calls.scopes()) {
      for (var batch : scope.batches().values()) {
        replaced.addAll(write(batch, refused, imports, assembly, verdicts, heads));
      }
    }
    calls
        .beginnings()
        .forEach(
            it ->
                verdicts.add(
                    new Verdict(
                        ClientCalls.lastName(it.function()).orElseThrow(),
                        it.span(),
                        new Verdict.Outcome.Refused("it is not known here what runs in it."))));
    return replaced;
  }

  private Optional<Expr> write(
      Transaction.Opened transaction,
      Map<ClientCall, String> refused,
      Imported imports,
      Assembly assembly,
      List<Verdict> verdicts) {
    var call = transaction.call();
    var word = transaction.kind() == Transaction.Kind.TRANSACTION ? "tx" : "batch_";
    if (!isWhole(transaction, refused)) {
      if (transaction.isOfClient() || !calls.index().of(transaction).isEmpty()) {
        verdicts.add(new Verdict(word, call.span(), new Verdict.Outcome.Refused(NOT_ALL)));
      }
      return Optional.empty();
    }
    var outcome =
        call.arguments().isEmpty()
            ? new Verdict.Outcome.Converted()
            : new Verdict.Outcome.WithNote("its limits of time are the session's now.");
    verdicts.add(new Verdict(word, call.span(), outcome));
    if (transaction.outer().isPresent()) {
      // What is in a part of a transaction is undone together.
      assembly.replace(
          new Span(call.span().start(), transaction.name().span().end()),
          Expression.call(transaction.session() + ".begin_nested"));
      return Optional.of(call);
    }
    var maker =
        transaction.statement().colour() == Colour.ASYNC ? "AsyncSessionLocal" : "SessionLocal";
    assembly.replace(call.span(), Expression.call(imports.sessions(maker) + ".begin"));
    return Optional.of(call);
  }

  private List<Expr> write(
      Batch batch,
      Map<ClientCall, String> refused,
      Imported imports,
      Assembly assembly,
      List<Verdict> verdicts,
      SessionHeads heads) {
    var inside = calls.index().of(batch);
    var isRefused =
        inside.isEmpty() || inside.stream().anyMatch(it -> refused.containsKey(it.call()));
    for (var it : batch.openers()) {
      verdicts.add(
          new Verdict(
              "batch_",
              it.span(),
              isRefused ? new Verdict.Outcome.Refused(NOT_ALL) : new Verdict.Outcome.Converted()));
    }
    if (isRefused) {
      return List.of();
    }
    var within = inside.getFirst().within();
    batch.write(
        assembly,
        imports,
        new Session(
            within.map(Transaction::session).orElseGet(() -> heads.variable(imports)),
            heads.await(),
            Result.IGNORED,
            Sharing.TRANSACTION),
        within.isPresent() ? List.of() : List.of(heads.header(Operation.Effect.WRITE, imports)));
    return List.copyOf(batch.openers());
  }
}
