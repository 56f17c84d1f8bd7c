package lockstep.schema;

import java.util.Optional;

/// A rule on a table or a view, other than the one that makes a view.
///
/// @param definition the statement that makes it
public record Rule(
    Identifier name,
    Identifier relation,
    SqlExpression definition,
    Enabled enabled,
    Optional<String> comment)
    implements Reaction {
  @Override
  public ObjectPath.Kind kind() {
    return ObjectPath.Kind.RULE;
  }
}
