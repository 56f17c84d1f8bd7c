package lockstep.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.mapping.Field;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// What is done with the rows that converted calls return.
///
/// A variable holds rows of a model where everything that is assigned to it in its function says
/// so; what a loop takes from rows is a row. Fields of such rows get the names of attributes, and
/// methods that only the client's rows have are reported.
final class Results {
  /// Of the client's rows, which are models of Pydantic (Prisma Client Python 0.15).
  private static final Set<String> METHODS =
      Set.of("dict", "json", "model_dump", "model_dump_json", "copy", "model_copy");

  /// The functions that do what these methods did.
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "dict", "as_dict",
          "model_dump", "as_dict",
          "json", "as_json",
          "model_dump_json", "as_json");

  private final Vocabulary words;
  private final ClientImports imports;
  private final StoredValues values;
  private final Instances instances;
  private final Map<Expr, ClientCall> calls = new IdentityHashMap<>();

  /// What functions return, by their names; empty where it is not said, or not by one alone.
  private final Map<String, Optional<Expr>> functions = new LinkedHashMap<>();

  private final Map<String, Optional<Rows>> variables = new LinkedHashMap<>();

  /// Where a variable first gets something else that is made of its own rows, as in `user =
  /// user.dict()`.
  private final Map<String, Integer> rebound = new LinkedHashMap<>();

  /// What a variable is on one way, where it is something else on another.
  private final Map<String, Entity> mixed = new LinkedHashMap<>();

  /// Attributes of rows that have times without a zone.
  private final Set<Expr> plainTimes = Collections.newSetFromMap(new IdentityHashMap<>());

  private final RowUses uses;
  private final RowReaders readers;
  private final Set<Expr> served = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Renamed> renamed = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  /// What an expression is known to be.
  private record Rows(Entity entity, Number number) {
    Optional<Rows> each() {
      return number == Number.MANY ? Optional.of(new Rows(entity, Number.ONE)) : Optional.empty();
    }
  }

  private enum Number {
    ONE,
    MANY
  }

  /// A field that is called otherwise.
  ///
  /// @param span of the name alone
  record Renamed(Span span, String attribute) {}

  Results(
      Vocabulary words,
      ClientImports imports,
      List<ClientCall> converted,
      StoredValues values,
      Instances instances) {
    this.words = words;
    this.values = values;
    this.instances = instances;
    this.imports = imports;
    this.uses = new RowUses(values.file(), words, imports, this::row, renamed, remarks);
    this.readers = new RowReaders(instances, remarks);
    values.know(it -> row(it).isPresent());
    converted.forEach(it -> calls.put(it.whole(), it));
    values
        .file()
        .statements()
        .filter(Stmt.Function.class::isInstance)
        .map(Stmt.Function.class::cast)
        .forEach(it -> functions.merge(it.name(), it.returns(), (_, _) -> Optional.empty()));
  }

  List<Renamed> renamed() {
    return renamed;
  }

  /// Returns the attributes of rows that have times without a zone.
  Set<Expr> plainTimes() {
    return plainTimes;
  }

  List<Remark> remarks() {
    return remarks;
  }

  /// Looks at the statements of one function.
  void look(FoundCalls.Scope scope) {
    variables.clear();
    rebound.clear();
    mixed.clear();
    scope
        .parameters()
        .forEach(
            it ->
                it.annotation()
                    .flatMap(this::annotated)
                    .ifPresent(rows -> learn(it.name(), Optional.of(rows))));
    var own = scope.body().stream().flatMap(Variables::own).toList();
    // A variable may come from another that is assigned later in the text, as in a loop.
    own.forEach(this::learn);
    own.forEach(this::learn);
    instances.look(scope, own);
    var placed =
        own.stream().flatMap(it -> it.expressions().stream()).flatMap(Results::placed).toList();
    placed.forEach(this::use);
    new RowTimes(new Times(values.file(), own, scope.parameters(), this::isPlainTime), words)
        .look(placed, renamed, remarks);
    scope.transactions().forEach(it -> new ChangedRows(own, it).remarks(this::isRow, remarks));
    scope.function().flatMap(Route::of).ifPresent(this::answers);
  }

  /// The JSON of a row has the names of attributes, and no class of rows is one that FastAPI makes
  /// responses by.
  private void answers(Route route) {
    var model = route.model().filter(it -> annotated(it).isPresent());
    if (model.isPresent()) {
      remarks.add(
          new Remark(
              RewriteCode.USED_OTHERWISE,
              model.get().span(),
              "FastAPI makes no response by a class of SQLAlchemy.",
              "Name a model of Pydantic with `from_attributes=True`."));
    } else if (route.model().isPresent()) {
      route
          .returned()
          .flatMap(it -> rows(it).stream())
          .findFirst()
          .ifPresent(it -> readers.read(route.model().get(), it.entity()));
    } else {
      route.returned().forEach(it -> rows(it).ifPresent(rows -> answered(it, rows.entity())));
    }
  }

  private void answered(Expr returned, Entity entity) {
    entity.otherNames().entrySet().stream()
        .findFirst()
        .ifPresent(
            it ->
                remarks.add(
                    new Remark(
                        RewriteCode.USED_OTHERWISE,
                        returned.span(),
                        "The JSON of %s has `%s` where the client's had `%s`."
                            .formatted(entity.name(), it.getValue(), it.getKey()),
                        "Give the route a `response_model` of the names that callers know, or"
                            + " generate with `names = \"field\"`.")));
  }

  /// Returns whether an attribute is one of a row that has a time without a zone.
  private boolean isPlainTime(Expr.Attribute attribute) {
    return row(attribute.of()).filter(it -> it.isPlainTime(attribute.name())).isPresent();
  }

  private boolean isRow(Expr expression) {
    return row(expression).isPresent();
  }

  private Optional<Entity> row(Expr expression) {
    return rows(expression).filter(it -> it.number() == Number.ONE).map(Rows::entity);
  }

  /// Returns an expression and those below it that have places of their own.
  private static Stream<Expr> placed(Expr expression) {
    var placed = new ArrayList<Expr>();
    addPlaced(expression, placed);
    return placed.stream();
  }

  private static void addPlaced(Expr expression, List<Expr> placed) {
    placed.add(expression);
    expression.placed().forEach(it -> addPlaced(it, placed));
  }

  /// A row that is asked for its dict or its JSON is given to the function that makes it.
  private void serve(Expr.Call call) {
    if (call.function() instanceof Expr.Attribute method
        && call.arguments().isEmpty()
        && FUNCTIONS.containsKey(method.name())
        && method.of().root() instanceof Expr.Name root
        && rows(method.of()).filter(it -> it.number() == Number.ONE).isPresent()) {
      var function = imports.ofHelpers(FUNCTIONS.get(method.name()));
      renamed.add(new Renamed(root.span(), function + "(" + root.id()));
      renamed.add(new Renamed(new Span(method.of().span().end(), call.span().end()), ")"));
      served.add(method);
    }
  }

  /// `UserOut.model_validate(user)`.
  private void made(Expr.Call call) {
    if (call.function() instanceof Expr.Attribute(var _, var of, var maker)
        && Instances.READERS.contains(maker)
        && !call.arguments().isEmpty()) {
      rows(call.arguments().getFirst().value()).ifPresent(it -> readers.read(of, it.entity()));
    }
  }

  private void learn(String name, Optional<Rows> rows) {
    var known = variables.get(name);
    if (known == null) {
      variables.put(name, rows);
    } else if (!known.equals(rows)) {
      known.or(() -> rows).ifPresent(it -> mixed.put(name, it.entity()));
      variables.put(name, Optional.empty());
    }
  }

  private void learn(Stmt statement) {
    switch (statement) {
      case Stmt.Assign it when it.value().isPresent() ->
          it.targets().stream()
              .filter(_ -> !it.value().get().isNone())
              .forEach(target -> assigned(target, it.value().get()));
      case Stmt.For it -> learn(it.target(), rows(it.over()).flatMap(Rows::each));
      default -> {}
    }
    statement.expressions().stream().flatMap(Expr::all).forEach(this::bound);
  }

  private void bound(Expr expression) {
    switch (expression) {
      case Expr.Comprehension it ->
          it.loops().forEach(loop -> learn(loop.target(), rows(loop.over()).flatMap(Rows::each)));
      case Expr.Other(var _, var kind, var parts) when kind.equals("NamedExpr") ->
          assigned(parts.getFirst(), parts.getLast());
      default -> {}
    }
  }

  /// Calls that ran at the same time give their rows in their order.
  private void assigned(Expr target, Expr value) {
    if (target instanceof Expr.Name(var _, var id)
        && mentions(value, id)
        && rows(value).isEmpty()) {
      rebound.merge(id, value.span().end(), Math::min);
    } else if (target instanceof Expr.Display(var _, var _, var targets)
        && value instanceof Expr.Await await
        && Gathering.of(await).isPresent()) {
      var arguments = Gathering.of(await).get().arguments();
      for (var i = 0; i < Math.min(targets.size(), arguments.size()); i++) {
        learn(targets.get(i), rows(arguments.get(i).value()));
      }
    } else {
      learn(target, rows(value));
    }
  }

  private static boolean mentions(Expr value, String name) {
    return value.all().anyMatch(it -> it instanceof Expr.Name(var _, var id) && id.equals(name));
  }

  private void learn(Expr target, Optional<Rows> rows) {
    if (target instanceof Expr.Name(var _, var id)) {
      learn(id, rows);
    }
  }

  private Optional<Rows> annotated(Expr annotation) {
    return annotation
        .all()
        .flatMap(it -> imports.model(it).stream())
        .findFirst()
        .map(it -> new Rows(it, isMany(annotation) ? Number.MANY : Number.ONE));
  }

  private static boolean isMany(Expr annotation) {
    return annotation instanceof Expr.Subscript it
        && ClientCalls.lastName(it.of())
            .filter(Set.of("list", "List", "Sequence", "Iterable")::contains)
            .isPresent();
  }

  private Optional<Rows> rows(Expr expression) {
    var call = calls.get(expression);
    if (call != null) {
      return switch (call.target()) {
        case ClientCall.Target.OfModel(var entity, var operation) ->
            number(operation).map(it -> new Rows(entity, it));
        case ClientCall.Target.Raw(var operation, var entity) ->
            entity.flatMap(of -> number(operation).map(it -> new Rows(of, it)));
        case ClientCall.Target.Life _, ClientCall.Target.OfUnknown _, ClientCall.Target.Kept _ ->
            Optional.empty();
      };
    }
    return switch (expression) {
      case Expr.Await it -> returned(it.value());
      case Expr.Call it -> returned(it);
      case Expr.Name it ->
          it.span().start() < rebound.getOrDefault(it.id(), Integer.MAX_VALUE)
              ? variables.getOrDefault(it.id(), Optional.empty())
              : Optional.empty();
      case Expr.Attribute it ->
          rows(it.of()).filter(of -> of.number() == Number.ONE).flatMap(of -> reached(of, it));
      case Expr.Subscript it ->
          it.index() instanceof Expr.Other(var _, var kind, var _) && kind.equals("Slice")
              ? rows(it.of())
              : rows(it.of()).flatMap(Rows::each);
      case Expr.Other(var _, var kind, var parts) when kind.equals("BoolOp") -> perhapsRows(parts);
      case Expr.Other(var _, var kind, var parts) when kind.equals("IfExp") ->
          perhapsRows(parts.subList(1, 3));
      default -> Optional.empty();
    };
  }

  /// What a function of the file says that it returns.
  private Optional<Rows> returned(Expr call) {
    if (!(call instanceof Expr.Call(var _, var function, var _))) {
      return Optional.empty();
    }
    var own =
        ClientCalls.lastName(function)
            .filter(_ -> function instanceof Expr.Name || isOfSelf(function))
            .filter(functions::containsKey);
    return own.isPresent()
        ? functions.get(own.get()).filter(Results::isOfRows).flatMap(this::annotated)
        : imports
            .returned(function)
            .filter(it -> isOfRows(it.annotation()))
            .flatMap(
                it ->
                    words
                        .model(it.model())
                        .map(
                            entity ->
                                new Rows(
                                    entity, isMany(it.annotation()) ? Number.MANY : Number.ONE)));
  }

  /// Returns whether an annotation says nothing but a row, rows, or none.
  private static boolean isOfRows(Expr annotation) {
    return switch (annotation) {
      case Expr.Name _, Expr.Attribute _, Expr.Text _ -> true;
      case Expr.Subscript it ->
          isMany(it) || ClientCalls.lastName(it.of()).filter("Optional"::equals).isPresent();
      case Expr.Other(var _, var kind, var parts) when kind.equals("BinOp") ->
          parts.stream().allMatch(it -> it.isNone() || isOfRows(it));
      default -> false;
    };
  }

  static boolean isOfSelf(Expr function) {
    return function instanceof Expr.Attribute(var _, Expr.Name(var _, var self), var _)
        && (self.equals("self") || self.equals("cls"));
  }

  /// `user.posts or []`: rows, where nothing but them and what is empty is chosen from.
  private Optional<Rows> perhapsRows(List<Expr> parts) {
    var all = parts.stream().filter(it -> !isNothing(it)).map(this::rows).distinct().toList();
    return all.size() == 1 ? all.getFirst() : Optional.empty();
  }

  private static boolean isNothing(Expr value) {
    return value.isNone()
        || value instanceof Expr.Display(var _, var _, var elements) && elements.isEmpty();
  }

  private static Optional<Number> number(ClientCall.RawOperation operation) {
    return switch (operation) {
      case QUERY_RAW -> Optional.of(Number.MANY);
      case QUERY_FIRST -> Optional.of(Number.ONE);
      case EXECUTE_RAW -> Optional.empty();
    };
  }

  private static Optional<Number> number(Operation operation) {
    return Optional.of(operation == Operation.FIND_MANY ? Number.MANY : Number.ONE)
        .filter(_ -> operation.returnsRows());
  }

  private Optional<Rows> reached(Rows of, Expr.Attribute attribute) {
    var field = of.entity().field(attribute.name());
    if (field.isEmpty() || !(field.get() instanceof Field.Relation relation)) {
      return Optional.empty();
    }
    var isMany = relation.cardinality() == Field.Cardinality.MANY;
    return words
        .model(relation.target())
        .map(it -> new Rows(it, isMany ? Number.MANY : Number.ONE));
  }

  private void use(Expr expression) {
    if (expression instanceof Expr.Call call) {
      serve(call);
      made(call);
      uses.look(call);
    }
    if (!(expression instanceof Expr.Attribute it)) {
      return;
    }
    uses.look(it);
    var name = new Span(it.span().end() - it.name().length(), it.span().end());
    imports
        .member(it)
        .filter(member -> !member.equals(it.name()))
        .ifPresent(member -> renamed.add(new Renamed(name, member)));
    var rows = rows(it.of()).filter(of -> of.number() == Number.ONE);
    if (rows.isEmpty()) {
      perhaps(it, name);
      if (it.of() instanceof Expr.Name(var _, var id)
          && METHODS.contains(it.name())
          && mixed.containsKey(id)) {
        hasNoMethod(mixed.get(id), it, name);
      }
      return;
    }
    var entity = rows.get().entity();
    var field = entity.field(it.name());
    if (field.isPresent()) {
      if (entity.isPlainTime(it.name())) {
        plainTimes.add(it);
      }
      renamed.addAll(values.read(it, name, entity, field.get()));
      values.remark(it, name, entity, field.get()).ifPresent(remarks::add);
    } else if (METHODS.contains(it.name()) && !served.contains(it)) {
      hasNoMethod(entity, it, name);
    }
  }

  private void hasNoMethod(Entity entity, Expr.Attribute method, Span name) {
    remarks.add(
        new Remark(
            RewriteCode.USED_OTHERWISE,
            name,
            "Rows of %s have no method `%s` any more.".formatted(entity.name(), method.name()),
            "Name the attributes that are wanted, or give the row to a model of Pydantic with"
                + " `from_attributes=True`."));
  }

  /// What is not known to be a row may be one all the same, where only fields are called so.
  private void perhaps(Expr.Attribute attribute, Span name) {
    if (calls.isEmpty() && !imports.areOfModels() || isOfSelf(attribute)) {
      return;
    }
    words
        .renamed(attribute.name())
        .filter(_ -> !instances.have(attribute))
        .ifPresent(
            it ->
                remarks.add(
                    new Remark(
                        RewriteCode.USED_OTHERWISE,
                        name,
                        "`%s` is called `%s` now, where this is a row."
                            .formatted(attribute.name(), it),
                        "Rename it here, or annotate with its class what holds the row.")));
  }
}
