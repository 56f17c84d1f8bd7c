package lockstep.diff;

import lockstep.schema.Column;
import lockstep.schema.ColumnType;

/// Differences between columns.
final class ColumnDiff {
  private ColumnDiff() {}

  static boolean areEqual(Column from, Column to) {
    return from.equals(to) || comparable(from).equals(comparable(to));
  }

  /// The number of an array's dimensions binds nobody (PostgreSQL 18, 8.15.1).
  static ColumnType comparable(ColumnType type) {
    return switch (type) {
      case ColumnType.Array(var element, var _) -> ColumnType.arrayOf(comparable(element));
      case ColumnType.Scalar _,
          ColumnType.Enumerated _,
          ColumnType.OfDomain _,
          ColumnType.Opaque _ ->
          type;
    };
  }

  private static Column comparable(Column it) {
    return new Column(
        it.name(),
        comparable(it.type()),
        it.nullability(),
        it.value(),
        it.collation(),
        it.storage(),
        it.comment());
  }
}
