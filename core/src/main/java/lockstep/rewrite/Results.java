package lockstep.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;
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
  private final HeldRows held;
  private final boolean hasCalls;

  /// Attributes of rows that have times without a zone.
  private final Set<Expr> plainTimes = Collections.newSetFromMap(new IdentityHashMap<>());

  private final RowUses uses;
  private final RowReaders readers;
  private final Set<Expr> served = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Renamed> renamed = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  /// A field that is called otherwise.
  ///
  /// @param span of the name alone
  record Renamed(Span span, String attribute) {}

  Results(
      Vocabulary words,
      ClientImports imports,
      List<ClientCall> converted,
      List<FoundCalls.Scope> scopes,
      StoredValues values,
      Instances instances) {
    this.words = words;
    this.values = values;
    this.instances = instances;
    this.imports = imports;
    this.held = new HeldRows(words, imports, values.file(), converted, scopes);
    this.hasCalls = !converted.isEmpty();
    this.uses = new RowUses(values.file(), words, imports, this::row, renamed, remarks);
    this.readers = new RowReaders(instances, remarks);
    values.know(it -> row(it).isPresent());
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
    var own = scope.body().stream().flatMap(Variables::own).toList();
    held.look(scope.parameters(), own);
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
    var model = route.model().filter(it -> held.said(it).isPresent());
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
          .flatMap(it -> held.of(it).flatMap(Held::entity).stream())
          .findFirst()
          .ifPresent(it -> readers.read(route.model().get(), it));
    } else {
      route
          .returned()
          .forEach(
              it -> held.of(it).flatMap(Held::entity).ifPresent(entity -> answered(it, entity)));
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
    return held.of(expression).flatMap(Held::one);
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
        && isRow(method.of())) {
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
      held.of(call.arguments().getFirst().value())
          .flatMap(Held::entity)
          .ifPresent(it -> readers.read(of, it));
    }
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
    var row = row(it.of());
    if (row.isEmpty()) {
      perhaps(it, name);
      if (METHODS.contains(it.name())) {
        held.perhaps(it.of()).ifPresent(of -> hasNoMethod(of, it, name));
      }
      return;
    }
    var entity = row.get();
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

  static boolean isOfSelf(Expr function) {
    return function instanceof Expr.Attribute(var _, Expr.Name(var _, var self), var _)
        && (self.equals("self") || self.equals("cls"));
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
    if (!hasCalls && !imports.areOfModels() || isOfSelf(attribute)) {
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
