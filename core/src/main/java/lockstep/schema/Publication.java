package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// What is sent to subscribers of other databases.
///
/// @param definition what follows the name in `CREATE PUBLICATION`
public record Publication(Identifier name, SqlExpression definition, Optional<String> comment)
    implements DatabaseObject {
  @Override
  public ObjectPath path() {
    return new ObjectPath(ObjectPath.Kind.PUBLICATION, List.of(name));
  }
}
