package lockstep.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a type as people, Prisma or PostgreSQL's `format_type` spell it.
public final class TypeSpelling {
  private static final Map<String, ScalarType> TYPES = types();
  private static final Map<String, ScalarType> WITH_TIME_ZONE =
      Map.of("timestamp", ScalarType.TIMESTAMPTZ, "time", ScalarType.TIMETZ);

  /// A name with an optional namespace, modifiers after the first word, more words, brackets.
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:(?<namespace>[a-z_][a-z0-9_$]*|\"[^\"]+\")\\s*\\.\\s*)?"
              + "(?<name>[a-z_][a-z0-9_$]*(?:\\s+[a-z]+)*?)"
              + "\\s*(?:\\(\\s*(?<modifiers>\\d{1,9}(?:\\s*,\\s*-?\\d{1,9})*)\\s*\\))?"
              + "(?:\\s+(?<zone>with|without)\\s+time\\s+zone)?"
              + "(?<array>(?:\\s*\\[\\s*\\d*\\s*\\])*)");

  private TypeSpelling() {}

  /// Returns the type in normal form; [ColumnType.Opaque] with the text as given where it is none
  /// that is known by name, as for an enum or a domain.
  public static ColumnType parse(String text) {
    var trimmed = text.strip();
    var shape = SHAPE.matcher(trimmed.toLowerCase(Locale.ROOT));
    return shape.matches() ? read(shape, trimmed) : new ColumnType.Opaque(trimmed);
  }

  private static ColumnType read(Matcher shape, String text) {
    var element = scalar(shape);
    if (element.isEmpty()) {
      return new ColumnType.Opaque(text);
    }
    var dimensions = (int) shape.group("array").chars().filter(it -> it == '[').count();
    return dimensions == 0 ? element.get() : new ColumnType.Array(element.get(), dimensions);
  }

  private static Optional<ColumnType> scalar(Matcher shape) {
    var name = shape.group("name").replaceAll("\\s+", " ");
    var zone = Optional.ofNullable(shape.group("zone"));
    var type =
        zone.isPresent() && zone.get().equals("with")
            ? Optional.ofNullable(WITH_TIME_ZONE.get(name))
            : Optional.ofNullable(TYPES.get(name));
    var modifiers = modifiers(Optional.ofNullable(shape.group("modifiers")));
    if (name.equals("float") && zone.isEmpty()) {
      return floatOf(modifiers);
    }
    return type.filter(it -> zone.isEmpty() || WITH_TIME_ZONE.containsKey(name))
        .filter(it -> modifiers.size() <= it.modifiers())
        .filter(it -> isAt(it, Optional.ofNullable(shape.group("namespace"))))
        .map(it -> new ColumnType.Scalar(it, modifiers));
  }

  /// `float(1)` to `float(24)` are `real`, the others `double precision` (PostgreSQL 18, 8.1.3).
  private static Optional<ColumnType> floatOf(List<Integer> modifiers) {
    var isReal = modifiers.size() == 1 && modifiers.getFirst() <= 24;
    return Optional.of(ColumnType.of(isReal ? ScalarType.REAL : ScalarType.DOUBLE_PRECISION));
  }

  /// A built-in type stands in `pg_catalog`; one from an extension wherever that was put.
  private static boolean isAt(ScalarType type, Optional<String> namespace) {
    return namespace
        .map(it -> it.replace("\"", "").equals("pg_catalog") == type.extension().isEmpty())
        .orElse(true);
  }

  private static List<Integer> modifiers(Optional<String> text) {
    var numbers = new ArrayList<Integer>();
    for (var number : text.map(it -> it.split(",")).orElse(new String[0])) {
      numbers.add(Integer.parseInt(number.strip()));
    }
    return numbers;
  }

  private static Map<String, ScalarType> types() {
    var types = new HashMap<String, ScalarType>();
    for (var type : ScalarType.values()) {
      types.put(type.sql(), type);
    }
    types.put("int2", ScalarType.SMALLINT);
    types.put("int", ScalarType.INTEGER);
    types.put("int4", ScalarType.INTEGER);
    types.put("int8", ScalarType.BIGINT);
    types.put("float4", ScalarType.REAL);
    types.put("float8", ScalarType.DOUBLE_PRECISION);
    types.put("float", ScalarType.DOUBLE_PRECISION);
    types.put("decimal", ScalarType.NUMERIC);
    types.put("dec", ScalarType.NUMERIC);
    types.put("bool", ScalarType.BOOLEAN);
    types.put("varchar", ScalarType.VARCHAR);
    types.put("char varying", ScalarType.VARCHAR);
    types.put("char", ScalarType.CHAR);
    types.put("varbit", ScalarType.VARBIT);
    types.put("time", ScalarType.TIME);
    types.put("timetz", ScalarType.TIMETZ);
    types.put("timestamp", ScalarType.TIMESTAMP);
    types.put("timestamptz", ScalarType.TIMESTAMPTZ);
    return types;
  }
}
