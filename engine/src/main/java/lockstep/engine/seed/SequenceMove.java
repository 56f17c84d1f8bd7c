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
        SELECT setval(%s::regclass, t.last) FROM (SELECT max(%s)::bigint AS last FROM %s) t, %s s
        WHERE t.last > s.last_value OR t.last = s.last_value AND NOT s.is_called
        """
        .formatted(
            Quote.literal(names.of(sequence)),
            Quote.name(column.name()),
            names.of(table.name()),
            names.of(sequence));
  }
}
