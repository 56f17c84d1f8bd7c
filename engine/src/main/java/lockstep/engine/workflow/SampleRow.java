package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// A row that a schema lets one write without any other: found by trying.
///
/// @param insert the statement that writes it and returns all of it
/// @param select the one that reads all rows of its table
record SampleRow(String insert, String select) {
  /// Returns a row for the first table that takes one, those that refer to others last.
  static Optional<SampleRow> find(Schema schema, ShadowDatabase database) {
    return Stream.concat(
            schema.tables().filter(it -> it.value().foreignKeys().isEmpty()),
            schema.tables().filter(it -> !it.value().foreignKeys().isEmpty()))
        .flatMap(it -> of(it, schema).stream())
        .filter(it -> isAccepted(it, database))
        .findFirst();
  }

  private static boolean isAccepted(SampleRow row, ShadowDatabase database) {
    var session = database.session();
    session.execute("begin");
    var refused = session.tryExecute(row.insert());
    session.execute("rollback");
    return refused.isEmpty();
  }

  private static Optional<SampleRow> of(Schema.Named<Table> table, Schema schema) {
    var name = Names.qualified(schema.extensions()).of(table.name());
    var columns = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (var it : table.value().columns()) {
      if (it.isNullable() || !(it.value() instanceof ColumnValue.None)) {
        continue;
      }
      var value = value(it, schema);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      columns.add(Quote.name(it.name()));
      values.add(Quote.literal(value.get()));
    }
    var row =
        columns.isEmpty()
            ? "DEFAULT VALUES"
            : "(%s) VALUES (%s)".formatted(String.join(", ", columns), String.join(", ", values));
    return Optional.of(
        new SampleRow(
            "INSERT INTO %s %s RETURNING *".formatted(name, row), "SELECT * FROM " + name));
  }

  private static Optional<String> value(Column column, Schema schema) {
    return switch (column.type()) {
      case ColumnType.Scalar it -> scalar(it);
      case ColumnType.Enumerated(var type) ->
          schema.enumType(type).flatMap(it -> it.values().stream().findFirst());
      case ColumnType.Array _ -> Optional.of("{}");
      default -> Optional.empty();
    };
  }

  private static Optional<String> scalar(ColumnType.Scalar scalar) {
    return switch (scalar.type()) {
      case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE_PRECISION, NUMERIC, MONEY, OID ->
          Optional.of("1");
      case BOOLEAN -> Optional.of("true");
      case TEXT, VARCHAR, CHAR, NAME, CITEXT, TSVECTOR, TSQUERY, LTREE, BYTEA -> Optional.of("a");
      case HSTORE -> Optional.of("");
      case UUID -> Optional.of("00000000-0000-4000-8000-000000000001");
      case JSON, JSONB -> Optional.of("{}");
      case DATE, TIMESTAMP, TIMESTAMPTZ -> Optional.of("2026-01-01");
      case TIME, TIMETZ -> Optional.of("12:00");
      case INTERVAL -> Optional.of("1 day");
      case INET, CIDR -> Optional.of("127.0.0.1");
      case VECTOR, HALFVEC ->
          Optional.of(
              Stream.generate(() -> "1")
                  .limit(scalar.modifiers().isEmpty() ? 1 : scalar.modifiers().getFirst())
                  .collect(Collectors.joining(",", "[", "]")));
      default -> Optional.empty();
    };
  }
}
