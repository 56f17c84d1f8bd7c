package lockstep.schema;

import java.util.Optional;

/// A trigger on a table or a view. One that a partition got from its parent is not listed.
///
/// @param definition the statement that makes it
public record Trigger(
    Identifier name,
    Identifier relation,
    SqlExpression definition,
    Enabled enabled,
    Optional<String> comment)
    implements Reaction {
  @Override
  public ObjectPath.Kind kind() {
    return ObjectPath.Kind.TRIGGER;
  }
}
