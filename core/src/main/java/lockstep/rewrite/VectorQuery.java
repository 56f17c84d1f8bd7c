package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Call;
import lockstep.emit.python.Expression.Chain;
import lockstep.mapping.Field;
import lockstep.rewrite.VectorSql.Column;
import lockstep.rewrite.VectorSql.Condition;
import lockstep.rewrite.VectorSql.Distance;
import lockstep.rewrite.VectorSql.Literal;
import lockstep.rewrite.VectorSql.Parameter;
import lockstep.rewrite.VectorSql.Query;
import lockstep.rewrite.VectorSql.Selected;
import lockstep.rewrite.VectorSql.Similarity;
import lockstep.rewrite.VectorSql.Sorted;
import lockstep.rewrite.VectorSql.Term;
import lockstep.rewrite.VectorSql.Value;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.schema.ColumnType;
import lockstep.schema.Identifier;
import lockstep.schema.ScalarType;

/// Writes a query for rows near a vector as a statement on the model of its table.
///
/// Only what means the same for certain is written; any doubt leaves the SQL as it is. The client
/// gave a `uuid` and a member of an enum as text in such rows, and so does the statement.
final class VectorQuery {
  private static final Set<ScalarType> TEXTS =
      Set.of(ScalarType.TEXT, ScalarType.VARCHAR, ScalarType.CHAR);

  /// What rows of raw SQL hold in the client as they do in SQLAlchemy.
  private static final Set<ScalarType> ALIKE =
      Set.of(
          ScalarType.TEXT,
          ScalarType.VARCHAR,
          ScalarType.SMALLINT,
          ScalarType.INTEGER,
          ScalarType.BIGINT,
          ScalarType.DOUBLE_PRECISION,
          ScalarType.BOOLEAN,
          ScalarType.JSON,
          ScalarType.JSONB);

  /// What rows of raw SQL hold as its text in the client, and as a value of Python in SQLAlchemy,
  /// whether the SQL stays or not.
  private static final Set<ScalarType> READ_AS_VALUES =
      Set.of(
          ScalarType.NUMERIC,
          ScalarType.DATE,
          ScalarType.TIME,
          ScalarType.TIMESTAMP,
          ScalarType.TIMESTAMPTZ);

  private static final Set<String> WHOLE = Set.of("int", "integer", "int4", "bigint", "int8");

  private final Draft draft;
  private final List<Expr> values;
  private final Set<Integer> used = new TreeSet<>();
  private String model = "";
  private Chain distance = new Chain(Expression.verbatim(""), List.of());
  private Optional<String> variable = Optional.empty();
  private Optional<String> doubt = Optional.empty();

  VectorQuery(Draft draft, List<Expr> values) {
    this.draft = draft;
    this.values = values;
  }

  /// Returns the statement; empty, with the reason as a note, where it may mean something else.
  Optional<Expression> write(String sql) {
    var query = VectorSql.of(sql);
    if (query.isEmpty()) {
      return stays("it says more than which rows of one table are near a vector");
    }
    var entity = draft.words().byTable(query.get().schema(), query.get().table());
    if (entity.isEmpty()) {
      return stays("`%s` is the table of no model".formatted(query.get().table()));
    }
    if (!isKnown(query.get(), entity.get())) {
      return stays("not each of its names is a column of %s".formatted(entity.get().name()));
    }
    model = draft.imports().model(entity.get());
    return statement(query.get(), entity.get());
  }

  private Optional<Expression> stays(String reason) {
    draft.note("its SQL stays, for %s.".formatted(reason));
    return Optional.empty();
  }

  private Optional<Expression> statement(Query query, Entity entity) {
    var terms = terms(query).stream().map(it -> meant(query, it)).toList();
    var distances = terms.stream().map(VectorQuery::distance).flatMap(Optional::stream).toList();
    if (distances.stream().distinct().count() != 1) {
      return stays("it computes several distances");
    }
    distance = compared(entity, distances.getFirst());
    var isNamed = distances.size() > 1 || terms.stream().anyMatch(Similarity.class::isInstance);
    if (isNamed && draft.precedence() == Draft.Precedence.NONE) {
      return stays("its distance has to be computed in a line before, where none can stand");
    }
    variable = isNamed ? Optional.of(draft.imports().own("distance")) : Optional.empty();
    var links = new ArrayList<Call>();
    var selected = query.selected().stream().map(it -> selected(entity, it)).toList();
    var conditions = query.conditions().stream().map(it -> condition(entity, it)).toList();
    if (!conditions.isEmpty()) {
      links.add(Expression.call("where", conditions.toArray(Expression[]::new)));
    }
    var order = query.order().stream().map(it -> sorted(query, entity, it)).toList();
    if (!order.isEmpty()) {
      links.add(Expression.call("order_by", order.toArray(Expression[]::new)));
    }
    query.limit().ifPresent(it -> links.add(Expression.call("limit", count(it))));
    query.offset().ifPresent(it -> links.add(Expression.call("offset", count(it))));
    doubt(used.size() != values.size(), "it does not use each value that it is given");
    if (doubt.isPresent()) {
      return stays(doubt.get());
    }
    variable.ifPresent(_ -> draft.before("distance", distance));
    return Optional.of(
        new Chain(draft.sqlAlchemy("select", selected.toArray(Expression[]::new)), links));
  }

  /// @param reason that the SQL stays for, if this is so
  private void doubt(boolean isSo, String reason) {
    doubt = doubt.or(() -> Optional.of(reason).filter(_ -> isSo));
  }

  private static List<Term> terms(Query query) {
    return Stream.of(
            query.selected().stream().map(Selected::term),
            query.conditions().stream().map(Condition::term),
            query.order().stream().map(Sorted::by))
        .flatMap(it -> it)
        .toList();
  }

  /// Returns what a row calls so, where a name is none of a column.
  private static Term meant(Query query, Term term) {
    return term instanceof Column(var name, var _)
        ? query.selected().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .map(Selected::term)
            .orElse(term)
        : term;
  }

  private static Optional<Distance> distance(Term term) {
    return switch (term) {
      case Distance it -> Optional.of(it);
      case Similarity(var _, var it) -> Optional.of(it);
      case Column _ -> Optional.empty();
    };
  }

  /// Returns whether each name is a column, or what a row calls one thing alone.
  private static boolean isKnown(Query query, Entity entity) {
    var names = query.selected().stream().map(Selected::name).toList();
    return names.stream().distinct().count() == names.size()
        && terms(query).stream()
            .allMatch(
                it ->
                    switch (it) {
                      case Column(var name, var _) ->
                          column(entity, name).isPresent()
                              || query.order().stream().anyMatch(one -> one.by() == it)
                                  && names.contains(name);
                      case Distance(var name, var _, var _) -> isVector(entity, name);
                      case Similarity(var _, var of) -> isVector(entity, of.column());
                    });
  }

  private static Optional<Field.Scalar> column(Entity entity, String name) {
    return entity
        .column(Identifier.of(name))
        .filter(it -> entity.names().attribute(it.name()).isPresent());
  }

  private static boolean isVector(Entity entity, String name) {
    return column(entity, name)
        .filter(it -> entity.type(it).isOneOf(Set.of(ScalarType.VECTOR)))
        .isPresent();
  }

  private String attribute(Entity entity, String column) {
    return model + "." + entity.attribute(column(entity, column).orElseThrow());
  }

  private Chain compared(Entity entity, Distance it) {
    var attribute = attribute(entity, it.column());
    var method =
        switch (it.operator()) {
          case "<=>" -> "cosine_distance";
          case "<->" -> "l2_distance";
          default -> "max_inner_product";
        };
    var given = value(it.parameter()).map(value -> vector(attribute, value));
    return new Chain(
        Expression.verbatim(attribute),
        List.of(Expression.call(method, given.stream().toArray(Expression[]::new))));
  }

  private Optional<Expr> value(int number) {
    if (number < 1 || number > values.size()) {
      doubt(true, "`$%d` is given no value".formatted(number));
      return Optional.empty();
    }
    used.add(number);
    return Optional.of(values.get(number - 1));
  }

  /// The client takes a vector as text. Where that text is made of a list in the call, the list is
  /// taken; any other is read by PostgreSQL, as before.
  private Expression vector(String attribute, Expr value) {
    if (value instanceof Expr.Call(var _, var function, var given)
        && given.size() == 1
        && given.getFirst() instanceof Argument.Positional(var list)
        && Set.of("str", "json.dumps", "dumps").contains(draft.source(function))) {
      if (list instanceof Expr.Name) {
        draft.note("`%s` has to be a list of numbers.".formatted(draft.source(list)));
      }
      return Expression.verbatim(draft.source(list));
    }
    var text =
        draft.sqlAlchemy(
            "literal",
            Expression.verbatim(draft.argument(value)),
            Expression.verbatim(draft.imports().sqlAlchemy("Text")));
    return draft.sqlAlchemy("cast", text, Expression.verbatim(attribute + ".type"));
  }

  private Expression of(Distance it) {
    return variable.map(Expression::verbatim).orElse(distance);
  }

  private Expression of(Similarity it) {
    return Expression.verbatim("(" + bare(it) + ")");
  }

  private String bare(Similarity it) {
    return it.from().map(from -> from + " ").orElse("")
        + "-"
        + (it.from().isPresent() ? " " : "")
        + of(it.distance()).flat();
  }

  private Expression selected(Entity entity, Selected it) {
    return switch (it.term()) {
      case Distance term -> labelled(of(term), it.name());
      case Similarity term -> labelled(of(term), it.name());
      case Column(var name, var isText) -> {
        var field = column(entity, name).orElseThrow();
        var attribute = attribute(entity, name);
        var type = entity.type(field);
        if (isText || isUuid(type) || type instanceof ColumnType.Enumerated) {
          yield labelled(text(attribute), it.name());
        }
        doubt(
            !type.isOneOf(ALIKE) && !type.isOneOf(READ_AS_VALUES),
            "`%s` reads otherwise through its model".formatted(name));
        if (type.isOneOf(READ_AS_VALUES)) {
          draft.note(RawWriter.VALUES);
        }
        yield attribute.equals(model + "." + it.name())
            ? Expression.verbatim(attribute)
            : labelled(Expression.verbatim(attribute), it.name());
      }
    };
  }

  private Expression text(String attribute) {
    return draft.sqlAlchemy(
        "cast",
        Expression.verbatim(attribute),
        Expression.verbatim(draft.imports().sqlAlchemy("Text")));
  }

  private static Expression labelled(Expression value, String name) {
    return new Chain(value, List.of(Expression.call("label", Expression.text(name))));
  }

  private static boolean isUuid(ColumnType type) {
    return type.isOneOf(Set.of(ScalarType.UUID));
  }

  /// A name is what a row calls something before it is a column (PostgreSQL 18, `ORDER BY`).
  private Expression sorted(Query query, Entity entity, Sorted it) {
    var by =
        switch (it.by()) {
          case Distance term -> of(term);
          case Similarity term -> of(term);
          case Column(var name, var isText) -> {
            doubt(isText, "it is ordered by a column as text");
            var named =
                query.selected().stream().filter(one -> one.name().equals(name)).findFirst();
            yield named.isEmpty()
                ? Expression.verbatim(attribute(entity, name))
                : named(entity, named.get());
          }
        };
    return it.descends() ? new Chain(by, List.of(Expression.call("desc"))) : by;
  }

  private Expression named(Entity entity, Selected it) {
    return switch (it.term()) {
      case Column(var name, var isText) -> {
        doubt(
            isText || !name.equals(it.name()),
            "`%s`, which it is ordered by, may be two things".formatted(it.name()));
        yield Expression.verbatim(attribute(entity, name));
      }
      case Distance term -> named(entity, it.name(), of(term));
      case Similarity term -> named(entity, it.name(), of(term));
    };
  }

  /// Where a column has that name too, the order may mean it.
  private Expression named(Entity entity, String name, Expression value) {
    doubt(
        column(entity, name).isPresent(),
        "`%s`, which it is ordered by, may be two things".formatted(name));
    return value;
  }

  private Expression count(Value value) {
    return switch (value) {
      case Literal(var sql) -> {
        doubt(!sql.chars().allMatch(Character::isDigit), "its limit is no whole number");
        yield Expression.verbatim(sql);
      }
      case Parameter it -> {
        doubt(!it.type().isEmpty() && !WHOLE.contains(it.type()), "its limit is no whole number");
        yield of(it);
      }
    };
  }

  private Expression condition(Entity entity, Condition it) {
    return switch (it.term()) {
      case Distance term -> near(of(term), it);
      case Similarity(var from, var term) ->
          near(Expression.verbatim(bare(new Similarity(from, term))), it);
      case Column(var name, var isText) -> {
        doubt(isText, "it compares `%s` as text".formatted(name));
        yield condition(entity, name, it);
      }
    };
  }

  private Expression near(Expression distance, Condition it) {
    if (!Set.of("<", "<=", ">", ">=").contains(it.operator())) {
      doubt(true, "it compares its distance by `%s`".formatted(it.operator()));
      return distance;
    }
    doubt(
        switch (it.values().getFirst()) {
          case Literal(var sql) -> !isNumber(sql);
          case Parameter(var _, var cast) -> !cast.isEmpty() && !VectorSql.FLOATS.contains(cast);
        },
        "what its distance is compared with may be no number");
    return compared(distance.flat(), it);
  }

  private static boolean isNumber(String sql) {
    return Character.isDigit(sql.charAt(0));
  }

  private Expression condition(Entity entity, String name, Condition it) {
    var field = column(entity, name).orElseThrow();
    var attribute = attribute(entity, name);
    doubt(
        it.values().stream().anyMatch(value -> !fits(entity.type(field), value)),
        "what `%s` is compared with may be of another type".formatted(name));
    return switch (it.operator()) {
      case "is null" -> Expression.verbatim(attribute + ".is_(None)");
      case "is not null" -> Expression.verbatim(attribute + ".is_not(None)");
      case "in" ->
          new Chain(
              Expression.verbatim(attribute),
              List.of(
                  Expression.call(
                      "in_", Expression.list(it.values().stream().map(this::of).toList()))));
      case "like", "ilike" -> {
        doubt(!entity.type(field).isOneOf(TEXTS), "`%s` is no text".formatted(name));
        yield new Chain(
            Expression.verbatim(attribute),
            List.of(Expression.call(it.operator(), of(it.values().getFirst()))));
      }
      case "any" -> {
        doubt(
            !(it.values().getFirst() instanceof Parameter),
            "what `%s` is compared with is no parameter".formatted(name));
        yield new Chain(
            Expression.verbatim(attribute),
            List.of(Expression.call("in_", of(it.values().getFirst()))));
      }
      default -> {
        if (it.values().getFirst() instanceof Parameter(var number, var _)
            && (it.operator().equals("!=")
                || it.operator().equals("=") && entity.isNullable(field))) {
          // Nothing equals NULL in SQL, but `== None` asks for it.
          value(number)
              .filter(given -> !draft.isSomething(given))
              .ifPresent(
                  given ->
                      doubt(
                          true,
                          "nothing is found where `%s` is None, and a condition of SQLAlchemy asks for NULL then"
                              .formatted(Conditions.oneLine(draft.source(given)))));
        }
        yield compared(attribute, it);
      }
    };
  }

  private static boolean fits(ColumnType type, Value value) {
    return switch (value) {
      case Literal(var sql) ->
          sql.startsWith("'")
              ? type.isOneOf(TEXTS)
              : isNumber(sql)
                  ? type.isOneOf(Assignments.WHOLE)
                  : type.isOneOf(Set.of(ScalarType.BOOLEAN));
      case Parameter(var _, var cast) ->
          type.isOneOf(TEXTS) && (cast.isEmpty() || VectorSql.TEXTS.contains(cast))
              || isUuid(type) && cast.equals("uuid")
              || type.isOneOf(Assignments.WHOLE) && (cast.isEmpty() || WHOLE.contains(cast))
              || type.isOneOf(Set.of(ScalarType.BOOLEAN)) && cast.isEmpty();
    };
  }

  private Expression compared(String attribute, Condition it) {
    var value = it.values().getFirst();
    if (it.operator().equals("=") && value instanceof Literal(var sql) && isTruth(sql)) {
      return Expression.verbatim(attribute + ".is_(" + of(value).flat() + ")");
    }
    var operator = it.operator().equals("=") ? "==" : it.operator();
    return Expression.verbatim(attribute + " " + operator + " " + of(value).flat());
  }

  private static boolean isTruth(String sql) {
    return sql.equalsIgnoreCase("true") || sql.equalsIgnoreCase("false");
  }

  private Expression of(Value value) {
    return switch (value) {
      case Parameter it ->
          Expression.verbatim(value(it.number()).map(draft::operand).orElse("..."));
      case Literal(var sql) when sql.startsWith("'") ->
          Expression.text(sql.substring(1, sql.length() - 1));
      case Literal(var sql) ->
          Expression.verbatim(isTruth(sql) ? sql.equalsIgnoreCase("true") ? "True" : "False" : sql);
    };
  }
}
