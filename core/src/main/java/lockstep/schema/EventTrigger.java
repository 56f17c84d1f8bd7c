package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// A trigger on what happens to the database itself.
///
/// @param definition what follows the name in `CREATE EVENT TRIGGER`
public record EventTrigger(
    Identifier name, SqlExpression definition, Reaction.Enabled enabled, Optional<String> comment)
    implements DatabaseObject {
  @Override
  public ObjectPath path() {
    return new ObjectPath(ObjectPath.Kind.EVENT_TRIGGER, List.of(name));
  }
}
