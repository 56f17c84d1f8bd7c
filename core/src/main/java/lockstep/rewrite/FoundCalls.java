package lockstep.rewrite;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.rewrite.KeptMethods.Kept;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.Expr.Timing;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.rewrite.syntax.Stmt.Colour;

/// All calls of the client in a file: where each stands, and in what.
final class FoundCalls {
  private final PythonFile file;
  private final ClientCalls client;
  private final HandedClients clients;
  private final Callees callees;
  private final List<Scope> scopes = new ArrayList<>();
  private final List<Transaction.Opened> transactions = new ArrayList<>();

  /// Names of transactions that functions are given which run in them.
  private final Map<Expr, Handover> handovers = new IdentityHashMap<>();

  private final List<Expr.Call> questions = new ArrayList<>();
  private final List<Expr.Call> beginnings = new ArrayList<>();
  private final Map<Batch, Boolean> handedOn = new IdentityHashMap<>();
  private final Map<Transaction, Optional<Expr>> strangers = new IdentityHashMap<>();

  /// What the functions of classes have in attributes that may be transactions.
  private final Map<Stmt, Doubts> ofClasses = new IdentityHashMap<>();

  private Optional<CallIndex> index = Optional.empty();

  /// A function, or the module, with the calls in it but not in functions inside it.
  ///
  /// @param function empty for the module
  /// @param batches those in variables of its own, by name
  /// @param kept what it has of models in variables of its own, by name
  /// @param transactions those around it and in it
  /// @param doubts names of what may be a transaction
  record Scope(
      Optional<Stmt.Function> function,
      List<Stmt> body,
      List<Stmt.Parameter> parameters,
      Colour colour,
      Map<String, Batch> batches,
      Map<String, Kept> kept,
      List<Found> calls,
      List<Transaction> transactions,
      Doubts doubts) {
    private boolean isKept(Expr method) {
      return kept.values().stream()
          .anyMatch(it -> it.assignment().value().filter(value -> value == method).isPresent());
    }
  }

  /// @param gathering what it runs in beside others; empty where it is alone
  /// @param within the client that a transaction or a batch gives; empty outside of one
  /// @param batch the batch that it is added to; empty where it runs itself
  record Found(
      ClientCall call,
      Stmt statement,
      Reach reach,
      Optional<Gathering> gathering,
      Optional<Transaction> within,
      Optional<Batch> batch) {}

  /// When the expression that a call stands in comes to be computed.
  enum Reach {
    /// With the statement, whatever happens.
    ALWAYS,
    /// Only where what comes before it says so.
    PERHAPS,
    /// When somebody calls the function that it is in.
    LATER,
    /// Somewhere inside of a text.
    UNPLACED
  }

  private FoundCalls(PythonFile file, ClientCalls client, HandedClients clients) {
    this.file = file;
    this.client = client;
    this.clients = clients;
    this.callees = new Callees(file);
  }

  static FoundCalls in(PythonFile file, Vocabulary words) {
    var found = new FoundCalls(file, new ClientCalls(words, file), words.handed());
    found.scope(Optional.empty(), file.body(), List.of(), Colour.PLAIN, Map.of(), Doubts.NONE);
    return found;
  }

  List<Scope> scopes() {
    return scopes;
  }

  /// Returns whether the file's client is one whose calls are awaited.
  boolean areAwaited() {
    return transactions.stream().anyMatch(it -> it.statement().colour() == Colour.ASYNC)
        || calls().anyMatch(it -> it.call().isAwaited() || it.gathering().isPresent());
  }

  /// Returns where something but calls of the client is done with a transaction's client, first of
  /// all.
  Optional<Expr> handedOn(Transaction transaction) {
    return strangers.computeIfAbsent(
        transaction,
        _ ->
            transaction.statement().inside().stream()
                .flatMap(Stmt::all)
                .flatMap(it -> it.expressions().stream())
                .flatMap(Expr::all)
                .filter(
                    it ->
                        it instanceof Expr.Name(var _, var id)
                            && id.equals(transaction.variable())
                            && !index().isClient(it)
                            && !handovers.containsKey(it))
                .findFirst());
  }

  /// A transaction that is an argument of a call.
  private record Handover(Transaction from, Handed.Parameter to) {}

  /// Returns the parameters that are given a transaction, or a part of it.
  Stream<Handed.Parameter> given(Transaction transaction) {
    return handovers.values().stream()
        .filter(it -> it.from().outermost() == transaction)
        .map(Handover::to);
  }

  /// Returns all parameters that are given transactions.
  Stream<Handed.Parameter> given() {
    return handovers.values().stream().map(Handover::to);
  }

  /// Returns whether anything but what is known is done with a batch.
  boolean isHandedOn(Batch batch, Scope scope) {
    return handedOn.computeIfAbsent(
        batch, _ -> batch.isHandedOn(scope.body(), name -> index().isClient(name, batch)));
  }

  /// Returns the calls by what is asked of them, once all are found.
  CallIndex index() {
    if (index.isEmpty()) {
      index = Optional.of(new CallIndex(scopes, transactions));
    }
    return index.get();
  }

  Stream<Found> calls() {
    return scopes.stream().flatMap(it -> it.calls().stream());
  }

  /// Returns where the client is asked whether it is connected.
  List<Expr.Call> questions() {
    return questions;
  }

  /// Returns where the methods of a model are given to other code.
  List<Expr> handed() {
    return client.handed().stream()
        .filter(it -> scopes.stream().noneMatch(scope -> scope.isKept(it)))
        .toList();
  }

  /// Returns whether an expression names a client that is made here, or is imported from where one
  /// is.
  boolean isMade(Expr expression) {
    return client.isMade(expression);
  }

  /// Returns what begins transactions and batches of which it is not known what runs in them.
  List<Expr.Call> beginnings() {
    return beginnings;
  }

  List<Transaction.Opened> transactions() {
    return transactions;
  }

  private void scope(
      Optional<Stmt.Function> function,
      List<Stmt> body,
      List<Stmt.Parameter> parameters,
      Colour colour,
      Map<String, Transaction> around,
      Doubts doubts) {
    var open = new LinkedHashMap<>(around);
    parameters.forEach(it -> open.remove(it.name()));
    function.ifPresent(
        it ->
            parameters(it, it.name())
                .filter(clients::areSessions)
                .forEach(one -> open.put(one.name(), new Transaction.Given(it, one))));
    var batches = Batch.in(body.stream().flatMap(Variables::own).toList());
    var scope =
        new Scope(
            function,
            List.copyOf(body),
            List.copyOf(parameters),
            colour,
            batches,
            kept(body, parameters, batches, open),
            new ArrayList<>(),
            new ArrayList<>(open.values()),
            doubts.in(body, parameters, function.map(it -> said(it, it.name())).orElse(Map.of())));
    scopes.add(scope);
    body.forEach(it -> statement(it, scope, open));
  }

  /// @param name of the function, or of the class that it makes instances of
  private Stream<Handed.Parameter> parameters(Stmt.Function function, String name) {
    return function.parameters().stream()
        .map(it -> new Handed.Parameter(callees.module(), name, it.name()));
  }

  /// Returns why parameters that are given transactions are no sessions, by their names.
  private Map<String, String> said(Stmt.Function function, String name) {
    var said = new LinkedHashMap<String, String>();
    parameters(function, name)
        .forEach(it -> clients.doubt(it).ifPresent(doubt -> said.put(it.name(), doubt)));
    return said;
  }

  /// Methods of a client that is begun and ended are not kept.
  private Map<String, Kept> kept(
      List<Stmt> body,
      List<Stmt.Parameter> parameters,
      Map<String, Batch> batches,
      Map<String, Transaction> open) {
    var kept = KeptMethods.in(file, body, parameters, client);
    kept.values()
        .removeIf(
            it ->
                it.model().client().orElse(null) instanceof Expr.Name(var _, var id)
                    && (batches.containsKey(id) || open.containsKey(id)));
    return kept;
  }

  private void statement(Stmt statement, Scope scope, Map<String, Transaction> open) {
    if (statement instanceof Stmt.With with) {
      inside(with, scope, with(with, scope, open));
      return;
    }
    statement.expressions().forEach(it -> look(it, Reach.ALWAYS, statement, scope, open));
    if (statement instanceof Stmt.Function function) {
      scope(
          Optional.of(function),
          function.body(),
          function.parameters(),
          function.colour(),
          open,
          ofClasses.getOrDefault(function, scope.doubts()));
      return;
    }
    if (statement instanceof Stmt.ClassDef made) {
      var kept = kept(made, scope.doubts());
      made.body().forEach(it -> ofClasses.put(it, kept));
    }
    inside(statement, scope, open);
  }

  /// Returns what a class keeps of what it is given.
  private Doubts kept(Stmt.ClassDef made, Doubts around) {
    return made.body().stream()
        .filter(it -> it instanceof Stmt.Function one && one.name().equals("__init__"))
        .map(Stmt.Function.class::cast)
        .findFirst()
        .map(it -> around.in(it.body(), it.parameters(), said(it, made.name())))
        .map(Doubts::ofAttributes)
        .orElse(around);
  }

  private void inside(Stmt statement, Scope scope, Map<String, Transaction> open) {
    statement.inside().forEach(it -> statement(it, scope, open));
  }

  private Map<String, Transaction> with(
      Stmt.With statement, Scope scope, Map<String, Transaction> open) {
    var all = new LinkedHashMap<>(open);
    for (var item : statement.items()) {
      var transaction = transaction(statement, item, all);
      if (transaction.isPresent()) {
        transactions.add(transaction.get());
        scope.transactions().add(transaction.get());
        all.put(transaction.get().variable(), transaction.get());
      } else {
        var isFirst = item == statement.items().getFirst();
        look(item.context(), isFirst ? Reach.ALWAYS : Reach.PERHAPS, statement, scope, open);
      }
    }
    return all;
  }

  private Optional<Transaction.Opened> transaction(
      Stmt.With statement, Stmt.Item item, Map<String, Transaction> open) {
    if (item.context() instanceof Expr.Call call
        && call.function() instanceof Expr.Attribute(var _, var owner, var method)
        && item.target().orElse(call) instanceof Expr.Name name) {
      var kind =
          switch (method) {
            case "tx" -> Optional.of(Transaction.Kind.TRANSACTION);
            case "batch_" -> Optional.of(Transaction.Kind.BATCH);
            default -> Optional.<Transaction.Kind>empty();
          };
      var outer =
          owner instanceof Expr.Name(var _, var id)
              ? Optional.ofNullable(open.get(id))
              : Optional.<Transaction>empty();
      return kind.map(
          it ->
              new Transaction.Opened(
                  statement, call, name, it, outer.isPresent() || client.isClient(owner), outer));
    }
    return Optional.empty();
  }

  private void look(
      Expr expression, Reach reach, Stmt statement, Scope scope, Map<String, Transaction> open) {
    switch (expression) {
      case Expr.Await await when Gathering.of(await).isPresent() ->
          gathered(Gathering.of(await).get(), reach, statement, scope, open);
      case Expr.Await await when await.value() instanceof Expr.Call call -> {
        found(call, await, reach, Optional.empty(), statement, scope, open);
        parts(call).forEach(it -> look(it, reach, statement, scope, open));
      }
      case Expr.Call call -> {
        found(call, call, reach, Optional.empty(), statement, scope, open);
        parts(call).forEach(it -> look(it, reach, statement, scope, open));
      }
      case Expr.Attribute it when scope.isKept(it) -> {}
      case Expr.Attribute it -> {
        client
            .kept(it)
            .map(kept -> found(kept, statement, reach, Optional.empty(), scope, open))
            .ifPresent(scope.calls()::add);
        look(it.of(), reach, statement, scope, open);
      }
      case Expr.Other it when it.takesNamesOnly() ->
          it.parts().forEach(part -> look(part, Reach.UNPLACED, statement, scope, open));
      case Expr.Other(var _, var kind, var parts) -> {
        for (var i = 0; i < parts.size(); i++) {
          look(parts.get(i), inOther(kind, i, reach), statement, scope, open);
        }
      }
      case Expr.Comprehension it -> {
        var first = it.loops().getFirst().over();
        for (var part : it.parts()) {
          var inLoop =
              part == first || reach == Reach.UNPLACED
                  ? reach
                  : it.timing() == Timing.LATER ? Reach.LATER : later(reach);
          look(part, inLoop, statement, scope, open);
        }
      }
      default -> expression.parts().forEach(it -> look(it, reach, statement, scope, open));
    }
  }

  /// Returns what a call is made of, without the name of the method.
  private static Stream<Expr> parts(Expr.Call call) {
    return call.parts().stream()
        .map(
            it ->
                it == call.function() && it instanceof Expr.Attribute(var _, var of, var _)
                    ? of
                    : it);
  }

  private void gathered(
      Gathering gathering,
      Reach reach,
      Stmt statement,
      Scope scope,
      Map<String, Transaction> open) {
    for (var it : gathering.arguments()) {
      if (it instanceof Argument.Positional(Expr.Call call)) {
        found(call, call, reach, Optional.of(gathering), statement, scope, open);
        parts(call).forEach(part -> look(part, reach, statement, scope, open));
      } else {
        look(it.value(), reach, statement, scope, open);
      }
    }
  }

  private static Reach later(Reach reach) {
    return reach == Reach.ALWAYS ? Reach.PERHAPS : reach;
  }

  private static Reach inOther(String kind, int part, Reach reach) {
    if (reach == Reach.UNPLACED) {
      return reach;
    }
    return switch (kind) {
      case "Lambda" -> Reach.LATER;
      case "BoolOp", "IfExp" -> part > 0 ? later(reach) : reach;
      case "Compare" -> part > 1 ? later(reach) : reach;
      case "Yield", "YieldFrom" -> Reach.LATER;
      default -> reach;
    };
  }

  private void found(
      Expr.Call call,
      Expr whole,
      Reach reach,
      Optional<Gathering> gathering,
      Stmt statement,
      Scope scope,
      Map<String, Transaction> open) {
    if (client.isAskedWhetherConnected(call)) {
      questions.add(call);
    }
    hand(call, open);
    if (begins(call) && scope.batches().values().stream().noneMatch(it -> it.isBegunBy(call))) {
      beginnings.add(call);
    }
    ofKept(call, whole, scope)
        .or(() -> client.find(call, whole).filter(it -> isMeant(it, scope)))
        .map(it -> found(it, statement, reach, gathering, scope, open))
        .ifPresent(scope.calls()::add);
  }

  /// `db.tx()`, where no block and no variable says what runs in it.
  private boolean begins(Expr.Call call) {
    return call.function() instanceof Expr.Attribute(var _, var of, var method)
        && (method.equals("tx") || method.equals("batch_"))
        && client.isClient(of);
  }

  private void hand(Expr.Call call, Map<String, Transaction> open) {
    var callee = open.isEmpty() ? Optional.<Callees.Callee>empty() : callees.of(call.function());
    for (var i = 0; callee.isPresent() && i < call.arguments().size(); i++) {
      var argument = call.arguments().get(i);
      if (argument.value() instanceof Expr.Name name
          && open.containsKey(name.id())
          && open.get(name.id()).kind() == Transaction.Kind.TRANSACTION) {
        var keyword =
            argument instanceof Argument.Keyword(var word, var _)
                ? Optional.of(word)
                : Optional.<String>empty();
        clients
            .parameter(callee.get(), keyword, i)
            .filter(clients::areSessions)
            .ifPresent(it -> handovers.put(name, new Handover(open.get(name.id()), it)));
      }
    }
  }

  /// What a function is given has methods of its own, unless it is given a model's.
  private boolean isMeant(ClientCall call, Scope scope) {
    return !(call.target() instanceof ClientCall.Target.OfUnknown)
        || !(call.node().function()
            instanceof Expr.Attribute(var _, Expr.Name(var _, var id), var _))
        || scope.parameters().stream()
            .allMatch(it -> !it.name().equals(id) || client.mayBeModel(it));
  }

  private static Optional<ClientCall> ofKept(Expr.Call call, Expr whole, Scope scope) {
    return Kept.variable(call)
        .flatMap(it -> Optional.ofNullable(scope.kept().get(it)))
        .flatMap(it -> it.called(call, whole));
  }

  private static Found found(
      ClientCall call,
      Stmt statement,
      Reach reach,
      Optional<Gathering> gathering,
      Scope scope,
      Map<String, Transaction> open) {
    var name = call.client().filter(Expr.Name.class::isInstance).map(it -> ((Expr.Name) it).id());
    var batch = name.map(scope.batches()::get);
    // A batch runs where it is begun: in the transaction that it is begun on, if on one.
    var within =
        batch.isPresent()
            ? batch.get().clients().stream()
                .filter(Expr.Name.class::isInstance)
                .flatMap(it -> Optional.ofNullable(open.get(((Expr.Name) it).id())).stream())
                .findFirst()
            : name.map(open::get);
    return new Found(call, statement, reach, gathering, within, batch);
  }
}
