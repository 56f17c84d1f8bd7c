package lockstep.check.lint.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.sql.SqlToken;

/// Whether a default has one value for all rows (PostgreSQL 18, pg_proc.provolatile).
final class Volatility {
  private static final Set<String> SAME_FOR_ALL =
      Set.of(
          "now",
          "transaction_timestamp",
          "statement_timestamp",
          "to_timestamp",
          "make_date",
          "make_timestamp",
          "make_interval",
          "date_trunc",
          "timezone",
          "date_part",
          "extract",
          "cast",
          "coalesce",
          "nullif",
          "greatest",
          "least",
          "lower",
          "upper",
          "concat",
          "md5",
          "encode",
          "decode",
          "length",
          "round",
          "floor",
          "ceil",
          "abs",
          "row",
          "array_fill",
          "array_length",
          "string_to_array",
          "to_char",
          "to_date",
          "to_number",
          "to_json",
          "to_jsonb",
          "to_tsvector",
          "json_build_object",
          "json_build_array",
          "jsonb_build_object",
          "jsonb_build_array",
          "jsonb_set",
          "current_setting",
          "current_schema",
          "current_database",
          "session_user",
          "int4range",
          "int8range",
          "numrange",
          "tsrange",
          "tstzrange",
          "daterange",
          "current_timestamp",
          "localtimestamp",
          "current_time",
          "localtime",
          "uuid_nil",
          "point",
          "box",
          "st_geomfromtext",
          "any",
          "and",
          "or",
          "not",
          "in",
          "date",
          "time",
          "interval",
          "timestamp",
          "numeric",
          "varchar");

  private Volatility() {}

  /// Returns the function for which each row needs a value of its own, or which is not known not
  /// to.
  static Optional<String> function(List<SqlToken> expression) {
    for (var i = 0; i + 1 < expression.size(); i++) {
      var name = expression.get(i);
      var isCall =
          expression.get(i + 1).text().equals("(")
              && (name.isWord() || name.text().startsWith("\""));
      var isCast = i > 0 && expression.get(i - 1).text().equals(":");
      if (isCall && !isCast && !SAME_FOR_ALL.contains(name.text())) {
        return Optional.of(name.text());
      }
    }
    return Optional.empty();
  }
}
