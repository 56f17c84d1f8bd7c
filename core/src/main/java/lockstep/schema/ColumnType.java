package lockstep.schema;

import java.util.List;
import java.util.Set;

/// The type of a column, in normal form: two spellings that PostgreSQL takes for the same type give
/// equal values.
public sealed interface ColumnType {
  /// A type that PostgreSQL or a well-known extension brings.
  ///
  /// @param modifiers as written in parentheses: length, precision, scale; empty for none
  record Scalar(ScalarType type, List<Integer> modifiers) implements ColumnType {
    public Scalar {
      modifiers = spelledOut(type, modifiers);
    }

    /// `char` is `char(1)`, `bit` is `bit(1)`, `numeric(5)` is `numeric(5, 0)` (PostgreSQL 18,
    /// 8.1.2, 8.3 and 8.10).
    private static List<Integer> spelledOut(ScalarType type, List<Integer> modifiers) {
      return switch (type) {
        case CHAR, BIT -> modifiers.isEmpty() ? List.of(1) : List.copyOf(modifiers);
        case NUMERIC ->
            modifiers.size() == 1 ? List.of(modifiers.getFirst(), 0) : List.copyOf(modifiers);
        default -> List.copyOf(modifiers);
      };
    }
  }

  record Enumerated(QualifiedName type) implements ColumnType {}

  /// Of a type of several values, or of the rows of a table.
  record Composite(QualifiedName type) implements ColumnType {}

  /// Of a range type that somebody made, or of its multirange.
  record Range(QualifiedName type) implements ColumnType {}

  record OfDomain(QualifiedName type) implements ColumnType {}

  /// An array; PostgreSQL keeps the number of dimensions but does not enforce it.
  ///
  /// @param dimensions at least 1
  record Array(ColumnType element, int dimensions) implements ColumnType {}

  /// A type that is not modelled, kept as its source spells it.
  record Opaque(String sql) implements ColumnType {}

  /// Returns whether it is one of some types, with whatever modifiers.
  default boolean isOneOf(Set<ScalarType> types) {
    return this instanceof Scalar(var type, var _) && types.contains(type);
  }

  static ColumnType of(ScalarType type, Integer... modifiers) {
    return new Scalar(type, List.of(modifiers));
  }

  static ColumnType arrayOf(ColumnType element) {
    return new Array(element, 1);
  }
}
