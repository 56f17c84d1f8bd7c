package lockstep.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.diff.Change;
import lockstep.schema.Lineage;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// Partitions that stand for other rows of the parent that they have. All of one parent leave it
/// before the first comes back, so that they may take over from each other.
///
/// What changes in the parent changes in its partitions by itself as long as they are there. So
/// they leave once all is altered and dropped, and are back before anything is made.
final class BoundPlan {
  private final Situation situation;
  private final Needs to;
  private final QualifiedName parent;
  private final List<QualifiedName> partitions;

  private BoundPlan(
      Situation situation, Needs to, QualifiedName parent, List<QualifiedName> partitions) {
    this.situation = situation;
    this.to = to;
    this.parent = parent;
    this.partitions = partitions;
  }

  /// Returns the tasks for each parent, one after the other.
  ///
  /// @param to what each object needs as it shall be
  static List<List<Task>> of(List<Change> changes, Situation situation, Needs to) {
    var byParent = new LinkedHashMap<QualifiedName, List<QualifiedName>>();
    for (var change : changes) {
      partition(change)
          .ifPresent(
              it ->
                  byParent
                      .computeIfAbsent(it.parent(), _ -> new ArrayList<>())
                      .add(Needs.nameOf(change.object())));
    }
    return byParent.entrySet().stream()
        .map(it -> new BoundPlan(situation, to, it.getKey(), it.getValue()).tasks())
        .toList();
  }

  /// Whether foreign keys refer to a table or one that it is a part of: a partition leaves it
  /// before it is dropped (PostgreSQL 18, 5.12.2.1).
  static boolean isReferred(QualifiedName table, Schema schema) {
    return !referring(table, schema).isEmpty();
  }

  /// Returns the foreign keys that stand in the way of a partition that leaves a parent: rows refer
  /// to those that it takes along.
  static List<ObjectPath> inTheWay(Change change, Situation situation) {
    return partition(change).map(it -> referring(it.parent(), situation.from())).orElse(List.of());
  }

  private static List<ObjectPath> referring(QualifiedName table, Schema schema) {
    var keys = new ArrayList<ObjectPath>();
    schema
        .tables()
        .forEach(
            it ->
                it.value().foreignKeys().stream()
                    .filter(key -> key.referencedTable().equals(table))
                    .filter(
                        key -> !it.value().lineage().inherited().constraints().contains(key.name()))
                    .forEach(
                        key -> keys.add(ObjectPath.of(Kind.CONSTRAINT, it.name(), key.name()))));
    schema.table(table).stream()
        .flatMap(it -> it.lineage().parentTables().stream())
        .forEach(it -> keys.addAll(referring(it, schema)));
    return keys;
  }

  private static Optional<Lineage.PartitionOf> partition(Change change) {
    return change instanceof Change.AlterObject it
            && it.from() instanceof Table before
            && it.to() instanceof Table after
            && after.lineage() instanceof Lineage.PartitionOf partition
            && before.lineage().hasParentsOf(partition)
            && !before.lineage().kind().equals(partition.kind())
        ? Optional.of(partition)
        : Optional.empty();
  }

  private List<Task> tasks() {
    var tables = new LinkedHashSet<ObjectPath>();
    addWithParents(parent, tables);
    partitions.forEach(it -> tables.add(ObjectPath.table(it)));
    var made = made(tables);
    var tasks = new ArrayList<Task>();
    for (var name : partitions) {
      if (lineage(situation.from().table(name)) instanceof Lineage.PartitionOf before) {
        var step = TableFacetChange.leave(name, before, situation);
        tasks.add(Task.dropping(step, tables, Set.of()));
      }
    }
    for (var name : partitions) {
      if (lineage(situation.to().table(name)) instanceof Lineage.PartitionOf after) {
        var step = TableFacetChange.comeBack(name, after, situation);
        var needs = to.of(ObjectPath.table(name));
        needs.removeIf(it -> it.kind() == Kind.TABLE);
        tasks.add(new Task(step, Set.of(), made, needs, Set.of()));
      }
    }
    return tasks;
  }

  /// What changes in a parent's parent changes in its partitions, too.
  private void addWithParents(QualifiedName table, Set<ObjectPath> into) {
    into.add(ObjectPath.table(table));
    for (var parent : lineage(situation.to().table(table)).parentTables()) {
      addWithParents(parent, into);
    }
  }

  private static Lineage lineage(Optional<Table> table) {
    return table.orElseThrow().lineage();
  }

  /// Returns what may be made of these tables: indexes, constraints, and other partitions.
  private Set<ObjectPath> made(Set<ObjectPath> tables) {
    var made = new LinkedHashSet<ObjectPath>();
    for (var table : tables) {
      to.withParts(table).stream()
          .filter(it -> it.kind() == Kind.INDEX || it.kind() == Kind.CONSTRAINT)
          .forEach(made::add);
      situation
          .to()
          .tables()
          .filter(it -> it.value().lineage().parentTables().contains(Needs.nameOf(table)))
          .map(it -> ObjectPath.table(it.name()))
          .filter(it -> !tables.contains(it))
          .forEach(made::add);
      made.addAll(referring(Needs.nameOf(table), situation.to()));
    }
    return made;
  }
}
