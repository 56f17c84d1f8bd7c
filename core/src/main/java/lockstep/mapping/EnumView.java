package lockstep.mapping;

import java.util.List;
import java.util.Optional;
import lockstep.schema.QualifiedName;

/// The ORM's view of an enumerated type.
///
/// @param type the type in the database
/// @param members in the order of the type's values
public record EnumView(
    String name, QualifiedName type, List<Member> members, Optional<String> documentation) {
  public EnumView {
    members = List.copyOf(members);
  }

  /// @param name what code calls it
  /// @param value what the database stores
  public record Member(String name, String value, Optional<String> documentation) {}
}
