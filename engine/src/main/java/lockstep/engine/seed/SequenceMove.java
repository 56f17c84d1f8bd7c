package lockstep.engine.seed;

import java.util.ArrayList;
import java.util.List;
import lockstep.schema.Column;
import lockstep.schema.ColumnValue;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The SQL that moves a sequence behind the numbers that its column has.
final class SequenceMove {
  private SequenceMove() {}

  /// Returns a statement for each sequence whose numbers were given by files.
  static List<String> of(SeedTable table) {
    var statements = new ArrayList<String>();
    for (var column : table.table().columns()) {
      if (table.groups().stream().anyMatch(it -> it.columns().contains(column.name()))) {
        switch (column.value()) {
          case ColumnValue.Serial(var sequence, var _) ->
              statements.add(sql(table, column, sequence));
          case ColumnValue.Identity(var _, var sequence, var _) ->
              statements.add(sql(table, column, sequence));
          case ColumnValue.None _, ColumnValue.Default _, ColumnValue.Generated _ -> {}
        }
      }
    }
    return statements;
  }

  private static String sql(SeedTable table, Column column, QualifiedName sequence) {
    var names = Names.qualified(List.of());
    return """
        SELECT setval(q.seqrelid::regclass, n.next) FROM pg_sequence q, %1$s s, LATERAL (
          SELECT CASE WHEN q.seqincrement > 0 THEN max(%2$s) ELSE min(%2$s) END::bigint AS next
          FROM %3$s) n
        WHERE q.seqrelid = %4$s::regclass AND (
          (n.next - s.last_value) * sign(q.seqincrement) > 0
          OR n.next = s.last_value AND NOT s.is_called)
        """
        .formatted(
            names.of(sequence),
            Quote.name(column.name()),
            names.of(table.name()),
            Quote.literal(names.of(sequence)));
  }
}
