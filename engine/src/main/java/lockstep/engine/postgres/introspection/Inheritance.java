package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lockstep.engine.postgres.Row;

/// The parents of tables, partitions and their indexes, as `inheritance.sql` lists them.
final class Inheritance implements Consumer<Row> {
  private final Map<Long, List<Long>> parents = new HashMap<>();

  @Override
  public void accept(Row row) {
    parents.computeIfAbsent(row.number(1), _ -> new ArrayList<>()).add(row.number(2));
  }

  /// Returns the parents of a table or an index in their order; none for most.
  List<Long> parents(long oid) {
    return parents.getOrDefault(oid, List.of());
  }
}
