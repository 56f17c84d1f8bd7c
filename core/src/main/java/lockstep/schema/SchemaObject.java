package lockstep.schema;

import java.util.Optional;

/// What stands directly in a namespace and has a name of its own there.
///
/// Whoever switches over it does not compile until it has an answer for a new kind.
public sealed interface SchemaObject
    permits EnumType, Domain, Sequence, Table, View, CompositeType, OptionsObject, PrintedObject {
  Identifier name();

  Optional<String> comment();

  ObjectPath.Kind kind();

  /// Returns its path where it stands in a namespace of that name.
  default ObjectPath path(Identifier namespace) {
    return ObjectPath.of(kind(), QualifiedName.of(namespace, name()));
  }
}
