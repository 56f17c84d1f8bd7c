package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// An enumerated type.
///
/// @param values in sort order, as stored
public record EnumType(Identifier name, List<String> values, Optional<String> comment) {
  public EnumType {
    values = List.copyOf(values);
  }
}
