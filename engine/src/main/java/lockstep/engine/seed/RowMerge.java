package lockstep.engine.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The SQL by which staged rows become rows of their table. Names the table `t`, the staged rows
/// `s`.
///
/// Values are compared as PostgreSQL prints them: what looks the same is not written again, and
/// types without an operator `=` are compared too.
final class RowMerge {
  /// Where each statement notes how many rows it wrote.
  static final String COUNTS = "pg_temp.lockstep_seed_counts";

  static final String CREATE_COUNTS =
      "CREATE TEMPORARY TABLE lockstep_seed_counts (place text, inserted bigint, updated bigint)"
          + " ON COMMIT DROP";

  private final SeedTable table;
  private final StagedRows rows;
  private final String target;

  RowMerge(SeedTable table, StagedRows rows) {
    this.table = table;
    this.rows = rows;
    this.target = Names.qualified(List.of()).of(table.name());
  }

  /// Returns the statements for the rows from one number to another, which is left out: those that
  /// differ are changed, those that are missing made.
  String merge(int from, int to) {
    var range = "s.n >= %d AND s.n < %d AND NOT s.done AND %s".formatted(from, to, rows.isReady());
    var changed = values();
    var update =
        changed.isEmpty()
            ? ""
            : """
            WITH written AS (
              UPDATE %s t SET %s FROM %s s WHERE %s AND %s AND %s RETURNING 1
            ) INSERT INTO %s SELECT %s, 0, count(*) FROM written;
            """
                .formatted(
                    target,
                    changed.stream()
                        .map(it -> "%s = s.%s".formatted(Quote.name(it), staged(it)))
                        .collect(Collectors.joining(", ")),
                    rows.sql(),
                    range,
                    isSameRow(),
                    differs(),
                    COUNTS,
                    place(table.name()));
    return update
        + """
        WITH written AS (
          INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s s
          WHERE %s AND NOT EXISTS (SELECT FROM %s t WHERE %s) ORDER BY s.n RETURNING 1
        ) INSERT INTO %s SELECT %s, count(*), 0 FROM written;
        UPDATE %s s SET done = true WHERE %s
        """
            .formatted(
                target,
                names(rows.columns().keySet()),
                rows.columns().values().stream()
                    .map("s."::concat)
                    .collect(Collectors.joining(", ")),
                rows.sql(),
                range,
                target,
                isSameRow(),
                COUNTS,
                place(table.name()),
                rows.sql(),
                range);
  }

  /// Returns a condition: that `t` is the row that `s` speaks of.
  String isSameRow() {
    return table.key().stream()
        .map(it -> "t.%s = s.%s".formatted(Quote.name(it), staged(it)))
        .collect(Collectors.joining(" AND "));
  }

  /// Returns a condition: that `t` has another value than `s` says.
  String differs() {
    return values().stream().map(this::differs).collect(Collectors.joining(" OR ", "(", ")"));
  }

  String differs(Identifier column) {
    return "t.%s::text IS DISTINCT FROM s.%s::text".formatted(Quote.name(column), staged(column));
  }

  /// Returns the columns that are no part of the key.
  List<Identifier> values() {
    return rows.columns().keySet().stream().filter(it -> !table.key().contains(it)).toList();
  }

  String target() {
    return target;
  }

  static String place(QualifiedName table) {
    return Quote.literal(table.toString());
  }

  private String staged(Identifier column) {
    return rows.columns().get(column);
  }

  private static String names(Iterable<Identifier> columns) {
    var names = new ArrayList<String>();
    columns.forEach(it -> names.add(Quote.name(it)));
    return String.join(", ", names);
  }
}
