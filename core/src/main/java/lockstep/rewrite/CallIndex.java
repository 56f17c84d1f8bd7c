package lockstep.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lockstep.rewrite.FoundCalls.Found;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// The calls of a file by what is asked of them: a file of thousands is gone through once.
final class CallIndex {
  private final Map<Stmt, List<Found>> byStatement = new IdentityHashMap<>();
  private final Map<Batch, List<Found>> byBatch = new IdentityHashMap<>();
  private final Map<Transaction, List<Found>> byTransaction = new IdentityHashMap<>();
  private final TreeMap<Integer, List<Found>> byPlace = new TreeMap<>();

  /// Names that stand for the client of a transaction or of a batch.
  private final Set<Expr> clients = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Map<Batch, Set<Expr>> ofBatch = new IdentityHashMap<>();

  CallIndex(List<FoundCalls.Scope> scopes, List<Transaction.Opened> transactions) {
    for (var scope : scopes) {
      scope.calls().forEach(this::add);
      scope.batches().values().forEach(it -> clients.addAll(it.clients()));
    }
    transactions.stream()
        .filter(it -> it.outer().isPresent())
        .forEach(it -> clients.add(Batch.owner(it.call())));
  }

  private void add(Found found) {
    put(byStatement, found.statement(), found);
    byPlace.computeIfAbsent(found.call().span().start(), _ -> new ArrayList<>()).add(found);
    for (var it = found.within(); it.isPresent(); it = it.get().outer()) {
      put(byTransaction, it.get(), found);
    }
    if (found.within().isPresent()) {
      found.call().client().ifPresent(clients::add);
    }
    if (found.batch().isPresent()) {
      put(byBatch, found.batch().get(), found);
      found
          .call()
          .client()
          .ifPresent(
              it ->
                  ofBatch
                      .computeIfAbsent(
                          found.batch().get(),
                          _ -> Collections.newSetFromMap(new IdentityHashMap<>()))
                      .add(it));
    }
  }

  private static <T> void put(Map<T, List<Found>> lists, T key, Found found) {
    lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(found);
  }

  /// Returns the calls of a statement itself, without those of statements inside it.
  List<Found> of(Stmt statement) {
    return byStatement.getOrDefault(statement, List.of());
  }

  List<Found> of(Batch batch) {
    return byBatch.getOrDefault(batch, List.of());
  }

  /// Returns the calls in a transaction and in its parts.
  List<Found> of(Transaction transaction) {
    return byTransaction.getOrDefault(transaction, List.of());
  }

  /// Returns the calls that stand in a part of the text.
  Stream<Found> inside(Span span) {
    return byPlace.subMap(span.start(), span.end()).values().stream()
        .flatMap(List::stream)
        .filter(it -> span.contains(it.call().span()));
  }

  /// Returns whether a name stands for the client of a transaction where that is understood.
  boolean isClient(Expr name) {
    return clients.contains(name);
  }

  boolean isClient(Expr name, Batch batch) {
    return ofBatch.getOrDefault(batch, Set.of()).contains(name);
  }
}
