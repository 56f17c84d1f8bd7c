package lockstep.schema;

/// What stands beside a table or a view and has a name of its own only there.
public sealed interface PartOfRelation extends PrintedObject permits Reaction, Policy, Statistics {
  /// Returns the name of the table or view.
  Identifier relation();

  @Override
  default ObjectPath path(Identifier namespace) {
    return ObjectPath.of(kind(), QualifiedName.of(namespace, relation()), name());
  }
}
