package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// A type of several values, each with a name.
public record CompositeType(Identifier name, List<Attribute> attributes, Optional<String> comment)
    implements SchemaObject {
  public CompositeType {
    attributes = List.copyOf(attributes);
  }

  /// One of the values.
  ///
  /// @param collation empty for the default of its type
  public record Attribute(
      Identifier name,
      ColumnType type,
      Optional<QualifiedName> collation,
      Optional<String> comment) {}

  public Optional<Attribute> attribute(Identifier wanted) {
    return attributes.stream().filter(it -> it.name().equals(wanted)).findFirst();
  }

  @Override
  public ObjectPath.Kind kind() {
    return ObjectPath.Kind.COMPOSITE_TYPE;
  }
}
