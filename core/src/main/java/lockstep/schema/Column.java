package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// One table column as PostgreSQL stores it. Two equal columns need no change.
///
/// @param value what an insert that omits the column stores
/// @param collation empty for the default of its type
/// @param storage how its values are kept
public record Column(
    Identifier name,
    ColumnType type,
    Nullability nullability,
    ColumnValue value,
    Optional<QualifiedName> collation,
    Storage storage,
    Optional<String> comment) {
  public Column {
    if (value instanceof ColumnValue.Identity && nullability == Nullability.NULLABLE) {
      throw new IllegalArgumentException("identity column " + name + " must be NOT NULL");
    }
  }

  public Column(
      Identifier name,
      ColumnType type,
      Nullability nullability,
      ColumnValue value,
      Optional<QualifiedName> collation,
      Optional<String> comment) {
    this(name, type, nullability, value, collation, Storage.STANDARD, comment);
  }

  /// Returns the same column, its values kept in another way.
  public Column with(Storage other) {
    return new Column(name, type, nullability, value, collation, other, comment);
  }

  /// Returns the same column, which may be NULL or not.
  public Column with(Nullability other) {
    return new Column(name, type, other, value, collation, storage, comment);
  }

  /// Returns the same column, in which an insert that omits it stores something else.
  public Column with(ColumnValue other) {
    return new Column(name, type, nullability, other, collation, storage, comment);
  }

  public boolean isNullable() {
    return nullability == Nullability.NULLABLE;
  }

  /// How a column's values are kept and counted.
  ///
  /// @param place where long values go; empty for what is usual for the type
  /// @param compression as in `lz4`; empty for the server's default
  /// @param statistics how closely `ANALYZE` looks; empty for the server's default
  /// @param options for the planner, as in `n_distinct`
  public record Storage(
      Optional<Place> place,
      Optional<String> compression,
      Optional<Integer> statistics,
      List<Index.Parameter> options) {
    /// What a column has that says nothing about it.
    public static final Storage STANDARD =
        new Storage(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Storage {
      options = List.copyOf(options);
    }
  }

  /// Where long values go (PostgreSQL 18, pg_attribute.attstorage).
  public enum Place {
    PLAIN,
    EXTERNAL,
    MAIN,
    EXTENDED
  }
}
