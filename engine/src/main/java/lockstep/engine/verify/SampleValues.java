package lockstep.engine.verify;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonWriter;
import lockstep.mapping.EnumView;
import lockstep.mapping.Mapping;
import lockstep.schema.ColumnType;
import lockstep.sql.Quote;

/// Values of a type, by number: the same each time, with what queries go wrong on among them.
final class SampleValues {
  private static final List<String> WORDS =
      List.of("Ann", "bob", "Ann", "50%_off", "ANN", "", "Zoë \\ 'x'", "annex");
  private static final List<Integer> NUMBERS = List.of(1, 2, 2, 5, 10, 0, -3, 7, 100, 3);
  private static final List<Json> DOCUMENTS =
      List.of(
          object("a", number("1"), "b", list(number("1"), number("2")), "c", new Json.OfNull()),
          object("a", text("x"), "n", object("k", new Json.OfBoolean(true))),
          list(),
          object("a", number("2"), "b", list(text("two"))),
          list(number("1"), text("two")),
          object());

  private final Mapping mapping;

  /// One value.
  ///
  /// @param given as JSON; what JSON has no type for is an object with one member, as in `$time`
  /// @param sql as PostgreSQL reads it; empty for NULL
  record Value(Json given, Optional<String> sql) {
    static final Value NULL = new Value(new Json.OfNull(), Optional.empty());

    boolean isNull() {
      return sql.isEmpty();
    }
  }

  SampleValues(Mapping mapping) {
    this.mapping = mapping;
  }

  /// Returns a value; empty for types of which none is known here.
  ///
  /// @param mentioned what queries name as values of this column
  Optional<Value> of(ColumnType type, int number, Repeat repeat, List<String> mentioned) {
    return switch (type) {
      case ColumnType.Scalar it -> scalar(it, number, repeat, mentioned);
      case ColumnType.Enumerated(var name) ->
          mapping.enumOf(name).map(it -> member(it, number, mentioned));
      case ColumnType.Array(var element, var _) -> array(element, number, mentioned);
      case ColumnType.Composite _, ColumnType.Range _, ColumnType.OfDomain _, ColumnType.Opaque _ ->
          Optional.empty();
    };
  }

  /// Whether two rows may have the same.
  enum Repeat {
    ALLOWED,
    FORBIDDEN
  }

  private static Value member(EnumView view, int number, List<String> mentioned) {
    var members = view.members();
    var isRenamed = members.stream().anyMatch(it -> !it.name().equals(it.value()));
    var named = members.stream().filter(it -> mentioned.contains(it.name())).toList();
    var all = Stream.concat(named.stream(), members.stream()).distinct().toList();
    var member = all.get(number % all.size());
    return new Value(
        isRenamed
            ? object("$member", text(view.name() + "." + member.name()))
            : text(member.name()),
        Optional.of(member.value()));
  }

  private Optional<Value> array(ColumnType element, int number, List<String> mentioned) {
    var numbers =
        switch (number % 4) {
          case 0 -> List.of(0, 1);
          case 1 -> List.<Integer>of();
          case 2 -> List.of(number, number, 1);
          default -> List.of(number);
        };
    var values =
        numbers.stream()
            .flatMap(it -> of(element, it, Repeat.ALLOWED, mentioned).stream())
            .toList();
    if (values.size() != numbers.size()) {
      return Optional.empty();
    }
    var sql =
        values.stream()
            .map(it -> Quote.element(it.sql().orElse("")))
            .collect(Collectors.joining(",", "{", "}"));
    return Optional.of(
        new Value(new Json.OfArray(values.stream().map(Value::given).toList()), Optional.of(sql)));
  }

  private static Optional<Value> scalar(
      ColumnType.Scalar type, int number, Repeat repeat, List<String> mentioned) {
    var isUnique = repeat == Repeat.FORBIDDEN;
    return switch (type.type()) {
      case TEXT, VARCHAR, CHAR, CITEXT, NAME ->
          Optional.of(word(type, number, isUnique, mentioned));
      case SMALLINT, INTEGER, BIGINT, OID ->
          Optional.of(plain(String.valueOf(integer(number, isUnique, mentioned))));
      case REAL, DOUBLE_PRECISION -> {
        var value = integer(number, isUnique, mentioned) + ".5";
        yield Optional.of(plain(value));
      }
      case NUMERIC -> Optional.of(decimal(type, number, isUnique, mentioned));
      case BOOLEAN -> {
        var isTrue = number % 2 == 0;
        yield Optional.of(
            new Value(new Json.OfBoolean(isTrue), Optional.of(String.valueOf(isTrue))));
      }
      case UUID -> {
        var known =
            mentioned.stream()
                .filter(it -> it.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        yield Optional.of(texts(known.skip(number).findFirst().orElse(uuid(number))));
      }
      case DATE, TIME, TIMESTAMP, TIMESTAMPTZ ->
          Optional.of(time(type, isUnique ? number : number / 2));
      case JSON, JSONB -> {
        var document = DOCUMENTS.get(number % DOCUMENTS.size());
        yield Optional.of(new Value(object("$json", document), Optional.of(shown(document))));
      }
      case BYTEA -> {
        var bytes = new byte[] {0, 1, (byte) number};
        yield Optional.of(
            new Value(
                object("$bytes", text(Base64.getEncoder().encodeToString(bytes))),
                Optional.of("\\x" + HexFormat.of().formatHex(bytes))));
      }
      case INET -> Optional.of(texts("10.0.0." + number % 250));
      case VECTOR, HALFVEC -> Optional.of(vector(type, number));
      case XML -> Optional.of(texts("<a>" + number + "</a>"));
      default -> Optional.empty();
    };
  }

  private static Value word(
      ColumnType.Scalar type, int number, boolean isUnique, List<String> mentioned) {
    var text = isUnique ? distinct(number, mentioned) : common(number, mentioned);
    var length = type.modifiers().isEmpty() ? Integer.MAX_VALUE : type.modifiers().getFirst();
    if (text.length() <= length) {
      return texts(text);
    }
    return texts(isUnique ? Integer.toString(number, 36) : text.substring(0, length));
  }

  private static String distinct(int number, List<String> mentioned) {
    return number < mentioned.size()
        ? mentioned.get(number)
        : WORDS.get(number % WORDS.size()) + number;
  }

  /// What queries name comes first, and again inside of other text and in capitals.
  private static String common(int number, List<String> mentioned) {
    var all = new ArrayList<>(mentioned.stream().limit(4).toList());
    mentioned.stream().limit(2).forEach(it -> all.add("x" + it.toUpperCase(Locale.ROOT) + "y"));
    all.addAll(WORDS);
    return all.get(number % all.size());
  }

  private static int integer(int number, boolean isUnique, List<String> mentioned) {
    if (isUnique) {
      return number + 1;
    }
    var known =
        mentioned.stream()
            .filter(it -> it.matches("-?\\d{1,4}"))
            .map(Integer::parseInt)
            .limit(4)
            .toList();
    var all = Stream.concat(known.stream(), NUMBERS.stream()).toList();
    return all.get(number % all.size());
  }

  private static Value decimal(
      ColumnType.Scalar type, int number, boolean isUnique, List<String> mentioned) {
    var whole = integer(number, isUnique, mentioned);
    var hasPlaces = type.modifiers().size() < 2 || type.modifiers().get(1) > 0;
    var value = whole + (hasPlaces ? ".5" : "");
    return new Value(object("$decimal", text(value)), Optional.of(value));
  }

  private static Value time(ColumnType.Scalar type, int number) {
    var isWhole = !type.modifiers().isEmpty() && type.modifiers().getFirst() < 3;
    var day = "2024-%02d-%02d".formatted(1 + number / 28 % 12, 1 + number % 28);
    var clock = "%02d:30:15.%s".formatted(number % 24, isWhole ? "000" : "120");
    return switch (type.type()) {
      case DATE -> tagged("$date", day);
      case TIME -> tagged("$clock", clock);
      case TIMESTAMP -> tagged("$local", day + "T" + clock);
      default -> tagged("$time", day + "T" + clock + "Z");
    };
  }

  private static Value tagged(String tag, String value) {
    return new Value(object(tag, text(value)), Optional.of(value));
  }

  private static Value vector(ColumnType.Scalar type, int number) {
    var length = type.modifiers().isEmpty() ? 3 : type.modifiers().getFirst();
    var numbers =
        IntStream.range(0, length).mapToObj(it -> it == number % length ? "1" : "0.5").toList();
    return new Value(
        new Json.OfArray(numbers.stream().map(SampleValues::number).toList()),
        Optional.of("[" + String.join(",", numbers) + "]"));
  }

  private static String uuid(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number + 1);
  }

  private static Value plain(String literal) {
    return new Value(number(literal), Optional.of(literal));
  }

  private static Value texts(String value) {
    return new Value(text(value), Optional.of(value));
  }

  static Json text(String value) {
    return new Json.OfText(value);
  }

  static Json number(String literal) {
    return new Json.OfNumber(literal);
  }

  static Json list(Json... values) {
    return new Json.OfArray(List.of(values));
  }

  static Json object(Object... members) {
    var all = new LinkedHashMap<String, Json>();
    for (var i = 0; i < members.length; i += 2) {
      all.put((String) members[i], (Json) members[i + 1]);
    }
    return new Json.OfObject(all);
  }

  static String shown(Json json) {
    var writer = JsonWriter.compact();
    writer.value(json);
    return writer.toString();
  }

  /// Returns how a value that was given is shown in a result.
  static Json seen(Json given) {
    if (given instanceof Json.OfArray(var values)) {
      return new Json.OfArray(values.stream().map(SampleValues::seen).toList());
    }
    if (given.members().size() != 1) {
      return given;
    }
    var tag = given.members().keySet().iterator().next();
    var value = given.get(tag).orElseThrow();
    return switch (tag) {
      case "$json" -> value;
      case "$member" -> text(value.text().orElse("").replaceFirst(".*\\.", ""));
      case "$local" -> object("$time", text(value.text().orElse("") + "Z"));
      case "$date" -> object("$time", text(value.text().orElse("") + "T00:00:00.000Z"));
      case "$clock" -> object("$time", text("1970-01-01T" + value.text().orElse("") + "Z"));
      default -> given;
    };
  }

  static boolean isUnsupported(ColumnType type) {
    return switch (type) {
      case ColumnType.Scalar(var scalar, var _) ->
          switch (scalar) {
            case SMALLINT,
                INTEGER,
                BIGINT,
                REAL,
                DOUBLE_PRECISION,
                NUMERIC,
                MONEY,
                BOOLEAN,
                TEXT,
                VARCHAR,
                CHAR,
                CITEXT,
                BYTEA,
                UUID,
                XML,
                JSON,
                JSONB,
                DATE,
                TIME,
                TIMETZ,
                TIMESTAMP,
                TIMESTAMPTZ,
                BIT,
                VARBIT,
                INET,
                OID ->
                false;
            default -> true;
          };
      case ColumnType.Enumerated _ -> false;
      case ColumnType.Array(var element, var _) -> isUnsupported(element);
      case ColumnType.Composite _, ColumnType.Range _, ColumnType.OfDomain _, ColumnType.Opaque _ ->
          true;
    };
  }
}
