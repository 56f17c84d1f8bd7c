package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// An enumerated type.
///
/// @param values in sort order, as stored
public record EnumType(Identifier name, List<String> values, Optional<String> comment)
    implements SchemaObject {
  public EnumType {
    values = List.copyOf(values);
  }

  @Override
  public ObjectPath.Kind kind() {
    return ObjectPath.Kind.ENUM;
  }
}
