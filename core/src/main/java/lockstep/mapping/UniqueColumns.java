package lockstep.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Table;

/// Which columns of a table tell one row from all others.
final class UniqueColumns {
  private UniqueColumns() {}

  /// Returns the columns of each unique index on columns alone and on all rows.
  static List<List<Identifier>> ofIndexes(Table table) {
    return table.indexes().stream()
        .filter(it -> it.isUnique() && it.where().isEmpty())
        .map(UniqueColumns::columns)
        .flatMap(Optional::stream)
        .toList();
  }

  /// Returns whether no two rows have the same values in these columns.
  static boolean contains(Table table, List<Identifier> columns) {
    var wanted = new HashSet<>(columns);
    var all = new ArrayList<>(ofIndexes(table));
    table.primaryKey().ifPresent(it -> all.add(it.columns()));
    table.constraints(Constraint.Unique.class).forEach(it -> all.add(it.columns()));
    return all.stream().anyMatch(wanted::containsAll);
  }

  private static Optional<List<Identifier>> columns(Index index) {
    var columns = new ArrayList<Identifier>();
    for (var key : index.keys()) {
      switch (key.target()) {
        case Index.Target.OfColumn(var column) -> columns.add(column);
        case Index.Target.OfExpression _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(columns);
  }
}
