package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.call;
import static lockstep.emit.python.Expression.text;
import static lockstep.emit.python.Expression.verbatim;

import lockstep.emit.python.Expression;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;
import lockstep.schema.SqlExpression;

/// SQL inside Python: texts for `sa.text`, and defaults as a person would write them.
final class SqlText {
  private SqlText() {}

  /// Returns `sa.text("…")`.
  static Expression sql(String sql) {
    return call("sa.text", escaped(sql));
  }

  /// Returns a text that SQLAlchemy takes for SQL: a colon before a word would otherwise be a
  /// parameter (SQLAlchemy 2.1, `TextClause._bind_params_regex`).
  static Expression escaped(String sql) {
    var out = new StringBuilder(sql.length());
    for (var i = 0; i < sql.length(); i++) {
      if (startsParameter(sql, i)) {
        out.append('\\');
      }
      out.append(sql.charAt(i));
    }
    return text(out.toString());
  }

  private static boolean startsParameter(String sql, int i) {
    if (sql.charAt(i) != ':' || i + 1 == sql.length() || !isWord(sql.charAt(i + 1))) {
      return false;
    }
    return i == 0 || sql.charAt(i - 1) != ':' && !isWord(sql.charAt(i - 1));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /// Returns a column's default for `server_default`. Spelled as PostgreSQL prints it where it
  /// calls a function or its type has no `=`, as Alembic compares such a default by its text
  /// (Alembic 1.20).
  static Expression serverDefault(SqlExpression expression, ColumnType type) {
    var sql = PrintedCall.of(expression.text());
    if (sql.equalsIgnoreCase("CURRENT_TIMESTAMP")) {
      return verbatim("sa.func.current_timestamp()");
    }
    if (sql.equalsIgnoreCase("true") || sql.equalsIgnoreCase("false")) {
      return verbatim(sql.equalsIgnoreCase("true") ? "sa.true()" : "sa.false()");
    }
    if (isPlainCall(sql)) {
      return verbatim("sa.func." + sql);
    }
    if (isLiteral(sql)) {
      return literal(sql, type);
    }
    return sql(withoutParentheses(sql));
  }

  private static Expression literal(String sql, ColumnType type) {
    var value = sql.substring(1, sql.length() - 1);
    if (type instanceof ColumnType.Scalar(var scalar, var _)) {
      switch (scalar) {
        case TEXT, VARCHAR, CHAR, CITEXT -> {
          return isSimple(value) ? text(value) : sql(sql + "::" + scalar.sql());
        }
        case JSON, JSONB -> {
          return sql(sql + "::" + scalar.sql());
        }
        case XML, POINT, LINE, PATH, BOX, POLYGON, CIRCLE, LSEG, JSONPATH -> {
          return sql(sql + "::" + scalar.sql());
        }
        default -> {}
      }
    }
    return type instanceof ColumnType.Enumerated && isSimple(value) ? text(value) : sql(sql);
  }

  private static boolean isSimple(String value) {
    return value.chars().noneMatch(c -> c == '\'' || c == '\\' || c == '%' || c < ' ');
  }

  /// A quoted text and nothing else.
  private static boolean isLiteral(String sql) {
    if (sql.length() < 2 || sql.charAt(0) != '\'' || !sql.endsWith("'")) {
      return false;
    }
    var inside = sql.substring(1, sql.length() - 1).replace("''", "");
    return inside.indexOf('\'') < 0;
  }

  /// `name()` with a name that needs no quotes.
  private static boolean isPlainCall(String sql) {
    if (!sql.endsWith("()") || sql.length() < 3) {
      return false;
    }
    for (var i = 0; i < sql.length() - 2; i++) {
      var c = sql.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c == '_' || i > 0 && c >= '0' && c <= '9')) {
        return false;
      }
    }
    return !Reserved.KEYWORDS.contains(sql.substring(0, sql.length() - 2));
  }

  private static String withoutParentheses(String sql) {
    var text = sql.strip();
    while (text.startsWith("(") && closes(text) == text.length() - 1) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return text;
  }

  /// Returns where the first parenthesis is closed; the length of the text where that is not clear.
  private static int closes(String text) {
    var depth = 0;
    for (var i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(' -> depth++;
        case ')' -> {
          if (--depth == 0) {
            return i;
          }
        }
        case '\'', '"', '$' -> {
          return text.length();
        }
        default -> {}
      }
    }
    return text.length();
  }

  /// Returns whether SQLAlchemy would make a serial of an integer key without a default.
  static boolean isNumber(ColumnType type) {
    return type instanceof ColumnType.Scalar(var scalar, var _)
        && switch (scalar) {
          case SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE_PRECISION -> true;
          default -> false;
        };
  }

  static boolean isInteger(ScalarType type) {
    return type == ScalarType.SMALLINT || type == ScalarType.INTEGER || type == ScalarType.BIGINT;
  }
}
