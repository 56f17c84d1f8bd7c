package lockstep.psl.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;

/// Recognises the types that PostgreSQL knows by a fixed name in the text of `Unsupported("…")`.
///
/// Whatever is not recognised stays as it is written.
final class SqlTypeText {
  private static final Pattern ARRAY_MARK = Pattern.compile("\\s*\\[\\s*\\d*\\s*]$");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?:pg_catalog\\.)?([a-z_][a-z0-9_ ]*?)\\s*(?:\\(([0-9, ]+)\\))?"
              + "\\s*((?:with|without)\\s+time\\s+zone)?");
  private static final Map<String, ScalarType> SPELLINGS = spellings();

  private SqlTypeText() {}

  static ColumnType parse(String text) {
    var element = text.strip();
    var dimensions = 0;
    for (var mark = ARRAY_MARK.matcher(element); mark.find(); mark = ARRAY_MARK.matcher(element)) {
      element = element.substring(0, mark.start());
      dimensions++;
    }
    var type = scalar(element).orElse(new ColumnType.Opaque(element));
    return dimensions == 0 ? type : new ColumnType.Array(type, dimensions);
  }

  private static Optional<ColumnType> scalar(String text) {
    var matcher = TYPE.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var words = new ArrayList<>(List.of(matcher.group(1).strip().split("\\s+")));
    if (matcher.group(3) != null) {
      words.addAll(List.of(matcher.group(3).split("\\s+")));
    }
    var name = String.join(" ", words);
    return modifiers(matcher.group(2)).flatMap(it -> scalar(name, it));
  }

  private static Optional<ColumnType> scalar(String name, List<Integer> modifiers) {
    if (name.equals("float") && modifiers.size() == 1) {
      var type = modifiers.getFirst() <= 24 ? ScalarType.REAL : ScalarType.DOUBLE_PRECISION;
      return Optional.of(ColumnType.of(type));
    }
    if (name.equals("bpchar") && modifiers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(SPELLINGS.get(name))
        .filter(it -> modifiers.size() <= allowedModifiers(it))
        .map(it -> new ColumnType.Scalar(it, modifiers));
  }

  private static Optional<List<Integer>> modifiers(String text) {
    if (text == null) {
      return Optional.of(List.of());
    }
    var modifiers = new ArrayList<Integer>();
    for (var part : text.split(",", -1)) {
      if (!part.strip().matches("\\d{1,9}")) {
        return Optional.empty();
      }
      modifiers.add(Integer.parseInt(part.strip()));
    }
    return Optional.of(modifiers);
  }

  private static int allowedModifiers(ScalarType type) {
    return switch (type) {
      case NUMERIC -> 2;
      case VARCHAR,
          CHAR,
          BIT,
          VARBIT,
          TIME,
          TIMETZ,
          TIMESTAMP,
          TIMESTAMPTZ,
          INTERVAL,
          VECTOR,
          HALFVEC,
          SPARSEVEC ->
          1;
      default -> 0;
    };
  }

  private static Map<String, ScalarType> spellings() {
    var spellings = new HashMap<String, ScalarType>();
    for (var type : ScalarType.values()) {
      spellings.put(type.sql(), type);
    }
    spellings.put("int2", ScalarType.SMALLINT);
    spellings.put("int", ScalarType.INTEGER);
    spellings.put("int4", ScalarType.INTEGER);
    spellings.put("int8", ScalarType.BIGINT);
    spellings.put("float4", ScalarType.REAL);
    spellings.put("float8", ScalarType.DOUBLE_PRECISION);
    spellings.put("float", ScalarType.DOUBLE_PRECISION);
    spellings.put("decimal", ScalarType.NUMERIC);
    spellings.put("dec", ScalarType.NUMERIC);
    spellings.put("bool", ScalarType.BOOLEAN);
    spellings.put("varchar", ScalarType.VARCHAR);
    spellings.put("char varying", ScalarType.VARCHAR);
    spellings.put("char", ScalarType.CHAR);
    spellings.put("bpchar", ScalarType.CHAR);
    spellings.put("varbit", ScalarType.VARBIT);
    spellings.put("time", ScalarType.TIME);
    spellings.put("timetz", ScalarType.TIMETZ);
    spellings.put("timestamp", ScalarType.TIMESTAMP);
    spellings.put("timestamptz", ScalarType.TIMESTAMPTZ);
    return spellings;
  }
}
