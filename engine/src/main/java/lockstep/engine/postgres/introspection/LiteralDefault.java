package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.schema.ColumnType;
import lockstep.schema.QualifiedName;
import lockstep.schema.ScalarType;
import lockstep.schema.Schema;
import lockstep.schema.TypeSpelling;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.TypeSql;

/// Defaults that are constants, as people write them.
///
/// PostgreSQL prints `'a'::text` where `'a'` was written for a text column, `'-1'::integer` for
/// `-1`, and `ARRAY['a'::text]` for `ARRAY['a']::TEXT[]`. Written back, each gives the same default
/// again (pinned by the tests for PostgreSQL 18).
final class LiteralDefault {
  private static final String TEXT =
      "(?:E'(?<escaped>[^'\\\\]*+(?:(?:''|\\\\.)[^'\\\\]*+)*+)'|'(?<plain>[^']*+(?:''[^']*+)*+)')";
  private static final Pattern CAST_TEXT = Pattern.compile(TEXT + "::(?<type>.+)");
  private static final Pattern NEGATIVE_INTEGER = Pattern.compile("'(-\\d{1,9})'::integer");
  private static final Pattern NEGATIVE_LONG = Pattern.compile("'(-\\d{10,18})'::bigint");
  private static final Pattern NEGATIVE_FRACTION = Pattern.compile("'(-\\d+\\.\\d+)'::numeric");
  private static final Pattern ARRAY =
      Pattern.compile("ARRAY\\[(?<elements>.*?)](?:::(?<type>.+))?", Pattern.DOTALL);
  private static final Pattern ELEMENT =
      Pattern.compile(
          "(?:"
              + TEXT
              + "::(?<type>[^,]+)|\\((?<number>[\\d.]+)\\)::(?<numberType>[^,]+)"
              + "|(?<bare>[\\w.]+))(?:, |$)");
  private static final Names NAMES = Names.of(Schema.empty());

  private LiteralDefault() {}

  /// Returns a printed default without the casts that its column implies; as it is where it is no
  /// constant.
  static String written(String printed, ColumnType column) {
    // Most defaults are calls, plain numbers and words.
    if (!printed.startsWith("'") && !printed.startsWith("E'") && !printed.startsWith("ARRAY[")) {
      return printed;
    }
    return number(printed)
        .or(() -> text(printed, column))
        .or(() -> array(printed, column))
        .orElse(printed);
  }

  private static Optional<String> number(String printed) {
    if (!printed.startsWith("'-")) {
      return Optional.empty();
    }
    for (var pattern : List.of(NEGATIVE_INTEGER, NEGATIVE_LONG, NEGATIVE_FRACTION)) {
      var number = pattern.matcher(printed);
      if (number.matches()) {
        return Optional.of(number.group(1));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(String printed, ColumnType column) {
    var text = CAST_TEXT.matcher(printed);
    return text.matches() && names(text.group("type"), column)
        ? Optional.of(literal(text.group("escaped"), text.group("plain")))
        : Optional.empty();
  }

  private static Optional<String> array(String printed, ColumnType column) {
    var array = ARRAY.matcher(printed);
    if (!array.matches() || !(column instanceof ColumnType.Array(var element, var _))) {
      return Optional.empty();
    }
    var type = array.group("type");
    if (type != null && !names(type, column)) {
      return Optional.empty();
    }
    return elements(array.group("elements"), element)
        .map(it -> "ARRAY[" + it + "]::" + TypeSql.of(column, NAMES));
  }

  private static Optional<String> elements(String printed, ColumnType type) {
    var written = new ArrayList<String>();
    var element = ELEMENT.matcher(printed);
    var at = 0;
    while (at < printed.length()) {
      if (!element.find(at) || element.start() != at) {
        return Optional.empty();
      }
      var one = element(element, type);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      written.add(one.get());
      at = element.end();
    }
    return Optional.of(String.join(", ", written));
  }

  private static Optional<String> element(Matcher it, ColumnType type) {
    if (it.group("bare") != null) {
      return Optional.of(it.group("bare"));
    }
    if (it.group("number") != null) {
      return Optional.of(it.group("number")).filter(_ -> names(it.group("numberType"), type));
    }
    return names(it.group("type"), type)
        ? Optional.of(literal(it.group("escaped"), it.group("plain")))
        : Optional.empty();
  }

  /// PostgreSQL escapes nothing but backslashes, and quotes as it does everywhere.
  private static String literal(String escaped, String plain) {
    var doubled = escaped == null ? plain : escaped.replace("\\\\", "\\");
    return Quote.literal(doubled.replace("''", "'"));
  }

  /// Returns whether a printed type is that of a column, modifiers aside.
  private static boolean names(String printed, ColumnType type) {
    return switch (type) {
      case ColumnType.Scalar(var scalar, var _) -> names(printed, scalar);
      case ColumnType.Enumerated(var name) -> names(printed, name);
      case ColumnType.OfDomain(var name) -> names(printed, name);
      case ColumnType.Composite(var name) -> names(printed, name);
      case ColumnType.Range(var name) -> names(printed, name);
      case ColumnType.Array(var element, var _) ->
          printed.endsWith("[]") && names(printed.substring(0, printed.length() - 2), element);
      case ColumnType.Opaque(var sql) -> printed.equals(sql);
    };
  }

  private static boolean names(String printed, ScalarType type) {
    return switch (type) {
      case CHAR -> printed.equals("bpchar");
      case BIT -> printed.equals("\"bit\"");
      default ->
          printed.equals(type.sql())
              || TypeSpelling.parse(printed) instanceof ColumnType.Scalar(var named, var _)
                  && named == type;
    };
  }

  private static boolean names(String printed, QualifiedName type) {
    var unquoted = printed.replaceAll("\"((?:[^\"]|\"\")*)\"", "$1").replace("\"\"", "\"");
    var bare = type.name().text();
    return unquoted.equals(type.namespace() + "." + bare)
        || type.namespace().equals(Schema.DEFAULT_NAMESPACE) && unquoted.equals(bare);
  }
}
