package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import lockstep.schema.Identifier;
import lockstep.schema.Lineage;
import lockstep.schema.Lineage.Making;
import lockstep.schema.QualifiedName;
import lockstep.schema.SqlExpression;

/// What tables have their columns from.
final class Lineages {
  private final Relations relations;
  private final Inheritance inheritance;
  private final Columns columns;
  private final Indexes indexes;
  private final Constraints constraints;

  Lineages(
      Relations relations,
      Inheritance inheritance,
      Columns columns,
      Indexes indexes,
      Constraints constraints) {
    this.relations = relations;
    this.inheritance = inheritance;
    this.columns = columns;
    this.indexes = indexes;
    this.constraints = constraints;
  }

  Lineage of(Relations.Found it) {
    var parents = inheritance.parents(it.oid());
    if (it.bound().isPresent()) {
      return partition(it, parents.getFirst(), it.bound().get());
    }
    if (it.type().isPresent()) {
      return new Lineage.OfType(name(it.type().get()), altered(it.oid(), it.type().get()));
    }
    return parents.isEmpty() ? new Lineage.None() : inherits(it, parents);
  }

  private Lineage inherits(Relations.Found it, List<Long> parents) {
    var own = new ArrayList<Identifier>();
    var altered = new ArrayList<Identifier>();
    for (var column : columns.found(it.oid())) {
      if (column.isLocal()) {
        own.add(column.name());
      } else if (parents.stream().noneMatch(parent -> isAsIn(parent, column))) {
        altered.add(column.name());
      }
    }
    return new Lineage.Inherits(
        parents.stream().map(this::name).toList(),
        own,
        altered,
        new Lineage.Inherited(constraints.inheritedByChild(it.oid()), List.of()),
        making(it.oid(), parents));
  }

  private Lineage partition(Relations.Found it, long parent, SqlExpression bound) {
    var making =
        indexes.areNamedAsIfCloned(it.oid(), it.name()) && constraints.areNamedAsInParent(it.oid())
            ? making(it.oid(), List.of(parent))
            : Making.ALONE;
    return new Lineage.PartitionOf(
        name(parent),
        bound,
        altered(it.oid(), parent),
        new Lineage.Inherited(
            constraints.inheritedByPartition(it.oid()), indexes.inherited(it.oid())),
        making);
  }

  /// Columns stand where the parents have them, and then come those of the child alone.
  private Making making(long child, List<Long> parents) {
    var order = new LinkedHashSet<Identifier>();
    parents.forEach(it -> columns.found(it).forEach(column -> order.add(column.name())));
    columns.found(child).forEach(it -> order.add(it.name()));
    var names = columns.found(child).stream().map(Columns.Found::name).toList();
    return names.equals(List.copyOf(order)) ? Making.FROM_PARENT : Making.ALONE;
  }

  private List<Identifier> altered(long child, long parent) {
    return columns.found(child).stream()
        .filter(it -> !isAsIn(parent, it))
        .map(Columns.Found::name)
        .toList();
  }

  private boolean isAsIn(long parent, Columns.Found column) {
    Optional<Columns.Found> of =
        columns.found(parent).stream().filter(it -> it.name().equals(column.name())).findFirst();
    return of.filter(column::isAsIn).isPresent();
  }

  private QualifiedName name(long oid) {
    return relations
        .name(oid)
        .orElseThrow(() -> new IllegalStateException("a child of the unread relation " + oid));
  }
}
