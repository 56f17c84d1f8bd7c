package lockstep.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lockstep.emit.python.Expression;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;
import lockstep.schema.ScalarType;

/// Writes what an `include` says as loader options.
///
/// One row that belongs to each is joined; several are loaded by a statement of their own, as the
/// client does, so that no row comes twice.
final class Loading {
  private static final Set<ScalarType> TEXTS =
      Set.of(ScalarType.TEXT, ScalarType.VARCHAR, ScalarType.CHAR);

  private final Draft draft;
  private final Way way;

  /// How relations are loaded, by their names and those of the models that have them.
  private final Map<String, String> ways = new HashMap<>();

  /// How the rows themselves are loaded.
  enum Way {
    SELECTED,
    /// By a statement that writes and returns: nothing can be joined to it.
    RETURNED
  }

  Loading(Draft draft, Way way) {
    this.draft = draft;
    this.way = way;
  }

  List<Expression> options(Entity entity, Expr include) {
    return options(entity, "", include);
  }

  /// @param path of the attributes that lead to the rows, each with a dot behind it
  private List<Expression> options(Entity entity, String path, Expr include) {
    if (include.isNone()) {
      return List.of();
    }
    if (include instanceof Expr.Name name && path.isEmpty()) {
      var included = draft.included(name);
      if (included.isPresent()) {
        return options(entity, path, included.get());
      }
    }
    var known = draft.includedBy(include);
    if (known.isEmpty()) {
      var unread = draft.knownOf(include).flatMap(it -> IncludedDicts.unread(it).stream());
      unread
          .findFirst()
          .ifPresent(
              it ->
                  draft.refuse(
                      "what is included is only known when it runs, and `%s` is not read then."
                          .formatted(it)));
      draft.note("what is included may say `include` and `where` of a relation, and no more.");
      var given = Expression.verbatim(draft.source(include));
      return List.of(Expression.verbatim("*" + draft.helped("options", entity, given).flat()));
    }
    var options = new ArrayList<Expression>();
    for (var it : known.get().entries()) {
      option(entity, path, it, options);
    }
    return options;
  }

  private void option(Entity entity, String path, Expr.Entry entry, List<Expression> into) {
    if (entry.key().isEmpty()) {
      var spread = draft.includedBy(entry.value());
      if (spread.isEmpty()) {
        draft.refuse(
            "what `**%s` includes is only known when it runs."
                .formatted(Conditions.oneLine(draft.source(entry.value()))));
      }
      spread.ifPresent(it -> into.addAll(options(entity, path, it)));
      return;
    }
    var field = entry.name().flatMap(entity::field);
    if (field.isEmpty() || !(field.get() instanceof Field.Relation relation)) {
      draft.refuse(
          "`%s` is no relation of %s.".formatted(entry.name().orElse("**"), entity.name()));
      return;
    }
    var target = draft.words().model(relation.target());
    if (target.isEmpty()) {
      draft.refuse("`%s` reaches what has no class.".formatted(relation.name()));
      return;
    }
    var name = entity.attribute(relation);
    var loaded =
        new Loaded(
            relation,
            Expression.verbatim(draft.imports().model(entity) + "." + name),
            path + name,
            target.get());
    once(entity, relation, entry.value());
    switch (entry.value()) {
      case Expr.Constant(var _, var kind) when kind == Expr.Kind.TRUE ->
          into.add(loader(relation, loaded.attribute(), List.of()));
      case Expr.Constant(var _, var kind) when kind != Expr.Kind.OTHER -> {}
      default ->
          draft
              .includedBy(entry.value())
              .ifPresentOrElse(
                  it -> into.add(detailed(loaded, it)),
                  () ->
                      draft.refuse(
                          "whether `%s` is included is only known when it runs."
                              .formatted(relation.name())));
    }
  }

  /// A session has one object of each row, and that one list of what is related: rows that nobody
  /// asked for in an order may come in any.
  private void once(Entity entity, Field.Relation relation, Expr value) {
    if (relation.cardinality() != Field.Cardinality.MANY || value.isNone()) {
      return;
    }
    var entries = value instanceof Expr.Dict dict ? dict.entries() : List.<Expr.Entry>of();
    var name = entity.name() + "." + relation.name();
    var order = said(entries, Set.of("order", "order_by", "orderBy")::contains);
    var which = said(entries, it -> !it.equals("include") && !it.startsWith("order"));
    var orders = "%s in an order".formatted(name);
    var isOrdered = order.isEmpty() || ways.getOrDefault(orders, order).equals(order);
    if (!isOrdered || !ways.getOrDefault(name, which).equals(which)) {
      draft.refuse(
          "`%s` of %s is included in two ways, and a session has one object of each row."
              .formatted(relation.name(), entity.name()));
    }
    ways.put(name, which);
    if (!order.isEmpty()) {
      ways.put(orders, order);
    }
  }

  private String said(List<Expr.Entry> entries, Predicate<String> of) {
    return entries.stream()
        .filter(it -> of.test(it.name().orElse("")))
        .map(it -> it.name().orElse("**") + ": " + draft.source(it.value()))
        .collect(Collectors.joining(", "));
  }

  /// A relation that is loaded.
  ///
  /// @param path of attributes from the rows that the call returns
  private record Loaded(
      Field.Relation relation, Expression attribute, String path, Entity target) {}

  private Expression detailed(Loaded loaded, Expr.Dict details) {
    var inner = new ArrayList<Expression>();
    var conditions = new ArrayList<Expression>();
    var order = Optional.<Expr>empty();
    var part = new ArrayList<Expression.Item>();
    var kinds = new ArrayList<Field.Scalar>();
    var cursor = Optional.<Expr>empty();
    for (var it : details.entries()) {
      switch (it.name().orElse("")) {
        case "include" -> inner.addAll(options(loaded.target(), loaded.path() + ".", it.value()));
        case "where" ->
            conditions.addAll(new Conditions(draft, Sense.READ).of(loaded.target(), it.value()));
        case "order_by", "orderBy", "order" -> order = Optional.of(it.value());
        case "take", "skip" -> part.add(part(it));
        case "cursor" -> cursor = Optional.of(it.value()).filter(one -> !one.isNone());
        case "distinct" ->
            kinds.addAll(
                draft.scalars(
                    loaded.target(),
                    it.value(),
                    "by what rows are distinct is only known when it runs."));
        default ->
            draft.refuse(
                "`%s` inside an include is not converted.".formatted(it.name().orElse("**")));
      }
    }
    var by = order.map(it -> new Sorting(draft).of(loaded.target(), it)).orElse(List.of());
    var first = new FirstOfEach(draft, loaded.relation(), loaded.target());
    if (cursor.isPresent()) {
      if (!conditions.isEmpty() || !kinds.isEmpty()) {
        draft.refuse("a cursor inside an include is converted where nothing else says which rows.");
      }
      conditions.addAll(fromCursor(loaded.target(), cursor.get(), by, first));
    }
    if (!kinds.isEmpty() && !part.isEmpty()) {
      draft.refuse("`take` and `skip` of distinct rows inside an include are not converted.");
    } else if (!kinds.isEmpty() && !first.isKnown()) {
      draft.refuse("rows inside an include are made distinct where one column is their key.");
    } else if (!kinds.isEmpty() || isOne(details) && first.isKnown()) {
      order.filter(_ -> !kinds.isEmpty()).ifPresent(it -> order(loaded, it));
      return loader(
          loaded.relation(), and(loaded, List.of(first.condition(conditions, kinds, by))), inner);
    }
    if (!part.isEmpty()) {
      order.ifPresent(it -> order(loaded, it));
      return loader(loaded.relation(), part(loaded, conditions, by, part), inner);
    }
    order.ifPresent(it -> order(loaded, it));
    return loader(
        loaded.relation(),
        conditions.isEmpty() ? loaded.attribute() : and(loaded, conditions),
        inner);
  }

  /// Rows that belong to others than the cursor's row does are none (Prisma 7).
  private List<Expression> fromCursor(
      Entity target, Expr cursor, List<Expression> order, FirstOfEach rows) {
    var from = new FromCursor(draft, target, OrderedRows.withKey(draft, target, order));
    if (!(cursor instanceof Expr.Dict dict)
        || !FromCursor.names(target, dict)
        || !from.isPlain()
        || !rows.isKnown()
        || draft.precedence() == Draft.Precedence.NONE
        || !draft.before().isEmpty()) {
      return List.of(
          draft.refuse(
              "a cursor inside an include is converted where it is a key of one column that is"
                  + " written out, in an order of one column without NULL."));
    }
    var written = from.written(dict);
    draft.before().add(written.start());
    var row = new Conditions(draft, Sense.READ).all(target, dict).toArray(Expression[]::new);
    var conditions = new ArrayList<Expression>();
    for (var it : rows.owner()) {
      var same =
          new Expression.Chain(
              draft.sqlAlchemy("select", it),
              List.of(
                  Expression.call("where", row),
                  Expression.call("correlate", Expression.verbatim("None"))));
      conditions.add(new Expression.Chain(it, List.of(Expression.call("in_", same))));
    }
    conditions.add(written.condition());
    return conditions;
  }

  /// Returns whether one row of each is wanted, which has no order.
  private boolean isOne(Expr.Dict details) {
    return details.entries().stream().anyMatch(it -> it.name().filter("take"::equals).isPresent())
        && details.entries().stream()
            .noneMatch(
                it ->
                    switch (it.name().orElse("")) {
                      case "take" -> !draft.source(it.value()).equals("1");
                      case "skip" -> true;
                      default -> false;
                    });
  }

  private static Expression and(Loaded loaded, List<Expression> conditions) {
    var all = conditions.stream().map(Expression::item).toList();
    return new Expression.Chain(loaded.attribute(), List.of(new Expression.Call("and_", all)));
  }

  private Expression.Item part(Expr.Entry entry) {
    if (entry.value() instanceof Expr.Other(var _, var kind, var _) && kind.equals("UnaryOp")) {
      draft.refuse("a negative `take` counts from the end.");
    }
    var name = entry.name().orElseThrow();
    return Expression.keyword(name, Expression.verbatim(draft.argument(entry.value())));
  }

  /// Some of the rows that belong to each: which those are, their places in an order say.
  private Expression part(
      Loaded loaded,
      List<Expression> conditions,
      List<Expression> order,
      List<Expression.Item> part) {
    if (loaded.relation().side() instanceof Field.Side.Joined) {
      draft.refuse("some rows of a relation between many and many are not converted.");
    }
    var arguments = new ArrayList<Expression.Item>();
    arguments.add(Expression.item(loaded.attribute()));
    conditions.forEach(it -> arguments.add(Expression.item(it)));
    if (!order.isEmpty()) {
      arguments.add(Expression.keyword("order_by", Expression.list(order)));
    }
    arguments.addAll(part);
    return draft.help("some_of", arguments);
  }

  /// No loader of SQLAlchemy is told an order: rows get it once they are there.
  private void order(Loaded loaded, Expr order) {
    var arguments = new ArrayList<Expression>();
    arguments.add(Expression.text(loaded.path()));
    var entries = new ArrayList<Expr.Entry>();
    switch (order) {
      case Expr.Dict dict -> entries.addAll(dict.entries());
      case Expr.Display(var _, var _, var elements)
          when elements.stream().allMatch(Expr.Dict.class::isInstance) ->
          elements.forEach(it -> entries.addAll(((Expr.Dict) it).entries()));
      default ->
          draft.refuse("the order of `%s` is only known when it runs.".formatted(loaded.path()));
    }
    entries.forEach(it -> arguments.add(direction(loaded.target(), it)));
    draft.order(arguments);
  }

  private Expression direction(Entity target, Expr.Entry entry) {
    var field = entry.name().flatMap(target::field);
    if (field.isEmpty()
        || !(field.get() instanceof Field.Scalar scalar)
        || !(entry.value() instanceof Expr.Text(var _, var direction))) {
      return draft.refuse("rows inside an include are ordered by columns alone.");
    }
    if (target.type(scalar).isOneOf(TEXTS)) {
      draft.note("`%s` orders as Python orders texts, not the database.".formatted(scalar.name()));
    }
    return Expression.tuple(
        List.of(Expression.text(target.attribute(scalar)), Expression.text(direction)));
  }

  private Expression loader(Field.Relation relation, Expression reached, List<Expression> inner) {
    var isMany = relation.cardinality() == Field.Cardinality.MANY;
    var function = isMany || way == Way.RETURNED ? "selectinload" : "joinedload";
    var name = draft.imports().name("sqlalchemy.orm", function, "sa_" + function);
    var load = Expression.call(name, reached);
    if (inner.isEmpty()) {
      return load;
    }
    if (inner.size() == 1 && inner.getFirst() instanceof Expression.Call only) {
      return new Expression.Chain(load, List.of(only));
    }
    if (inner.size() == 1
        && inner.getFirst() instanceof Expression.Chain(Expression.Call first, var links)) {
      var all = new ArrayList<Expression.Call>();
      all.add(first);
      all.addAll(links);
      return new Expression.Chain(load, all);
    }
    return new Expression.Chain(
        load,
        List.of(new Expression.Call("options", inner.stream().map(Expression::item).toList())));
  }
}
