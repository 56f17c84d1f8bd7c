package lockstep.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Item;
import lockstep.mapping.ClientDefault;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;

/// Writes what a `data` says as the values of an insert or update.
final class Assignments {
  static final Set<ScalarType> WHOLE =
      Set.of(ScalarType.SMALLINT, ScalarType.INTEGER, ScalarType.BIGINT);

  private final Draft draft;
  private final Kind kind;
  private final Values values;

  /// What the values are for.
  enum Kind {
    INSERT,
    UPDATE
  }

  Assignments(Draft draft, Kind kind) {
    this.draft = draft;
    this.kind = kind;
    this.values = new Values(draft);
  }

  /// One column and what it becomes.
  record Assigned(String attribute, Expression value) {}

  /// Returns the call of `values`; empty where nothing is assigned.
  Optional<Expression.Call> call(Entity entity, Expr data) {
    var followed =
        data instanceof Expr.Name name
            ? draft.follow(name, Variables.Use.DATA)
            : Optional.<Variables.Followed>empty();
    if (followed.isPresent()) {
      return Optional.of(followed(followed.get()));
    }
    if (!(data instanceof Expr.Dict dict)) {
      return Optional.of(call(List.of(Expression.item(unknown(entity, data)))));
    }
    if (dict.entries().isEmpty()) {
      return Optional.empty();
    }
    if (dict.entries().stream().anyMatch(it -> it.key().isEmpty())) {
      return Optional.of(call(List.of(Expression.item(spread(entity, dict)))));
    }
    return Optional.of(
        call(
            Stream.concat(all(entity, dict).stream(), untouched(entity, dict))
                .map(it -> Expression.keyword(it.attribute(), it.value()))
                .toList()));
  }

  private Expression.Call followed(Variables.Followed followed) {
    var entries =
        Stream.concat(
            followed.literals().flatMap(it -> it.entries().stream()),
            followed.extensions().stream().flatMap(it -> it.entries().stream()));
    if (kind == Kind.UPDATE && entries.anyMatch(it -> isLettingGo(followed.entity(), it))) {
      followed
          .entity()
          .model()
          .scalars()
          .filter(it -> it.onUpdate() instanceof ClientDefault.Now)
          .map(followed.entity()::attribute)
          .forEach(
              it ->
                  draft.note(
                      "`%s` is set too where `%s` does nothing but let go of a relation."
                          .formatted(it, followed.name())));
    }
    return call(List.of(Expression.item(Expression.verbatim("**" + followed.name()))));
  }

  /// Letting go of a relation alone changes no time (Prisma 7).
  private Stream<Assigned> untouched(Entity entity, Expr.Dict dict) {
    var isOnlyLettingGo =
        kind == Kind.UPDATE && dict.entries().stream().allMatch(it -> isLettingGo(entity, it));
    return entity
        .model()
        .scalars()
        .filter(it -> isOnlyLettingGo && it.onUpdate() instanceof ClientDefault.Now)
        .map(entity::attribute)
        .map(it -> new Assigned(it, Expression.verbatim(draft.imports().model(entity) + "." + it)));
  }

  private static boolean isLettingGo(Entity entity, Expr.Entry entry) {
    return entry.name().flatMap(entity::field).orElse(null) instanceof Field.Relation
        && entry.value() instanceof Expr.Dict change
        && change.entries().stream()
            .allMatch(it -> it.name().filter("disconnect"::equals).isPresent());
  }

  private static Expression.Call call(List<Item> arguments) {
    return new Expression.Call("values", arguments);
  }

  /// Returns a dict with the names of attributes, among them what `**` brings as it is.
  List<Item> items(Entity entity, Expr.Dict dict) {
    var items = new ArrayList<Item>();
    for (var entry : dict.entries()) {
      if (entry.key().isEmpty()) {
        items.add(
            new Item(
                "**",
                either(entity, entry.value())
                    .orElseGet(() -> Expression.verbatim(spread(entity, entry.value())))));
      } else {
        entry(entity, entry)
            .forEach(
                it -> items.add(Expression.entry(Expression.text(it.attribute()), it.value())));
      }
    }
    return items;
  }

  /// Returns a dict that others bring keys into: by the names of attributes where those are the
  /// fields', else as it is, for a function that knows both.
  private Expression spread(Entity entity, Expr.Dict dict) {
    if (entity.keepsNames() || areFollowed(dict)) {
      return Expression.dict(items(entity, dict));
    }
    var known = known(entity, dict);
    if (known.isPresent()) {
      return Expression.dict(known.get());
    }
    var items = new ArrayList<Item>();
    for (var entry : dict.entries()) {
      var key = entry.name().map(it -> Expression.text(it).flat());
      var label = key.or(() -> entry.key().map(draft::source)).map(it -> it + ": ").orElse("**");
      items.add(new Item(label, plain(entity, entry)));
    }
    return draft.helped("values", entity, Expression.dict(items));
  }

  /// Returns whether all that a dict spreads are variables whose dicts have the names of
  /// attributes.
  boolean areFollowed(Expr.Dict dict) {
    return dict.entries().stream()
        .filter(it -> it.key().isEmpty())
        .allMatch(it -> isFollowed(it.value()) || EitherDict.of(it.value()).isPresent());
  }

  /// Returns one dict or another by the names of attributes.
  private Optional<Expression> either(Entity entity, Expr value) {
    return EitherDict.of(value)
        .map(
            it ->
                new Expression.Grouped(
                    new Expression.Conditional(
                        written(entity, it.first()),
                        draft.condition(it.condition()),
                        written(entity, it.second()))));
  }

  private boolean isFollowed(Expr value) {
    return value instanceof Expr.Name name && draft.follows(name, Variables.Use.DATA);
  }

  /// Returns a dict as one by the names of attributes, whatever it spreads.
  Expression written(Entity entity, Expr.Dict dict) {
    return dict.entries().stream().anyMatch(it -> it.key().isEmpty())
        ? spread(entity, dict)
        : Expression.dict(items(entity, dict));
  }

  /// Returns a dict by the names of attributes; empty where it is not known what a spread brings.
  private Optional<List<Item>> known(Entity entity, Expr.Dict dict) {
    var spread = new RequestSpread(draft, entity, kind);
    var followed = new ArrayList<Expr.Name>();
    var items = new ArrayList<Item>();
    for (var i = 0; i < dict.entries().size(); i++) {
      var it = dict.entries().get(i);
      if (it.key().isPresent()) {
        if (!(it.name().flatMap(entity::field).orElse(null) instanceof Field.Scalar)) {
          return Optional.empty();
        }
        entry(entity, it)
            .forEach(
                one -> items.add(Expression.entry(Expression.text(one.attribute()), one.value())));
        continue;
      }
      if (it.value() instanceof Expr.Name name && isFollowed(name)) {
        followed.add(name);
        items.add(new Item("**", Expression.verbatim(name.id())));
        continue;
      }
      var either = either(entity, it.value());
      if (either.isPresent()) {
        items.add(new Item("**", either.get()));
        continue;
      }
      var later =
          dict.entries().stream()
              .skip(i)
              .flatMap(one -> one.name().stream())
              .collect(Collectors.toSet());
      var brought = spread.items(it.value(), later);
      if (brought.isEmpty()) {
        return Optional.empty();
      }
      items.addAll(brought.get());
    }
    followed.forEach(it -> draft.follow(it, Variables.Use.DATA));
    return Optional.of(items);
  }

  /// Returns a value without the client's wrappers, where its column is known.
  private Expression plain(Entity entity, Expr.Entry entry) {
    var field = entry.name().flatMap(entity::field);
    return field.isPresent()
            && field.get() instanceof Field.Scalar scalar
            && !(entry.value() instanceof Expr.Dict)
        ? values.of(entity.type(scalar), entry.value())
        : Expression.verbatim(draft.operand(entry.value()));
  }

  private String spread(Entity entity, Expr value) {
    if (value instanceof Expr.Name name && draft.follow(name, Variables.Use.DATA).isPresent()) {
      return name.id();
    }
    if (!entity.keepsNames()) {
      draft.refuse(
          "the keys of `%s` are only known when it runs, and attributes have other names."
              .formatted(Conditions.oneLine(draft.source(value))));
    }
    draft.noteKeys(entity, draft.source(value));
    return draft.operand(value);
  }

  /// A dict whose keys are not known here is right where they are plain fields of the same names.
  private Expression unknown(Entity entity, Expr data) {
    var given = Expression.verbatim(draft.source(data));
    if (!entity.keepsNames()) {
      return draft.helped("values", entity, given);
    }
    draft.noteKeys(entity, draft.source(data));
    return given;
  }

  List<Assigned> all(Entity entity, Expr.Dict dict) {
    var all = new LinkedHashMap<String, Assigned>();
    dict.entries().stream()
        .flatMap(it -> entry(entity, it).stream())
        .forEach(it -> all.put(it.attribute(), it));
    return List.copyOf(all.values());
  }

  /// Returns the columns that one entry assigns.
  List<Assigned> entry(Entity entity, Expr.Entry entry) {
    var name = entry.name();
    if (name.isEmpty()) {
      return refuse("a field is only known when it runs.");
    }
    var field = entity.field(name.get());
    if (field.isEmpty()) {
      return refuse("`%s` is no field of %s.".formatted(name.get(), entity.name()));
    }
    return switch (field.get()) {
      case Field.Scalar it ->
          List.of(new Assigned(entity.attribute(it), scalar(entity, it, entry.value())));
      case Field.Relation it -> relation(entity, it, entry.value());
    };
  }

  private List<Assigned> refuse(String reason) {
    draft.refuse(reason);
    return List.of();
  }

  private Expression scalar(Entity entity, Field.Scalar field, Expr value) {
    var type = entity.type(field);
    if (!Conditions.isJson(type) && draft.hidesDict(value)) {
      return draft.refuse(
          "what is done to `%s` is only known when it runs.".formatted(field.name()));
    }
    if (Conditions.isJson(type) || !(value instanceof Expr.Dict dict)) {
      return values.of(type, value);
    }
    if (dict.entries().size() != 1) {
      return draft.refuse(
          "one operation at a time is done to `%s`: the client raises.".formatted(field.name()));
    }
    var attribute = draft.imports().model(entity) + "." + entity.attribute(field);
    var operand = dict.entries().getFirst().value();
    return switch (dict.entries().getFirst().name().orElse("")) {
      case "set" -> values.of(type, operand);
      case "increment" -> arithmetic(attribute, "+", operand);
      case "decrement" -> arithmetic(attribute, "-", operand);
      case "multiply" -> arithmetic(attribute, "*", operand);
      case "divide" -> arithmetic(attribute, type.isOneOf(WHOLE) ? "//" : "/", operand);
      case "push" -> push(attribute, type, operand);
      default -> draft.refuse("the operation on `%s` is not converted.".formatted(field.name()));
    };
  }

  private Expression arithmetic(String attribute, String operator, Expr operand) {
    if (kind == Kind.INSERT) {
      return draft.refuse("a new row has nothing to compute with.");
    }
    var isWhole = operand instanceof Expr.Other(var _, var node, var _) && node.equals("BinOp");
    var source = isWhole ? "(" + draft.source(operand) + ")" : draft.operand(operand);
    return Expression.verbatim(attribute + " " + operator + " " + source);
  }

  private Expression push(String attribute, ColumnType type, Expr operand) {
    if (!(operand instanceof Expr.Display)) {
      return draft.refuse("whether one value is pushed or several is only known when it runs.");
    }
    return Expression.call(
        draft.imports().sqlAlchemy("func") + ".array_cat",
        Expression.verbatim(attribute),
        values.of(type, operand));
  }

  private List<Assigned> relation(Entity entity, Field.Relation field, Expr value) {
    var target = draft.words().model(field.target());
    if (!(value instanceof Expr.Dict dict)
        || dict.entries().size() != 1
        || target.isEmpty()
        || !(field.side() instanceof Field.Side.Owning side)) {
      return refuse("what is written through `%s` is not converted.".formatted(field.name()));
    }
    var inner = dict.entries().getFirst();
    return switch (inner.name().orElse("")) {
      case "connect" -> connect(entity, target.get(), side, inner.value());
      case "disconnect" -> disconnect(entity, field, side, inner.value());
      default -> refuse("what is written through `%s` is not converted.".formatted(field.name()));
    };
  }

  private List<Assigned> disconnect(
      Entity entity, Field.Relation field, Field.Side.Owning side, Expr value) {
    if (field.cardinality() == Field.Cardinality.ONE) {
      return refuse("`%s` is required: Prisma refuses to let it go.".formatted(field.name()));
    }
    if (!value.isTrue()) {
      return refuse("whether `%s` is let go is only known when it runs.".formatted(field.name()));
    }
    return columns(entity, side).stream()
        .map(it -> new Assigned(it, Expression.verbatim("None")))
        .toList();
  }

  private List<Assigned> connect(Entity entity, Entity target, Field.Side.Owning side, Expr where) {
    if (!(where instanceof Expr.Dict dict)) {
      return refuse("what is connected is only known when it runs.");
    }
    if (draft.expectsMissingRow()) {
      draft.demand(
          where,
          "Where no such %s is there, this raises `IntegrityError`, which is not caught here as `RecordNotFoundError` was."
              .formatted(target.name()),
          "Catch `IntegrityError` too, or look for the row first.");
    }
    var given = new LinkedHashMap<String, Expr>();
    flatten(target, dict, given);
    var attributes = columns(entity, side);
    var assigned = new ArrayList<Assigned>();
    for (var i = 0; i < attributes.size(); i++) {
      var referenced = target.column(side.references().get(i)).orElseThrow();
      if (!given.containsKey(referenced.name())) {
        var isNullable =
            entity.column(side.columns().get(i)).filter(entity::isNullable).isPresent();
        draft.note(
            "where no such %s is there, %s."
                .formatted(
                    target.name(),
                    isNullable ? "the reference becomes NULL" : "it raises `IntegrityError`"));
      }
      var value =
          given.containsKey(referenced.name())
              ? values.of(target.type(referenced), given.get(referenced.name()))
              : found(target, referenced, dict);
      assigned.add(new Assigned(attributes.get(i), value));
    }
    return assigned;
  }

  private static void flatten(Entity target, Expr.Dict dict, Map<String, Expr> into) {
    for (var it : dict.entries()) {
      var name = it.name().orElse("");
      if (target.compoundKey(name).isPresent() && it.value() instanceof Expr.Dict key) {
        flatten(target, key, into);
      } else {
        into.put(name, it.value());
      }
    }
  }

  /// The row is known by another key than the one that the reference holds.
  private Expression found(Entity target, Field.Scalar column, Expr.Dict where) {
    var attribute = draft.imports().model(target) + "." + target.attribute(column);
    var conditions = new Conditions(draft, Sense.READ).all(target, where);
    return new Expression.Chain(
        draft.sqlAlchemy("select", Expression.verbatim(attribute)),
        List.of(
            new Expression.Call("where", conditions.stream().map(Expression::item).toList()),
            new Expression.Call("scalar_subquery", List.of())));
  }

  private static List<String> columns(Entity entity, Field.Side.Owning side) {
    return side.columns().stream()
        .map(it -> entity.attribute(entity.column(it).orElseThrow()))
        .toList();
  }
}
