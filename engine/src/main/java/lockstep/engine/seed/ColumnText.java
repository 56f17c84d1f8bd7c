package lockstep.engine.seed;

import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonWriter;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;
import lockstep.schema.Schema;
import lockstep.sql.Quote;

/// What stands in a cell, as the text that PostgreSQL reads as a value of the column's type.
final class ColumnText {
  private ColumnText() {}

  /// Returns the text; empty for NULL.
  static Optional<String> of(Cell.Content content, ColumnType type, Schema schema) {
    return switch (content) {
      case Cell.Content.Nothing _ -> Optional.empty();
      case Cell.Content.Field(var text) -> Optional.of(text);
      case Cell.Content.Scalar(var text, var json) ->
          Optional.of(isJson(type, schema) ? json(json) : text);
      case Cell.Content.Items(var array) ->
          Optional.of(
              base(type, schema) instanceof ColumnType.Array(var element, var dimensions)
                  ? isJson(element, schema) ? jsonArray(array, dimensions) : array(array)
                  : json(array));
      case Cell.Content.Members(var object, var _) -> Optional.of(json(object));
    };
  }

  static boolean isJson(ColumnType type, Schema schema) {
    return base(type, schema) instanceof ColumnType.Scalar(var scalar, var _)
        && (scalar == ScalarType.JSON || scalar == ScalarType.JSONB);
  }

  /// Returns what a domain is of, however many are on top of each other.
  private static ColumnType base(ColumnType type, Schema schema) {
    if (!(type instanceof ColumnType.OfDomain(var name))) {
      return type;
    }
    return schema
        .namespace(name.namespace())
        .flatMap(it -> it.domains().stream().filter(a -> a.name().equals(name.name())).findFirst())
        .map(it -> base(it.baseType(), schema))
        .orElse(type);
  }

  private static String array(Json.OfArray array) {
    return array.values().stream()
        .map(ColumnText::element)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String element(Json value) {
    return switch (value) {
      case Json.OfNull() -> "NULL";
      case Json.OfText(var text) -> Quote.element(text);
      case Json.OfNumber(var literal) -> literal;
      case Json.OfBoolean(var truth) -> String.valueOf(truth);
      case Json.OfArray inner -> array(inner);
      case Json.OfObject object -> Quote.element(json(object));
    };
  }

  /// Each element is a JSON text; only those of further dimensions that the column declares are
  /// arrays of SQL.
  private static String jsonArray(Json.OfArray array, int dimensions) {
    return array.values().stream()
        .map(
            it ->
                switch (it) {
                  case Json.OfNull() -> "NULL";
                  case Json.OfArray inner when dimensions > 1 -> jsonArray(inner, dimensions - 1);
                  case Json.OfArray _,
                      Json.OfText _,
                      Json.OfNumber _,
                      Json.OfBoolean _,
                      Json.OfObject _ ->
                      Quote.element(json(it));
                })
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(Json value) {
    var out = JsonWriter.compact();
    out.value(value);
    return out.toString();
  }
}
