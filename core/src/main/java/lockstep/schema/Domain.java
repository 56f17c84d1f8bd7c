package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// A domain: a type with a default and checks of its own.
public record Domain(
    Identifier name,
    ColumnType baseType,
    Nullability nullability,
    Optional<SqlExpression> defaultValue,
    Optional<QualifiedName> collation,
    List<Constraint.Check> checks,
    Optional<String> comment) {
  public Domain {
    checks = List.copyOf(checks);
  }
}
