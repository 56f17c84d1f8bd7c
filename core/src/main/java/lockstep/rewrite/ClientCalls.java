package lockstep.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;

/// Knows a call of the client when it sees one.
///
/// A model's method is known by the model's name before it; a method that other things have too
/// also by its arguments, or by what it is called on.
final class ClientCalls {
  static final Set<String> CLASSES =
      Set.of("prisma.Prisma", "prisma.Client", "prisma.client.Prisma");

  private static final Set<String> USUAL_CLIENTS =
      Set.of("db", "prisma", "prisma_client", "client", "tx", "transaction", "batcher");

  private final Vocabulary words;
  private final ClientNames names;
  private final String module;
  private final List<Expr> handed = new ArrayList<>();
  private final Set<String> made = new LinkedHashSet<>();
  private final Set<String> clients = new LinkedHashSet<>(USUAL_CLIENTS);

  ClientCalls(Vocabulary words, PythonFile file) {
    this.words = words;
    this.names = new ClientNames(file);
    this.module = Modules.name(file);
    file.statements().forEach(this::learn);
    file.expressions().forEach(this::learn);
    var asked = Collections.<Expr>newSetFromMap(new IdentityHashMap<>());
    file.expressions()
        .filter(Expr.Attribute.class::isInstance)
        .forEach(
            it -> {
              asked.add(((Expr.Attribute) it).of());
              model(it)
                  .flatMap(Model::client)
                  .filter(client -> !asked.contains(it) && isLikelyClient(client))
                  .ifPresent(_ -> handed.add(it));
            });
  }

  /// Returns where the methods of a model are given to other code, as in `load(db.user)`.
  List<Expr> handed() {
    return List.copyOf(handed);
  }

  /// Returns whether a variable that other code has set may hold the methods of a model.
  boolean mayBeModel(Stmt.Parameter parameter) {
    return !handed.isEmpty()
        && parameter
            .annotation()
            .map(it -> lastName(it).filter(name -> !name.endsWith("Actions")).isEmpty())
            .orElse(true);
  }

  private void learn(Stmt statement) {
    Placing.begun(statement).flatMap(it -> lastName(it).stream()).forEach(clients::add);
    switch (statement) {
      case Stmt.With it ->
          it.items().stream()
              .filter(item -> isConstruction(item.context()))
              .flatMap(item -> item.target().stream())
              .flatMap(target -> lastName(target).stream())
              .forEach(
                  name -> {
                    made.add(name);
                    clients.add(name);
                  });
      case Stmt.Function it ->
          it.parameters().stream()
              .filter(
                  one ->
                      one.annotation().filter(this::isType).isPresent()
                          || words
                              .handed()
                              .isReached(new Handed.Parameter(module, it.name(), one.name())))
              .forEach(one -> clients.add(one.name()));
      case Stmt.Assign it when it.annotation().filter(this::isType).isPresent() ->
          it.targets().stream().flatMap(one -> lastName(one).stream()).forEach(clients::add);
      case Stmt.Assign it when it.value().filter(ClientCalls::isConstruction).isPresent() ->
          it.targets().stream()
              .flatMap(target -> lastName(target).stream())
              .forEach(
                  name -> {
                    made.add(name);
                    clients.add(name);
                  });
      case Stmt.ImportFrom it ->
          it.names().stream()
              .filter(name -> words.clients().contains(it.module(), name.name()))
              .forEach(
                  name -> {
                    made.add(name.bound());
                    clients.add(name.bound());
                  });
      default -> {}
    }
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
      lastName(client).ifPresent(clients::add);
    }
  }

  /// Returns whether an annotation names the client's class.
  private boolean isType(Expr annotation) {
    return annotation.all().anyMatch(it -> names.whole(it).filter(CLASSES::contains).isPresent());
  }

  /// Returns whether this makes a client, as in `Prisma(auto_register=True)`.
  static boolean isConstruction(Expr value) {
    return value instanceof Expr.Call call
        && lastName(call.function())
            .filter(it -> it.equals("Prisma") || it.equals("Client"))
            .isPresent();
  }

  static Optional<String> lastName(Expr expression) {
    return switch (expression) {
      case Expr.Name it -> Optional.of(it.id());
      case Expr.Attribute it -> Optional.of(it.name());
      default -> Optional.empty();
    };
  }

  boolean isClient(Expr expression) {
    return lastName(expression).filter(clients::contains).isPresent();
  }

  /// What is asked of a model, or with one, returns its rows; the rest returns dicts.
  private ClientCall raw(Expr.Call call, Expr whole, Expr of, ClientCall.RawOperation operation) {
    var model = model(of);
    var entity = model.map(Model::entity).or(() -> call.keyword("model").flatMap(this::named));
    var client = model.isPresent() ? model.get().client() : Optional.of(of);
    return new ClientCall(call, whole, client, new ClientCall.Target.Raw(operation, entity));
  }

  /// A model's methods.
  ///
  /// @param client what they run on; empty for the one that is registered
  record Model(Entity entity, Optional<Expr> client) {}

  /// Returns the model of `db.user` or of `User.prisma()`.
  Optional<Model> model(Expr of) {
    if (of instanceof Expr.Call(var _, Expr.Attribute(var _, var model, var name), var given)
        && name.equals("prisma")) {
      var client = given.stream().findFirst().map(Argument::value);
      return named(model).map(it -> new Model(it, client));
    }
    return of instanceof Expr.Attribute(var _, var client, var accessor) && isClient(client)
        ? words
            .byAccessor(accessor.toLowerCase(Locale.ROOT))
            .map(it -> new Model(it, Optional.of(client)))
        : Optional.empty();
  }

  /// Returns the model of a class, by what the file calls it.
  private Optional<Entity> named(Expr expression) {
    return names
        .in("prisma.models", expression)
        .or(() -> lastName(expression).filter(_ -> expression instanceof Expr.Name))
        .flatMap(words::model);
  }

  /// Returns a method of a model that is named and not called, as in `create = db.user.create`.
  Optional<ClientCall> kept(Expr.Attribute method) {
    return Operation.find(method.name())
        .flatMap(
            operation ->
                model(method.of())
                    .map(
                        it ->
                            new ClientCall(
                                new Expr.Call(method.span(), method, List.of()),
                                method,
                                it.client(),
                                new ClientCall.Target.Kept(it.entity(), operation))));
  }

  /// `Anything.prisma()`, as of a class that somebody has made of a model.
  private static boolean isOfClass(Expr of) {
    return of instanceof Expr.Call(var _, Expr.Attribute(var _, var owner, var name), var given)
        && lastName(owner).isPresent()
        && name.equals("prisma")
        && given.size() < 2;
  }

  /// Other things connect too: only what was made here, or is called after Prisma, is its client.
  private boolean isSurelyClient(Expr expression) {
    return lastName(expression)
        .filter(it -> made.contains(it) || it.toLowerCase(Locale.ROOT).contains("prisma"))
        .isPresent();
  }

  private boolean isLikelyClient(Expr expression) {
    return isSurelyClient(expression) || lastName(expression).filter("db"::equals).isPresent();
  }

  boolean isMade(Expr expression) {
    return !(expression instanceof Expr.Call)
        && lastName(expression).filter(made::contains).isPresent();
  }

  boolean isAskedWhetherConnected(Expr.Call call) {
    return call.function() instanceof Expr.Attribute(var _, var of, var method)
        && method.equals("is_connected")
        && isSurelyClient(of);
  }

  /// @param whole the expression, or the `await` around it
  Optional<ClientCall> find(Expr.Call call, Expr whole) {
    if (!(call.function() instanceof Expr.Attribute(var _, var of, var method))) {
      return Optional.empty();
    }
    for (var raw : ClientCall.RawOperation.values()) {
      if (raw.word().equals(method)) {
        return Optional.of(raw(call, whole, of, raw));
      }
    }
    for (var life : ClientCall.LifeOperation.values()) {
      if (life.word().equals(method) && isSurelyClient(of)) {
        return Optional.of(
            new ClientCall(call, whole, Optional.of(of), new ClientCall.Target.Life(life)));
      }
    }
    return Operation.find(method)
        .flatMap(it -> ofModel(call, whole, of, it).or(() -> ofUnknown(call, whole, of, it)));
  }

  /// Whatever takes a `where` as the client does is its own, though a table may be all that the
  /// code says.
  private Optional<ClientCall> ofUnknown(Expr.Call call, Expr whole, Expr of, Operation operation) {
    var isOfClient =
        operation.isUnmistakable()
            && of instanceof Expr.Attribute(var _, var client, var _)
            && isClient(client);
    var isGivenWhere =
        call.arguments().stream()
            .anyMatch(
                it -> it instanceof Argument.Keyword(var name, var _) && name.equals("where"));
    var areKnown =
        call.arguments().stream()
            .allMatch(
                it ->
                    it instanceof Argument.Keyword(var name, var _)
                        && operation.parameters().contains(name));
    return isOfClient || isOfClass(of) || isGivenWhere && areKnown
        ? Optional.of(
            new ClientCall(
                call, whole, Optional.empty(), new ClientCall.Target.OfUnknown(operation)))
        : Optional.empty();
  }

  private Optional<ClientCall> ofModel(Expr.Call call, Expr whole, Expr of, Operation operation) {
    if (of instanceof Expr.Call) {
      return model(of)
          .map(
              it ->
                  new ClientCall(
                      call,
                      whole,
                      it.client(),
                      new ClientCall.Target.OfModel(it.entity(), operation)));
    }
    if (of instanceof Expr.Attribute(var _, var client, var accessor)
        && (operation.isUnmistakable() || isClient(client) || isGivenDicts(call))) {
      return words
          .byAccessor(accessor.toLowerCase(Locale.ROOT))
          .map(it -> new ClientCall.Target.OfModel(it, operation))
          .map(it -> new ClientCall(call, whole, Optional.of(client), it));
    }
    return Optional.empty();
  }

  private static boolean isGivenDicts(Expr.Call call) {
    return call.arguments().stream()
        .anyMatch(
            it ->
                it instanceof Argument.Keyword(var name, var _)
                        && (name.equals("where") || name.equals("data"))
                    || it instanceof Argument.Positional(Expr.Dict _));
  }
}
