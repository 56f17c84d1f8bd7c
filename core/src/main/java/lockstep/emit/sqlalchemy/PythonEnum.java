package lockstep.emit.sqlalchemy;

import java.util.List;
import java.util.Optional;
import lockstep.schema.EnumType;
import lockstep.schema.QualifiedName;

/// An enumerated type and the class that stands for it.
///
/// @param name in the mapping; that of the type where the mapping has none
/// @param members in the order of the type's values
record PythonEnum(
    String name,
    QualifiedName typeName,
    EnumType type,
    String className,
    List<Member> members,
    Optional<String> documentation) {
  /// @param name in the mapping
  /// @param symbol in Python
  record Member(String name, String symbol, String value, Optional<String> documentation) {}
}
