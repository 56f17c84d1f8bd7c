package lockstep.check.lint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;

/// What a live database says besides its schema.
///
/// @param rows about how many each table has
/// @param invalidIndexes those that a concurrent build left behind when it failed
/// @param relations all tables, views, indexes and sequences, those of extensions too, each with
///   its columns; empty where nobody asked
/// @param serverVersion as `server_version_num` has it; 0 where there is no database
/// @param home the namespace that names without one are in
public record Live(
    Map<QualifiedName, Long> rows,
    Set<QualifiedName> invalidIndexes,
    Map<QualifiedName, Set<Identifier>> relations,
    int serverVersion,
    Identifier home) {
  /// No database at hand.
  public static final Live NONE =
      new Live(Map.of(), Set.of(), Map.of(), 0, Schema.DEFAULT_NAMESPACE);

  public Live {
    rows = Map.copyOf(rows);
    invalidIndexes = Set.copyOf(invalidIndexes);
    relations = Map.copyOf(relations);
  }

  public Live with(Map<QualifiedName, Set<Identifier>> allRelations) {
    return new Live(rows, invalidIndexes, allRelations, serverVersion, home);
  }

  public boolean isThere() {
    return serverVersion > 0;
  }

  public Optional<Long> rows(QualifiedName table) {
    return Optional.ofNullable(rows.get(table));
  }
}
