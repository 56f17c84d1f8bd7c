package lockstep.schema;

/// Where a column's value comes from when an insert names none. Exactly one of these holds.
public sealed interface ColumnValue {
  /// NULL, or an error where the column takes none.
  record None() implements ColumnValue {}

  record Default(SqlExpression expression) implements ColumnValue {}

  /// The next value of a sequence that the column owns, as `SERIAL` makes it.
  ///
  /// @param sequence stands in the table's namespace unless somebody moved it
  record Serial(QualifiedName sequence, SequenceOptions options) implements ColumnValue {}

  record Identity(IdentityMode mode, QualifiedName sequence, SequenceOptions options)
      implements ColumnValue {}

  record Generated(SqlExpression expression, GeneratedStorage storage) implements ColumnValue {}

  /// Whether an insert may name another value (PostgreSQL 17, pg_attribute.attidentity).
  enum IdentityMode {
    ALWAYS,
    BY_DEFAULT
  }

  /// Whether a generated value is kept in the row (PostgreSQL 18, pg_attribute.attgenerated).
  enum GeneratedStorage {
    STORED,
    VIRTUAL
  }
}
