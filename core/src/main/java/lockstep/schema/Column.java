package lockstep.schema;

import java.util.Optional;

/// One table column as PostgreSQL stores it. Two equal columns need no change.
///
/// @param value what an insert that omits the column stores
/// @param collation empty for the default of its type
public record Column(
    Identifier name,
    ColumnType type,
    Nullability nullability,
    ColumnValue value,
    Optional<QualifiedName> collation,
    Optional<String> comment) {
  public Column {
    if (value instanceof ColumnValue.Identity && nullability == Nullability.NULLABLE) {
      throw new IllegalArgumentException("identity column " + name + " must be NOT NULL");
    }
  }

  public boolean isNullable() {
    return nullability == Nullability.NULLABLE;
  }
}
