package lockstep.rewrite;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// What holds clients in a file, by its last name: variables, parameters and attributes, and the
/// functions that return one.
final class ClientHolders {
  static final Set<String> USUAL =
      Set.of("db", "prisma", "prisma_client", "client", "tx", "transaction", "batcher");

  /// After which a method is read as an attribute.
  private static final Set<String> PROPERTIES = Set.of("property", "cached_property");

  private final Vocabulary words;
  private final ClientNames names;
  private final String module;
  private final Set<String> made = new LinkedHashSet<>();
  private final Set<String> clients = new LinkedHashSet<>();

  /// Transactions, which end somewhere.
  private final Set<String> begun = new LinkedHashSet<>(Set.of("tx", "transaction", "batcher"));

  private final Set<String> functions = new LinkedHashSet<>();

  /// What holds all methods of one model, or of one that is only known when it runs.
  private final Set<String> ofModel = new LinkedHashSet<>();

  private final Set<String> ofSomeModel = new LinkedHashSet<>();

  /// Functions, and classes by what makes their instances, with what they are given.
  private final Map<String, List<String>> parameters = new LinkedHashMap<>();

  ClientHolders(Vocabulary words, PythonFile file, ClientNames names) {
    this.words = words;
    this.names = names;
    this.module = Modules.name(file);
    file.statements().forEach(this::learn);
    file.expressions().forEach(this::learn);
    // What holds one may be handed on, before or behind where that is said.
    var before = -1;
    while (before != clients.size() + functions.size()) {
      before = clients.size() + functions.size();
      file.statements().forEach(this::handOn);
      file.expressions().forEach(this::give);
    }
    file.statements().forEach(this::keepModels);
  }

  boolean isClient(Expr expression) {
    return switch (expression) {
      case Expr.Await it -> isClient(it.value());
      case Expr.Call it -> isReturned(it.function());
      default ->
          ClientCalls.lastName(expression)
              .filter(it -> USUAL.contains(it) || clients.contains(it))
              .isPresent();
    };
  }

  /// Returns whether a client that is handed on is no transaction.
  private boolean isKept(Expr value) {
    return isClient(value) && ClientCalls.lastName(value).filter(begun::contains).isEmpty();
  }

  /// Returns whether the file says of anything that it is a client.
  boolean areSaid() {
    return !clients.isEmpty() || !functions.isEmpty() || names.have("prisma");
  }

  boolean isMade(Expr expression) {
    return !(expression instanceof Expr.Call)
        && ClientCalls.lastName(expression).filter(made::contains).isPresent();
  }

  /// Returns whether an attribute holds all methods of a model.
  boolean isOfModel(Expr expression) {
    return expression instanceof Expr.Attribute it && ofModel.contains(it.name());
  }

  /// Returns whether this is what a client has for a name that is only known when it runs.
  boolean isOfSomeModel(Expr expression) {
    return isAskedByName(expression)
        || ClientCalls.lastName(expression).filter(ofSomeModel::contains).isPresent();
  }

  private boolean isReturned(Expr function) {
    return ClientCalls.lastName(function).filter(functions::contains).isPresent();
  }

  private void learn(Stmt statement) {
    Placing.begun(statement).flatMap(it -> ClientCalls.lastName(it).stream()).forEach(this::begin);
    switch (statement) {
      case Stmt.With it ->
          it.items().stream()
              .filter(item -> isConstruction(item.context()))
              .flatMap(item -> item.target().stream())
              .forEach(this::make);
      case Stmt.Function it -> {
        it.parameters().stream()
            .filter(
                one ->
                    one.annotation().filter(names::areClient).isPresent()
                        || words
                            .handed()
                            .isReached(new Handed.Parameter(module, it.name(), one.name())))
            .forEach(one -> clients.add(one.name()));
        parameters.putIfAbsent(it.name(), parameters(it));
      }
      case Stmt.ClassDef it ->
          it.body().stream()
              .filter(one -> one instanceof Stmt.Function made && made.name().equals("__init__"))
              .forEach(one -> parameters.put(it.name(), parameters((Stmt.Function) one)));
      case Stmt.Assign it when it.annotation().filter(names::areClient).isPresent() ->
          it.targets().stream()
              .flatMap(one -> ClientCalls.lastName(one).stream())
              .forEach(clients::add);
      case Stmt.Assign it when it.value().filter(this::isConstruction).isPresent() ->
          it.targets().forEach(this::make);
      case Stmt.ImportFrom it ->
          it.names()
              .forEach(
                  name -> {
                    if (words.clients().contains(it.module(), name.name())) {
                      made.add(name.bound());
                      clients.add(name.bound());
                    } else if (words.clients().areReturned(it.module(), name.name())) {
                      functions.add(name.bound());
                    }
                  });
      default -> {}
    }
  }

  private static List<String> parameters(Stmt.Function function) {
    return function.parameters().stream()
        .map(Stmt.Parameter::name)
        .filter(it -> !it.equals("self") && !it.equals("cls"))
        .toList();
  }

  private void begin(String transaction) {
    clients.add(transaction);
    begun.add(transaction);
  }

  private void make(Expr target) {
    ClientCalls.lastName(target)
        .ifPresent(
            it -> {
              made.add(it);
              clients.add(it);
            });
  }

  /// Whatever a model's method that nothing else has is called on is a client, under any name.
  private void learn(Expr expression) {
    if (expression
            instanceof
            Expr.Call(
                var _,
                Expr.Attribute(var _, Expr.Attribute(var _, var client, var accessor), var method),
                var _)
        && Operation.find(method).filter(Operation::isUnmistakable).isPresent()
        && words.byAccessor(accessor.toLowerCase(Locale.ROOT)).isPresent()) {
      ClientCalls.lastName(client).ifPresent(clients::add);
    }
  }

  private void handOn(Stmt statement) {
    switch (statement) {
      case Stmt.Assign it when it.value().filter(this::isKept).isPresent() ->
          it.targets().stream()
              .flatMap(one -> ClientCalls.lastName(one).stream())
              .forEach(clients::add);
      case Stmt.Function it -> {
        it.parameters().stream()
            .filter(
                one ->
                    Stream.concat(one.annotation().stream(), one.standard().stream())
                        .flatMap(Expr::all)
                        .anyMatch(this::isDependency))
            .forEach(one -> clients.add(one.name()));
        if (returnsClient(it)) {
          (isProperty(it) ? clients : functions).add(it.name());
        }
      }
      default -> {}
    }
  }

  private boolean returnsClient(Stmt.Function function) {
    return function.returns().filter(names::areClient).isPresent()
        || returned(function).anyMatch(this::isKept);
  }

  /// Returns what a function returns or yields.
  static Stream<Expr> returned(Stmt.Function function) {
    return function.body().stream()
        .flatMap(Variables::own)
        .flatMap(
            it ->
                switch (it) {
                  case Stmt.Return one -> one.value().stream();
                  case Stmt.Evaluate(var _, Expr.Other(var _, var kind, var parts))
                      when kind.equals("Yield") ->
                      parts.stream();
                  default -> Stream.empty();
                });
  }

  private static boolean isProperty(Stmt.Function function) {
    return function.decorators().stream()
        .anyMatch(it -> ClientCalls.lastName(it).filter(PROPERTIES::contains).isPresent());
  }

  /// `Depends(get_db)`.
  private boolean isDependency(Expr expression) {
    return expression instanceof Expr.Call(var _, var function, var given)
        && ClientCalls.lastName(function).filter("Depends"::equals).isPresent()
        && given.stream().anyMatch(it -> isReturned(it.value()));
  }

  /// `Users(db)`: what a function or a class of the file is given.
  private void give(Expr expression) {
    if (!(expression instanceof Expr.Call(var _, Expr.Name(var _, var id), var given))) {
      return;
    }
    var taken = parameters.getOrDefault(id, List.of());
    for (var i = 0; i < given.size(); i++) {
      var position = i;
      if (isKept(given.get(i).value())) {
        var name =
            given.get(i) instanceof Argument.Keyword(var word, var _)
                ? Optional.of(word).filter(taken::contains)
                : taken.stream().skip(position).findFirst();
        name.ifPresent(clients::add);
      }
    }
  }

  private void keepModels(Stmt statement) {
    if (statement instanceof Stmt.Assign(var _, var targets, var _, var value)) {
      if (value.filter(this::isAskedByName).isPresent()) {
        targets.stream().flatMap(it -> ClientCalls.lastName(it).stream()).forEach(ofSomeModel::add);
      } else if (value.filter(this::isModel).isPresent()) {
        targets.stream()
            .filter(Expr.Attribute.class::isInstance)
            .flatMap(it -> ClientCalls.lastName(it).stream())
            .forEach(ofModel::add);
      }
    }
  }

  private boolean isModel(Expr value) {
    return value instanceof Expr.Attribute(var _, var client, var accessor)
        && isClient(client)
        && words.byAccessor(accessor.toLowerCase(Locale.ROOT)).isPresent();
  }

  /// `getattr(db, name)`.
  private boolean isAskedByName(Expr value) {
    return value instanceof Expr.Call(var _, Expr.Name(var _, var id), var given)
        && id.equals("getattr")
        && given.size() > 1
        && !(given.get(1).value() instanceof Expr.Text)
        && isClient(given.getFirst().value());
  }

  /// Returns whether this makes a client, by whatever name its class has here.
  private boolean isConstruction(Expr value) {
    return ClientCalls.isConstruction(value)
        || value instanceof Expr.Call it
            && names.whole(it.function()).filter(ClientCalls.CLASSES::contains).isPresent();
  }
}
