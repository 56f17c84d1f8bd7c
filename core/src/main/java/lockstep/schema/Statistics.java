package lockstep.schema;

import java.util.Optional;
import java.util.OptionalInt;

/// Extended statistics on several columns or expressions of a table.
///
/// @param namespace where its name stands, which may be another than the table's
/// @param definition what follows the name in `CREATE STATISTICS`
/// @param target how many values are kept; empty for the columns' own
public record Statistics(
    Identifier name,
    Identifier relation,
    Identifier namespace,
    SqlExpression definition,
    OptionalInt target,
    Optional<String> comment)
    implements PartOfRelation {
  @Override
  public ObjectPath.Kind kind() {
    return ObjectPath.Kind.STATISTICS;
  }
}
