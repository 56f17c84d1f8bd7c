package lockstep.schema;

import java.util.Optional;

/// A sequence that stands for itself. One that an identity or serial column owns is part of that
/// column's [ColumnValue].
///
/// @param ownedBy the column with which it is dropped
public record Sequence(
    Identifier name,
    SequenceOptions options,
    Optional<ColumnPath> ownedBy,
    Optional<String> comment)
    implements SchemaObject {
  /// A column by its full name.
  public record ColumnPath(QualifiedName table, Identifier column) {}

  /// Returns the same sequence, which is dropped by itself alone.
  public Sequence ofNobody() {
    return new Sequence(name, options, Optional.empty(), comment);
  }

  @Override
  public ObjectPath.Kind kind() {
    return ObjectPath.Kind.SEQUENCE;
  }
}
