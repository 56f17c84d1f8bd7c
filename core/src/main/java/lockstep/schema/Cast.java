package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// How values of one type become values of another.
///
/// @param types as in `text as pair`
/// @param definition what follows the types in `CREATE CAST`
public record Cast(String types, SqlExpression definition, Optional<String> comment)
    implements DatabaseObject {
  @Override
  public ObjectPath path() {
    return new ObjectPath(ObjectPath.Kind.CAST, List.of(Identifier.of(types)));
  }
}
