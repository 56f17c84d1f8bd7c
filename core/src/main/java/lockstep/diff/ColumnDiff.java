package lockstep.diff;

import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;

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
      // Where nobody declares them, they are known by their names alone.
      case ColumnType.Composite(var name) -> named(name);
      case ColumnType.Range(var name) -> named(name);
      case ColumnType.Scalar _,
          ColumnType.Enumerated _,
          ColumnType.OfDomain _,
          ColumnType.Opaque _ ->
          type;
    };
  }

  private static ColumnType named(QualifiedName type) {
    var name = word(type.name());
    return new ColumnType.Opaque(
        type.namespace().equals(Schema.DEFAULT_NAMESPACE)
            ? name
            : word(type.namespace()) + "." + name);
  }

  private static String word(Identifier name) {
    return name.text().matches("[a-z_][a-z0-9_$]*")
        ? name.text()
        : '"' + name.text().replace("\"", "\"\"") + '"';
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
