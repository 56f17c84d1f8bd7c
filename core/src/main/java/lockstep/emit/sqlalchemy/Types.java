package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.call;
import static lockstep.emit.python.Expression.text;
import static lockstep.emit.python.Expression.verbatim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Arguments;
import lockstep.emit.sqlalchemy.PythonType.Need;
import lockstep.emit.sqlalchemy.PythonType.Recognition;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;
import lockstep.sql.Names;
import lockstep.sql.TypeSql;

/// Finds the Python type for a column's type.
///
/// What a type is annotated with is what both asyncpg and psycopg 3 give for it (measured with
/// SQLAlchemy 2.0.25 and 2.1.9). Where they differ, values travel as text.
final class Types {
  private final Blueprint blueprint;
  private final Names names;

  Types(Blueprint blueprint) {
    this.blueprint = blueprint;
    this.names = Names.of(blueprint.schema());
  }

  PythonType of(ColumnType type) {
    return of(type, Optional.empty());
  }

  /// @param collation for the column, where it has one of its own
  PythonType of(ColumnType type, Optional<String> collation) {
    return switch (type) {
      case ColumnType.Scalar(var scalar, var modifiers) -> scalar(scalar, modifiers, collation);
      case ColumnType.Enumerated(var name) ->
          blueprint.enumOf(name).map(this::enumerated).orElseGet(() -> textual(type));
      case ColumnType.OfDomain(var name) ->
          blueprint.domain(name).map(this::domain).orElseGet(() -> textual(type));
      case ColumnType.Array(var element, var dimensions) -> array(element, dimensions, collation);
      case ColumnType.Composite _, ColumnType.Range _, ColumnType.Opaque _ -> textual(type);
    };
  }

  /// Returns what stands before a type's name: the namespace that its extension was put into,
  /// unless that is the default one.
  String prefix(ScalarType type) {
    return type.extension().map(names::prefix).orElse("");
  }

  /// Returns what a domain is made of; SQLAlchemy asks for its name as of no expression.
  PythonType beneath(PythonDomain domain) {
    var type = domain.domain().baseType();
    var innermost = type;
    while (innermost instanceof ColumnType.Array(var element, var _)) {
      innermost = element;
    }
    return innermost instanceof ColumnType.Scalar(var scalar, var _) && !prefix(scalar).isEmpty()
        ? textual(type)
        : of(type);
  }

  private PythonType enumerated(PythonEnum type) {
    var arguments = new Arguments();
    arguments.add(verbatim(type.className()));
    arguments.add(text(type.typeName().name().text()));
    Blueprint.schemaName(type.typeName().namespace())
        .ifPresent(it -> arguments.add("schema", text(it)));
    return PythonType.of(
            type.className(),
            arguments.of("enum_type"),
            Recognition.BY_MAP,
            List.of(new Need.Of(Symbol.ENUM_TYPE), new Need.OfEnum(type)))
        .annotatedWith(new Need.OfEnum(type));
  }

  private PythonType domain(PythonDomain domain) {
    var base = of(domain.domain().baseType());
    return new PythonType(
        base.annotation(),
        base.annotationNeeds(),
        verbatim(domain.variable()),
        List.of(new Need.OfDomain(domain)),
        Recognition.NONE);
  }

  private PythonType array(ColumnType element, int dimensions, Optional<String> collation) {
    var inner = of(element, collation);
    var arguments = new Arguments().add(item(inner.type()));
    if (dimensions > 1 || isListItself(inner)) {
      arguments.add("dimensions", Integer.toString(dimensions));
    }
    var list = inner.listed(arguments.of("pg.ARRAY"));
    if (travelsAsText(element)) {
      return textList(inner, list);
    }
    return dimensions == 1
        ? list
        : new PythonType(
            "list[".repeat(dimensions) + inner.annotation() + "]".repeat(dimensions),
            list.annotationNeeds(),
            list.type(),
            list.typeNeeds(),
            Recognition.NONE);
  }

  /// Strict checkers do not find out what a list of floats holds (SQLAlchemy 2.1, `Float`).
  private static Expression item(Expression type) {
    return type instanceof Expression.Verbatim(var source)
            && List.of("sa.REAL()", "sa.Double()").contains(source)
        ? verbatim(source.replace("()", "[float]()"))
        : type;
  }

  /// A value that may be a list is taken for a further dimension unless their number is said.
  private static boolean isListItself(PythonType element) {
    return element.annotation().startsWith("list[") || element.annotation().equals("Json");
  }

  /// Lists of these are read differently by different drivers, or not at all.
  private static boolean travelsAsText(ColumnType element) {
    return element instanceof ColumnType.Opaque
        || element instanceof ColumnType.Scalar(var scalar, var _)
            && switch (scalar) {
              case MONEY, MACADDR, MACADDR8 -> true;
              case BIT, VARBIT, CITEXT, XML, NAME, LTREE, HSTORE, JSONPATH -> true;
              case VECTOR, HALFVEC, SPARSEVEC -> true;
              case INT4MULTIRANGE, INT8MULTIRANGE, NUMMULTIRANGE -> true;
              case TSMULTIRANGE, TSTZMULTIRANGE, DATEMULTIRANGE -> true;
              case POINT, LINE, LSEG, BOX, PATH, POLYGON, CIRCLE -> true;
              default -> false;
            };
  }

  /// A list as a whole travels as text, so its items need not.
  private static PythonType textList(PythonType inner, PythonType list) {
    return inner.type() instanceof Expression.Call(var function, var arguments)
            && function.equals("AsText")
        ? asText("list[str]", new Expression.Call("pg.ARRAY", arguments), pg())
        : asText("list[str]", list.type(), list.typeNeeds());
  }

  private PythonType textual(ColumnType type) {
    return PythonType.of(
        "str",
        call("PgType", text(TypeSql.of(type, names))),
        Recognition.NONE,
        List.of(new Need.Of(Symbol.PG_TYPE)));
  }

  private static PythonType asText(String annotation, Expression type, List<Need> needs) {
    var all = new ArrayList<>(needs);
    all.add(new Need.Of(Symbol.AS_TEXT));
    return PythonType.of(annotation, call("AsText", type), Recognition.NONE, all);
  }

  private static List<Need> pg() {
    return List.of(new Need.Of(Symbol.PG));
  }

  private PythonType scalar(ScalarType type, List<Integer> modifiers, Optional<String> collation) {
    return switch (type) {
      case INTEGER -> builtIn("int", "sa.Integer()");
      case SMALLINT -> sa("int", "sa.SmallInteger()");
      case BIGINT -> sa("int", "sa.BigInteger()");
      case REAL -> sa("float", "sa.REAL()");
      case DOUBLE_PRECISION -> byMap("float", verbatim("sa.Double()"), Symbol.SA);
      case NUMERIC -> numeric(modifiers);
      case BOOLEAN -> builtIn("bool", "sa.Boolean()");
      case BYTEA -> builtIn("bytes", "sa.LargeBinary()");
      case UUID -> builtIn("UUID", "sa.Uuid()").annotatedWith(new Need.Of(Symbol.UUID));
      case TEXT ->
          collation.isEmpty()
              ? byMap("str", verbatim("sa.Text()"), Symbol.SA)
              : sa("str", string("sa.Text", List.of(), collation));
      case VARCHAR -> sa("str", string("sa.String", modifiers, collation));
      case CHAR -> sa("str", string("sa.CHAR", modifiers, collation));
      case CITEXT ->
          prefix(type).isEmpty()
              ? pg("str", string("pg.CITEXT", List.of(), collation))
              : own("str", string("Citext", List.of(), collation), Symbol.CITEXT);
      case DATE -> builtIn("dt.date", "sa.Date()").annotatedWith(new Need.Of(Symbol.DT));
      case TIME -> time(modifiers);
      case TIMETZ -> moment("dt.time", "pg.TIME", Zone.WITH, modifiers);
      case TIMESTAMP -> timestamp(modifiers);
      case TIMESTAMPTZ -> moment("dt.datetime", "pg.TIMESTAMP", Zone.WITH, modifiers);
      case INTERVAL -> interval(modifiers);
      case JSON -> pg("Json", json("pg.JSON")).annotatedWith(new Need.Of(Symbol.JSON));
      case JSONB ->
          byMap("Json", json("pg.JSONB"), Symbol.PG).annotatedWith(new Need.Of(Symbol.JSON));
      case INET -> pg("Inet", verbatim("pg.INET()")).annotatedWith(new Need.Of(Symbol.INET));
      case CIDR -> pg("Cidr", verbatim("pg.CIDR()")).annotatedWith(new Need.Of(Symbol.CIDR));
      case TSVECTOR, TSQUERY, JSONPATH -> pg("str", verbatim("pg." + type.name() + "()"));
      // SQLAlchemy itself compares these with a varchar, which PostgreSQL refuses.
      case MONEY, MACADDR, MACADDR8 -> asText("str", verbatim("pg." + type.name() + "()"), pg());
      case OID -> pg("int", verbatim("pg.OID()"));
      case BIT, VARBIT -> asText("str", bit(type, modifiers), pg());
      case HSTORE ->
          prefix(type).isEmpty()
              ? pg("dict[str, str | None]", verbatim("pg.HSTORE()"))
              : own("dict[str, str | None]", verbatim("Hstore()"), Symbol.HSTORE);
      case VECTOR -> vector(modifiers);
      case INT4RANGE, INT8RANGE, INT4MULTIRANGE, INT8MULTIRANGE -> range(type, "int");
      case NUMRANGE, NUMMULTIRANGE -> range(type, "Decimal", Symbol.DECIMAL);
      case TSRANGE, TSTZRANGE, TSMULTIRANGE, TSTZMULTIRANGE ->
          range(type, "dt.datetime", Symbol.DT);
      case DATERANGE, DATEMULTIRANGE -> range(type, "dt.date", Symbol.DT);
      case NAME, XML, LTREE, POINT, LINE, LSEG, BOX, PATH, POLYGON, CIRCLE, HALFVEC, SPARSEVEC ->
          textual(new ColumnType.Scalar(type, modifiers));
    };
  }

  /// `None` is what `Json | None` says: no value, not the `null` of JSON.
  private static Expression json(String function) {
    return new Arguments().add("none_as_null", "True").of(function);
  }

  private static PythonType builtIn(String annotation, String type) {
    return PythonType.of(
        annotation, verbatim(type), Recognition.BUILT_IN, List.of(new Need.Of(Symbol.SA)));
  }

  private static PythonType byMap(String annotation, Expression type, Symbol need) {
    return PythonType.of(annotation, type, Recognition.BY_MAP, List.of(new Need.Of(need)));
  }

  private static PythonType sa(String annotation, String type) {
    return sa(annotation, verbatim(type));
  }

  private static PythonType sa(String annotation, Expression type) {
    return PythonType.of(annotation, type, Recognition.NONE, List.of(new Need.Of(Symbol.SA)));
  }

  /// A type that the package defines itself.
  private static PythonType own(String annotation, Expression type, Symbol symbol) {
    return PythonType.of(annotation, type, Recognition.NONE, List.of(new Need.Of(symbol)));
  }

  private static PythonType pg(String annotation, Expression type) {
    return PythonType.of(annotation, type, Recognition.NONE, List.of(new Need.Of(Symbol.PG)));
  }

  /// Prisma's `Decimal` is the one that needs no type (Prisma 7).
  private static PythonType numeric(List<Integer> modifiers) {
    var arguments = new Arguments();
    modifiers.forEach(it -> arguments.add(verbatim(it.toString())));
    var type = arguments.of("sa.Numeric");
    var numeric =
        modifiers.equals(List.of(65, 30)) ? byMap("Decimal", type, Symbol.SA) : sa("Decimal", type);
    return numeric.annotatedWith(new Need.Of(Symbol.DECIMAL));
  }

  private static Expression string(
      String function, List<Integer> modifiers, Optional<String> collation) {
    var arguments = new Arguments();
    modifiers.forEach(it -> arguments.add(verbatim(it.toString())));
    collation.ifPresent(it -> arguments.add("collation", text(it)));
    return arguments.of(function);
  }

  private static PythonType time(List<Integer> modifiers) {
    return modifiers.isEmpty()
        ? builtIn("dt.time", "sa.Time()").annotatedWith(new Need.Of(Symbol.DT))
        : moment("dt.time", "pg.TIME", Zone.WITHOUT, modifiers);
  }

  /// Prisma's `DateTime` is the one that needs no type (Prisma 7).
  private static PythonType timestamp(List<Integer> modifiers) {
    var timestamp = moment("dt.datetime", "pg.TIMESTAMP", Zone.WITHOUT, modifiers);
    return modifiers.equals(List.of(3))
        ? byMap("dt.datetime", timestamp.type(), Symbol.PG).annotatedWith(new Need.Of(Symbol.DT))
        : timestamp;
  }

  private enum Zone {
    WITH,
    WITHOUT
  }

  private static PythonType moment(
      String annotation, String function, Zone zone, List<Integer> modifiers) {
    var arguments = new Arguments();
    if (zone == Zone.WITH) {
      arguments.add("timezone", "True");
    }
    modifiers.forEach(it -> arguments.add("precision", it.toString()));
    return pg(annotation, arguments.of(function)).annotatedWith(new Need.Of(Symbol.DT));
  }

  private static PythonType interval(List<Integer> modifiers) {
    var arguments = new Arguments();
    modifiers.forEach(it -> arguments.add("precision", it.toString()));
    return pg("dt.timedelta", arguments.of("pg.INTERVAL")).annotatedWith(new Need.Of(Symbol.DT));
  }

  private static Expression bit(ScalarType type, List<Integer> modifiers) {
    var arguments = new Arguments();
    modifiers.forEach(it -> arguments.add(verbatim(it.toString())));
    if (type == ScalarType.VARBIT) {
      arguments.add("varying", "True");
    }
    return arguments.of("pg.BIT");
  }

  private static PythonType vector(List<Integer> modifiers) {
    var arguments = new Arguments();
    modifiers.forEach(it -> arguments.add(verbatim(it.toString())));
    return own("list[float]", arguments.of("Vector"), Symbol.VECTOR);
  }

  private static PythonType range(ScalarType type, String bound, Symbol... needs) {
    var annotation = "pg.Range[" + bound + "]";
    var isSet = type.name().endsWith("MULTIRANGE");
    var annotationNeeds = new ArrayList<Need>();
    annotationNeeds.add(new Need.Of(Symbol.PG));
    for (var need : needs) {
      annotationNeeds.add(new Need.Of(need));
    }
    return pg(isSet ? "list[" + annotation + "]" : annotation, verbatim("pg." + type.name() + "()"))
        .annotatedWith(annotationNeeds.toArray(Need[]::new));
  }
}
