package lockstep.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.schema.Identifier;
import lockstep.schema.Table;

/// A naming in which the tables and views that have a model are called as that is, so that
/// relations with them are too.
final class KnownNaming implements Naming {
  private final Map<Identifier, Optional<String>> known = new HashMap<>();
  private final Naming naming;

  KnownNaming(Mapping view, Naming naming) {
    this.naming = naming;
    // A name that stands in several namespaces says nothing.
    view.models()
        .forEach(
            it ->
                known.merge(
                    it.relation().name(), Optional.of(it.name()), (_, _) -> Optional.empty()));
  }

  @Override
  public String model(Identifier relation) {
    return known.getOrDefault(relation, Optional.empty()).orElseGet(() -> naming.model(relation));
  }

  @Override
  public String field(Identifier column) {
    return naming.field(column);
  }

  @Override
  public boolean canJoin(Table table, String a, String b) {
    return naming.canJoin(table, a, b);
  }

  @Override
  public Optional<Ends> ends(Reference reference) {
    return naming.ends(reference);
  }
}
