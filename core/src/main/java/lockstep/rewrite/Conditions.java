package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.emit.python.Expression;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Shape;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;

/// Writes what a `where` says as conditions of SQLAlchemy.
final class Conditions {
  /// Operators that are not converted where case does not count.
  private static final Set<String> CASED =
      Set.of("not", "lt", "lte", "gt", "gte", "in", "in_", "not_in", "notIn");

  private final Draft draft;
  private final Sense sense;
  private final KnownConditions known;
  private final Values values;

  Conditions(Draft draft, Sense sense) {
    this.draft = draft;
    this.sense = sense;
    this.known = new KnownConditions(draft);
    this.values = new Values(draft);
  }

  /// Returns the conditions that all have to hold, as arguments of `where`.
  List<Expression> of(Entity entity, Expr where) {
    return switch (where) {
      case Expr.Dict dict when known.are(entity, dict) -> all(entity, dict);
      case Expr.Name name when !known.holds(entity, name) -> List.of(helped(entity, where));
      case Expr.Name name -> {
        var followed = draft.follow(name, Variables.Use.WHERE);
        if (followed.filter(it -> !new FollowedDict(it, draft).isSaidBy(sense)).isPresent()) {
          yield List.of(meansTwo(name));
        }
        yield List.of(Expression.verbatim("*" + name.id()));
      }
      case Expr.Other it when known.are(entity, it) -> List.of(oneOf(entity, it));
      default -> where.isNone() ? List.of() : List.of(helped(entity, where));
    };
  }

  /// Returns the conditions that name one row, as arguments of `where`.
  List<Expression> ofKey(Entity entity, Expr where) {
    if (where instanceof Expr.Name name && known.holds(entity, name)) {
      var followed = draft.follow(name, Variables.Use.WHERE);
      if (followed.isPresent()) {
        followed.get().assignments().forEach(it -> requireKey(entity, it.value().orElseThrow()));
        if (followed.get().literals().anyMatch(it -> mayReachMany(entity, it))) {
          draft.refuse("its key may be None, which names no row.");
        }
        return of(entity, where);
      }
    }
    if (where instanceof Expr.Dict dict && known.are(entity, dict)) {
      requireKey(entity, where);
      if (!mayReachMany(entity, dict)) {
        return of(entity, where);
      }
    }
    var given = Expression.verbatim(draft.source(where));
    return List.of(
        Expression.verbatim(
            "*" + draft.helped("unique", entity, given, sense.forHelper(entity)).flat()));
  }

  /// The client refuses what names no row; a statement without a key would reach all.
  void requireKey(Entity entity, Expr where) {
    if (where.isNone() || where instanceof Expr.Dict dict && !hasKey(entity, dict)) {
      draft.refuse(
          "no key of %s is in its `where`, so the client refuses it.".formatted(entity.name()));
    }
  }

  /// A key that takes NULL names no row where it is None; SQL would reach all that have none.
  private static boolean mayReachMany(Entity entity, Expr.Dict where) {
    return where.entries().stream()
        .filter(it -> it.name().filter(entity::isKey).isPresent())
        .allMatch(
            it ->
                !(it.value() instanceof Expr.Text)
                    && it.name().flatMap(entity::field).orElse(null) instanceof Field.Scalar field
                    && entity.isNullable(field));
  }

  private static boolean hasKey(Entity entity, Expr.Dict where) {
    return where.entries().stream().flatMap(it -> it.name().stream()).anyMatch(entity::isKey);
  }

  /// Returns the conditions of one dict or of another, which are known.
  private Expression oneOf(Entity entity, Expr.Other either) {
    return Expression.verbatim(
        "*(" + lists(entity, EitherDict.of(either).orElseThrow()).flat() + ")");
  }

  /// Returns a list of the conditions of one dict or of another.
  Expression lists(Entity entity, EitherDict either) {
    return new Expression.Conditional(
        Expression.list(all(entity, either.first())),
        draft.condition(either.condition()),
        Expression.list(all(entity, either.second())));
  }

  private Expression helped(Entity entity, Expr where) {
    var dict = Expression.verbatim(draft.source(where));
    return Expression.verbatim(
        "*" + draft.helped("conditions", entity, dict, sense.forHelper(entity)).flat());
  }

  Expression unknown(Expr where) {
    return draft.refuse(
        "what `%s` holds is only known when it runs.".formatted(oneLine(draft.source(where))));
  }

  static String oneLine(String source) {
    var line = source.lines().findFirst().orElse("");
    return line.equals(source) && line.length() <= 60
        ? line
        : line.substring(0, Math.min(line.length(), 57)) + "...";
  }

  private Conditions in(Sense other) {
    return new Conditions(draft, other);
  }

  List<Expression> all(Entity entity, Expr.Dict dict) {
    var conditions = new ArrayList<Expression>();
    dict.entries().forEach(it -> conditions.addAll(entry(entity, it)));
    return conditions;
  }

  /// Returns the conditions of one entry.
  List<Expression> entry(Entity entity, Expr.Entry entry) {
    var name = entry.name();
    if (entry.key().isEmpty()
        && entry.value() instanceof Expr.Other it
        && EitherDict.of(it).isPresent()) {
      return List.of(oneOf(entity, it));
    }
    if (name.isEmpty()) {
      return List.of(
          draft.refuse(
              entry
                  .key()
                  .map(
                      it ->
                          "the field `%s` is only known when it runs."
                              .formatted(oneLine(draft.source(it))))
                  .orElse("what `**` adds is only known when it runs.")));
    }
    return switch (name.get()) {
      case "AND" ->
          listed(entity, entry.value(), "and_", "true")
              .or(() -> looped(entity, entry.value(), "and_", "true"))
              .map(List::of)
              .orElseGet(
                  () -> group(entity, entry.value()).stream().flatMap(List::stream).toList());
      case "OR" -> List.of(either(entity, entry.value()));
      case "NOT" ->
          in(sense.not()).group(entity, entry.value()).stream()
              .filter(it -> !it.isEmpty())
              .map(it -> draft.sqlAlchemy("not_", together(it)))
              .toList();
      default -> ofField(entity, name.get(), entry.value());
    };
  }

  /// Returns the conditions of each dict of a list, or of one that stands alone.
  private List<List<Expression>> group(Entity entity, Expr value) {
    return switch (value) {
      case Expr.Display(var _, var shape, var elements) when shape != Shape.SET ->
          elements.stream().map(it -> inGroup(entity, it)).toList();
      default -> List.of(inGroup(entity, value));
    };
  }

  private List<Expression> inGroup(Entity entity, Expr value) {
    return value instanceof Expr.Dict dict ? all(entity, dict) : List.of(unknown(value));
  }

  /// Returns what a list in a variable says: all of it, or any.
  ///
  /// @param nothing what an empty list means
  private Optional<Expression> listed(Entity entity, Expr value, String function, String nothing) {
    if (!(value instanceof Expr.Name name)) {
      return Optional.empty();
    }
    return draft
        .follow(name, Variables.Use.CONDITIONS)
        .map(
            it ->
                new FollowedDict(it, draft).isSaidBy(sense)
                    ? draft.sqlAlchemy(
                        function, draft.sqlAlchemy(nothing), Expression.verbatim("*" + name.id()))
                    : meansTwo(name));
  }

  /// Returns what a loop says: all of it, or any.
  private Optional<Expression> looped(Entity entity, Expr value, String function, String nothing) {
    if (!(value instanceof Expr.Comprehension comprehension)
        || comprehension.results().size() != 1
        || !(comprehension.results().getFirst() instanceof Expr.Dict dict)) {
      return Optional.empty();
    }
    var loops = draft.loops(comprehension);
    if (loops.isEmpty()) {
      return Optional.of(unknown(value));
    }
    var each = together(all(entity, dict)).flat();
    return Optional.of(
        draft.sqlAlchemy(
            function,
            draft.sqlAlchemy(nothing),
            Expression.verbatim("*(" + each + " " + loops.get() + ")")));
  }

  private Expression meansTwo(Expr.Name name) {
    return draft.refuse(
        "what `%s` says means one thing where rows are read and another where they are written."
            .formatted(name.id()));
  }

  private Expression either(Entity entity, Expr value) {
    var listed = listed(entity, value, "or_", "false");
    if (listed.isPresent()) {
      return listed.get();
    }
    var looped = looped(entity, value, "or_", "false");
    if (looped.isPresent()) {
      return looped.get();
    }
    // What says nothing is no alternative (Prisma 7).
    var alternatives =
        group(entity, value).stream().filter(it -> !it.isEmpty()).map(this::together).toList();
    return alternatives.isEmpty()
        ? draft.sqlAlchemy("false")
        : alternatives.size() == 1
            ? alternatives.getFirst()
            : Expression.call(
                draft.imports().sqlAlchemy("or_"), alternatives.toArray(Expression[]::new));
  }

  /// Returns one condition that holds where all do.
  Expression together(List<Expression> conditions) {
    return switch (conditions.size()) {
      case 0 -> draft.sqlAlchemy("true");
      case 1 -> conditions.getFirst();
      default ->
          Expression.call(
              draft.imports().sqlAlchemy("and_"), conditions.toArray(Expression[]::new));
    };
  }

  private List<Expression> ofField(Entity entity, String name, Expr value) {
    var field = entity.field(name);
    if (field.isEmpty()) {
      return entity
          .compoundKey(name)
          .map(it -> compound(entity, value))
          .orElseGet(
              () ->
                  List.of(draft.refuse("`%s` is no field of %s.".formatted(name, entity.name()))));
    }
    return switch (field.get()) {
      case Field.Scalar it -> ofScalar(entity, it, value);
      // What says nothing of a row lets it be missing (Prisma 7).
      case Field.Relation it when isEmpty(value) -> List.of();
      case Field.Relation it -> List.of(new RelatedConditions(draft, sense).of(entity, it, value));
    };
  }

  private List<Expression> compound(Entity entity, Expr value) {
    return value instanceof Expr.Dict dict ? all(entity, dict) : List.of(unknown(value));
  }

  private List<Expression> ofScalar(Entity entity, Field.Scalar field, Expr value) {
    return of(entity, field, draft.imports().model(entity) + "." + entity.attribute(field), value);
  }

  /// Returns the conditions on a column, or on what is computed of it.
  ///
  /// @param attribute what is compared
  List<Expression> of(Entity entity, Field.Scalar field, String attribute, Expr value) {
    var type = entity.type(field);
    if (value instanceof Expr.Other(var _, var kind, var parts)
        && kind.equals("IfExp")
        && parts.stream().anyMatch(Expr.Dict.class::isInstance)) {
      return List.of(
          new Expression.Conditional(
              together(of(entity, field, attribute, parts.get(1))),
              draft.condition(parts.get(0)),
              together(of(entity, field, attribute, parts.get(2)))));
    }
    if (!(value instanceof Expr.Dict operators)) {
      return List.of(equal(entity, field, attribute, value));
    }
    if (isJson(type)) {
      return new JsonConditions(draft, type, sense.ofJson()).of(attribute, operators);
    }
    var mode = operators.entries().stream().filter(it -> isMode(it)).findFirst();
    if (mode.isPresent() && !(mode.get().value() instanceof Expr.Text)) {
      return List.of(draft.refuse("whether case counts is only known when it runs."));
    }
    var isInsensitive =
        mode.filter(it -> ((Expr.Text) it.value()).value().equals("insensitive")).isPresent();
    var conditions = new ArrayList<Expression>();
    for (var it : operators.entries()) {
      if (!isMode(it)) {
        conditions.add(operator(entity, field, attribute, it, isInsensitive ? "i" : ""));
      }
    }
    return conditions;
  }

  private static boolean isMode(Expr.Entry entry) {
    return entry.name().filter("mode"::equals).isPresent();
  }

  static boolean isJson(ColumnType type) {
    return type.isOneOf(Set.of(ScalarType.JSON, ScalarType.JSONB));
  }

  private Expression equal(Entity entity, Field.Scalar field, String attribute, Expr value) {
    var type = entity.type(field);
    return switch (value) {
      case Expr.Constant(var _, var kind) when kind == Expr.Kind.NONE -> is(attribute, "None");
      case Expr.Constant it when it.isBoolean() && sense.isOfFailing() && entity.mayBeNull(field) ->
          Expression.verbatim(
              attribute + " == " + draft.sqlAlchemy(it.isTrue() ? "true" : "false").flat());
      case Expr.Constant(var _, var kind) when kind == Expr.Kind.TRUE -> is(attribute, "True");
      case Expr.Constant(var _, var kind) when kind == Expr.Kind.FALSE -> is(attribute, "False");
      default ->
          isJson(type)
              ? new JsonConditions(draft, type, sense.ofJson()).equal(attribute, value)
              : Expression.verbatim(attribute + " == " + values.operand(type, value));
    };
  }

  private static Expression is(String attribute, String constant) {
    return Expression.verbatim(attribute + ".is_(" + constant + ")");
  }

  /// @param insensitive `i` before the method's name where case does not count
  private Expression operator(
      Entity entity, Field.Scalar field, String attribute, Expr.Entry entry, String insensitive) {
    var type = entity.type(field);
    var value = entry.value();
    var name = entry.name().orElse("");
    var isCased = insensitive.isEmpty();
    if (!isCased && CASED.contains(name)) {
      return sensitive(name);
    }
    return switch (name) {
      case "equals" ->
          isCased || value.isNone()
              ? equal(entity, field, attribute, value)
              : equalInAnyCase(entity, field, attribute, value);
      case "not" -> not(entity, field, attribute, value);
      case "lt" -> compare(attribute, "<", type, value);
      case "lte" -> compare(attribute, "<=", type, value);
      case "gt" -> compare(attribute, ">", type, value);
      case "gte" -> compare(attribute, ">=", type, value);
      case "in", "in_" -> in(attribute, "in_", type, value);
      case "not_in", "notIn" -> in(attribute, "not_in", type, value);
      case "contains" -> method(attribute, insensitive + "contains", type, value);
      case "startswith", "startsWith" -> method(attribute, insensitive + "startswith", type, value);
      case "endswith", "endsWith" -> method(attribute, insensitive + "endswith", type, value);
      case "has" -> has(attribute, type, value);
      case "has_some", "hasSome" -> method(attribute, "overlap", type, value);
      case "has_every", "hasEvery" -> method(attribute, "contains", type, value);
      case "is_empty", "isEmpty" -> empty(attribute, value);
      default ->
          draft.refuse(
              name.isEmpty()
                  ? "an operator for `%s` is only known when it runs.".formatted(field.name())
                  : "the operator `%s` is not converted.".formatted(name));
    };
  }

  private Expression sensitive(String operator) {
    return draft.refuse("`%s` without regard to case is not converted.".formatted(operator));
  }

  /// `ILIKE` finds no NULL, and SQLAlchemy takes none for it.
  private Expression equalInAnyCase(
      Entity entity, Field.Scalar field, String attribute, Expr value) {
    var alike = method(attribute, "ilike", entity.type(field), value);
    return value instanceof Expr.Text || !entity.isNullable(field)
        ? alike
        : new Expression.Conditional(
            alike, draft.operand(value) + " is not None", is(attribute, "None"));
  }

  private static ColumnType element(ColumnType type) {
    return type instanceof ColumnType.Array(var element, var _) ? element : type;
  }

  private Expression not(Entity entity, Field.Scalar field, String attribute, Expr value) {
    return switch (value) {
      case Expr.Constant(var _, var kind) when kind == Expr.Kind.NONE ->
          Expression.verbatim(attribute + ".is_not(None)");
      case Expr.Dict _ ->
          draft.sqlAlchemy("not_", together(in(sense.not()).of(entity, field, attribute, value)));
      default -> compare(attribute, "!=", entity.type(field), value);
    };
  }

  private Expression compare(String attribute, String operator, ColumnType type, Expr value) {
    return Expression.verbatim(attribute + " " + operator + " " + values.operand(type, value));
  }

  private Expression method(String attribute, String method, ColumnType type, Expr value) {
    return new Expression.Chain(
        Expression.verbatim(attribute),
        List.of(new Expression.Call(method, List.of(Expression.item(values.of(type, value))))));
  }

  private Expression has(String attribute, ColumnType type, Expr value) {
    var one = Expression.list(List.of(values.of(element(type), value)));
    return new Expression.Chain(
        Expression.verbatim(attribute),
        List.of(new Expression.Call("contains", List.of(Expression.item(one)))));
  }

  private Expression in(String attribute, String method, ColumnType type, Expr value) {
    values.noteOfMembers(type, value);
    var list =
        value instanceof Expr.Display(var _, var _, var elements)
            ? Expression.list(elements.stream().map(it -> values.of(type, it)).toList())
            : Expression.verbatim(draft.source(value));
    return new Expression.Chain(
        Expression.verbatim(attribute),
        List.of(new Expression.Call(method, List.of(Expression.item(list)))));
  }

  private Expression empty(String attribute, Expr value) {
    if (!(value instanceof Expr.Constant(var _, var kind)) || kind == Expr.Kind.OTHER) {
      return draft.refuse("whether a list shall be empty is only known when it runs.");
    }
    var operator = kind == Expr.Kind.TRUE ? " == 0" : " > 0";
    return Expression.verbatim(
        draft.imports().sqlAlchemy("func") + ".cardinality(" + attribute + ")" + operator);
  }

  private static boolean isEmpty(Expr value) {
    return value instanceof Expr.Dict(var _, var _, var entries) && entries.isEmpty();
  }
}
