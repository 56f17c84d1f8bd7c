package lockstep.mapping;

import java.util.List;
import java.util.Optional;
import lockstep.schema.Identifier;
import lockstep.schema.Nullability;
import lockstep.schema.Table;

/// Names as Prisma 7.8 gives them when it introspects: what is stored is called as it is stored,
/// and relations after their models.
final class PrismaNaming implements Naming {
  private static final Identifier A = Identifier.of("A");
  private static final Identifier B = Identifier.of("B");

  @Override
  public String model(Identifier relation) {
    return relation.text();
  }

  @Override
  public String field(Identifier column) {
    return column.text();
  }

  /// There is a key over both columns and an index over `B`; `A` refers to the model that comes
  /// first in the alphabet.
  @Override
  public boolean canJoin(Table table, String a, String b) {
    return a.compareTo(b) <= 0
        && table.keyColumns().contains(List.of(A, B))
        && table.indexes().stream().anyMatch(it -> it.columns().equals(Optional.of(List.of(B))))
        && table.columns().stream().allMatch(it -> it.nullability() == Nullability.NOT_NULL);
  }

  @Override
  public Optional<Ends> ends(Reference reference) {
    var model = reference.model();
    var target = reference.target();
    var isToItself = model.equals(target);
    var far = isToItself ? "other_" + model : model;
    if (reference.isAlone()) {
      var name = isToItself ? Optional.of(model + "To" + target) : Optional.<String>empty();
      return Optional.of(new Ends(target, far, name));
    }
    var name = model + "_" + String.join("_", reference.fields()) + "To" + target;
    return Optional.of(new Ends(target + "_" + name, far + "_" + name, Optional.of(name)));
  }
}
