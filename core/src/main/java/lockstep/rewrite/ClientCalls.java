package lockstep.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
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

  private final Vocabulary words;
  private final ClientNames names;
  private final ClientHolders holders;
  private final List<Expr> handed = new ArrayList<>();

  ClientCalls(Vocabulary words, PythonFile file) {
    this.words = words;
    this.names = new ClientNames(file);
    this.holders = new ClientHolders(words, file, names);
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
    return holders.isClient(expression);
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
    return reached(of)
        .filter(it -> isClient(it.client()))
        .flatMap(
            it ->
                words
                    .byAccessor(it.accessor())
                    .map(entity -> new Model(entity, Optional.of(it.client()))));
  }

  private record Reached(Expr client, String accessor) {}

  /// `db.user`, or `getattr(db, "user")`.
  private static Optional<Reached> reached(Expr of) {
    return switch (of) {
      case Expr.Attribute(var _, var client, var accessor) ->
          Optional.of(new Reached(client, accessor.toLowerCase(Locale.ROOT)));
      case Expr.Call(var _, Expr.Name(var _, var id), var given)
          when id.equals("getattr")
              && given.size() > 1
              && given.get(1).value() instanceof Expr.Text(var _, var accessor) ->
          Optional.of(new Reached(given.getFirst().value(), accessor.toLowerCase(Locale.ROOT)));
      default -> Optional.empty();
    };
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
    return isMade(expression)
        || lastName(expression)
            .filter(it -> it.toLowerCase(Locale.ROOT).contains("prisma"))
            .isPresent();
  }

  private boolean isLikelyClient(Expr expression) {
    return isSurelyClient(expression) || lastName(expression).filter("db"::equals).isPresent();
  }

  boolean isMade(Expr expression) {
    return holders.isMade(expression);
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
    var isGivenWhere = call.keyword("where").isPresent();
    if (isOfClient
        || isOfClass(of)
        || isGivenWhere && areKnown(call, operation)
        || holders.isOfSomeModel(of)) {
      return unknown(call, whole, operation, "it is not known here of which model rows are asked.");
    }
    if (holders.isOfModel(of)) {
      return unknown(
          call, whole, operation, "the methods of a model are kept apart from their client here.");
    }
    return mayBeOfClient(whole, of) && areKnown(call, operation)
        ? unknown(call, whole, operation, "whether it is asked of the client is not known here.")
        : Optional.empty();
  }

  private static Optional<ClientCall> unknown(
      Expr.Call call, Expr whole, Operation operation, String reason) {
    return Optional.of(
        new ClientCall(
            call, whole, Optional.empty(), new ClientCall.Target.OfUnknown(operation, reason)));
  }

  private static boolean areKnown(Expr.Call call, Operation operation) {
    return call.arguments().stream()
        .allMatch(
            it ->
                it instanceof Argument.Keyword(var name, var _)
                    && operation.parameters().contains(name));
  }

  /// `await self._other.user.count()`, where nobody says what the other is.
  private boolean mayBeOfClient(Expr whole, Expr of) {
    return holders.areSaid()
        && whole instanceof Expr.Await
        && of instanceof Expr.Attribute(var _, var other, var accessor)
        && lastName(other).isPresent()
        && words.byAccessor(accessor).isPresent();
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
