package lockstep.psl.printer;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.psl.analysis.BuiltInType;
import lockstep.psl.analysis.Rfc3339;
import lockstep.psl.analysis.ValueType;
import lockstep.psl.syntax.FieldType.Arity;
import lockstep.schema.ColumnType;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.TypeSql;

/// The value of an `@default` for an SQL expression: a value of the language where reading it gives
/// the same expression back, else `dbgenerated`.
final class DefaultText {
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*+'");
  private static final Pattern BYTES = Pattern.compile("'\\\\x((?:[0-9a-f]{2})*+)'");
  private static final Pattern POINT_IN_TIME = Pattern.compile("'(\\S+) (\\S+) (\\S+)'");

  private final PrintedNames names;

  DefaultText(PrintedNames names) {
    this.names = names;
  }

  String of(String sql, FieldTypes.Printed field, ColumnType column) {
    var value =
        field.arity() == Arity.LIST
            ? list(sql, field.type(), column)
            : value(sql, field.type(), column);
    return value.orElseGet(() -> "dbgenerated(" + PslText.quoted(sql) + ")");
  }

  private Optional<String> list(String sql, ValueType type, ColumnType column) {
    var cast = "]::" + TypeSql.of(column, Names.of(Schema.empty()));
    if (!sql.startsWith("ARRAY[") || !sql.endsWith(cast)) {
      return Optional.empty();
    }
    var element = column instanceof ColumnType.Array(var it, _) ? it : column;
    var values = new ArrayList<String>();
    for (var part : elements(sql.substring("ARRAY[".length(), sql.length() - cast.length()))) {
      var value = literal(part, type, element);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(PslText.list(values));
  }

  /// Splits at commas outside of quotes.
  private static List<String> elements(String sql) {
    var elements = new ArrayList<String>();
    var start = 0;
    var isQuoted = false;
    for (var i = 0; i < sql.length(); i++) {
      if (sql.charAt(i) == '\'') {
        isQuoted = !isQuoted;
      } else if (!isQuoted && sql.startsWith(", ", i)) {
        elements.add(sql.substring(start, i));
        start = i + 2;
      }
    }
    if (!sql.isEmpty()) {
      elements.add(sql.substring(start));
    }
    return elements;
  }

  private Optional<String> value(String sql, ValueType type, ColumnType column) {
    return sql.equals("CURRENT_TIMESTAMP") && type.is(BuiltInType.DATE_TIME)
        ? Optional.of("now()")
        : literal(sql, type, column);
  }

  private Optional<String> literal(String sql, ValueType type, ColumnType column) {
    return switch (type) {
      case ValueType.BuiltIn(var builtIn) -> literal(sql, builtIn);
      case ValueType.Enumerated _ ->
          column instanceof ColumnType.Enumerated(QualifiedName name)
              ? text(sql).flatMap(it -> names.member(name, it))
              : Optional.empty();
      case ValueType.Unsupported _, ValueType.Composite _ -> Optional.empty();
    };
  }

  private static Optional<String> literal(String sql, BuiltInType type) {
    return switch (type) {
      case INT -> integer(sql).filter(it -> it == (int) (long) it).map(String::valueOf);
      case BIG_INT -> integer(sql).map(String::valueOf);
      case FLOAT, DECIMAL -> Optional.of(sql).filter(it -> DECIMAL.matcher(it).matches());
      case BOOLEAN -> Optional.of(sql).filter(it -> it.equals("true") || it.equals("false"));
      case STRING, JSON -> text(sql).map(PslText::quoted);
      case BYTES -> bytes(sql);
      case DATE_TIME -> pointInTime(sql);
    };
  }

  private static Optional<Long> integer(String sql) {
    try {
      return INTEGER.matcher(sql).matches() ? Optional.of(Long.parseLong(sql)) : Optional.empty();
    } catch (NumberFormatException tooLong) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(String sql) {
    return TEXT.matcher(sql).matches()
        ? Optional.of(sql.substring(1, sql.length() - 1).replace("''", "'"))
        : Optional.empty();
  }

  private static Optional<String> bytes(String sql) {
    var match = BYTES.matcher(sql);
    return match.matches()
        ? Optional.of(
            PslText.quoted(
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(match.group(1)))))
        : Optional.empty();
  }

  private static Optional<String> pointInTime(String sql) {
    var match = POINT_IN_TIME.matcher(sql);
    if (!match.matches()) {
      return Optional.empty();
    }
    var text = match.group(1) + "T" + match.group(2) + match.group(3);
    return Rfc3339.parse(text)
        .filter(it -> Quote.literal(it.toString()).equals(sql))
        .map(_ -> PslText.quoted(text));
  }
}
