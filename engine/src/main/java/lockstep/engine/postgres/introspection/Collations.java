package lockstep.engine.postgres.introspection;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import lockstep.engine.postgres.Row;
import lockstep.schema.QualifiedName;

/// The names of collations, as `collations.sql` lists them.
final class Collations implements Consumer<Row> {
  private final Namespaces namespaces;
  private final Map<Long, QualifiedName> names = new HashMap<>();

  Collations(Namespaces namespaces) {
    this.namespaces = namespaces;
  }

  @Override
  public void accept(Row row) {
    names.put(row.number(1), namespaces.qualified(row.text(2), row.text(3)));
  }

  QualifiedName get(long oid) {
    return names.get(oid);
  }
}
