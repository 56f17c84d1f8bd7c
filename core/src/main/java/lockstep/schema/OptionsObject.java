package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// An object that is its options: a range type, a collation, a text search configuration or
/// dictionary, or a foreign table, which can be made anew without losing a row.
///
/// @param kind one of these
/// @param definition what follows the name in `CREATE`, as in `(PROVIDER = libc, LOCALE = 'C')`
/// @param additions what follows the name in one `ALTER` each, as in `ADD MAPPING FOR word WITH
///   simple`
public record OptionsObject(
    ObjectPath.Kind kind,
    Identifier name,
    SqlExpression definition,
    List<SqlExpression> additions,
    Optional<String> comment)
    implements SchemaObject {
  public OptionsObject {
    additions = List.copyOf(additions);
  }
}
