package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// A foreign-data wrapper, or a server that one reaches.
///
/// @param kind one of these
/// @param definition what follows the name in `CREATE`
public record ForeignSource(
    ObjectPath.Kind kind, Identifier name, SqlExpression definition, Optional<String> comment)
    implements DatabaseObject {
  @Override
  public ObjectPath path() {
    return new ObjectPath(kind, List.of(name));
  }
}
