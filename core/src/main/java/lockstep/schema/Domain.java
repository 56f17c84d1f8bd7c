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
    Optional<String> comment)
    implements SchemaObject {
  public Domain {
    checks = List.copyOf(checks);
  }

  /// Returns the same domain with its checks in the order of their names: theirs means nothing.
  public Domain inOrder() {
    var sorted = checks.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    return new Domain(name, baseType, nullability, defaultValue, collation, sorted, comment);
  }

  @Override
  public ObjectPath.Kind kind() {
    return ObjectPath.Kind.DOMAIN;
  }
}
