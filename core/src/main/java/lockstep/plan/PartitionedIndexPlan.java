package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.plan.Conduct.Lock;
import lockstep.plan.Conduct.Work;
import lockstep.schema.Index;
import lockstep.schema.Lineage;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema.Named;
import lockstep.schema.Table;

/// The statements that give a partitioned table an index while it is in use: an empty one for the
/// whole, one for each partition built beside its writers, and then these made parts of the whole,
/// which is valid with the last of them (PostgreSQL 18, 5.12.2.2).
final class PartitionedIndexPlan {
  private final Situation situation;
  private final ObjectPath path;
  private final boolean isBegun;
  private final List<Step> builds = new ArrayList<>();
  private final List<Step> attachments = new ArrayList<>();

  private PartitionedIndexPlan(Situation situation, QualifiedName table, Index index) {
    this.situation = situation;
    path = ObjectPath.of(ObjectPath.Kind.INDEX, table, index.name());
    isBegun =
        before(table, index)
            .filter(it -> it.placement().reach() == Index.Reach.PARENT_ONLY)
            .filter(it -> uncommented(it).equals(uncommented(index)))
            .isPresent();
  }

  /// Returns the steps, without those that a plan that did not come to its end has done; empty
  /// where the table is not partitioned, nobody may be using it, or it is not known what the
  /// indexes of its partitions are called.
  static Optional<List<Step>> add(QualifiedName table, Index index, Situation situation) {
    if (!situation.isPartitionedInUse(table)
        || index.placement().reach() != Index.Reach.PARTITIONS) {
      return Optional.empty();
    }
    var plan = new PartitionedIndexPlan(situation, table, index);
    if (!plan.whole(table, index)) {
      return Optional.empty();
    }
    plan.builds.addAll(plan.attachments);
    return Optional.of(plan.builds);
  }

  private boolean whole(QualifiedName table, Index index) {
    if (!isBegun || before(table, index).isEmpty()) {
      var only =
          IndexPlan.create(table, index.reaching(Index.Reach.PARENT_ONLY), situation.names());
      create(only, Conduct.of(Lock.SHARE, Work.CATALOG));
    }
    for (var partition : partitions(table)) {
      var part = part(partition.value(), index);
      if (part.isEmpty() || !part(partition.name(), part.get(), index, table)) {
        return false;
      }
    }
    return true;
  }

  /// A part that is there and belongs to no whole stays; if need be, it is rebuilt as any index is.
  /// One that belongs to another whole goes with that.
  private boolean part(QualifiedName partition, Index part, Index whole, QualifiedName table) {
    var isInherited = isInherited(situation.from().table(partition), part);
    var isAttached = isBegun && isInherited;
    var isThere = isAttached || !isInherited && before(partition, part).isPresent();
    var isKnown = true;
    if (!isThere || isAttached) {
      if (situation.isPartitionedInUse(partition)) {
        isKnown = whole(partition, part);
      } else if (!isThere) {
        var build = IndexPlan.add(partition, part, situation);
        create(build, build.conduct());
      }
    }
    if (!isAttached) {
      attach(situation.beside(table, whole.name()), situation.beside(partition, part.name()));
    }
    return isKnown;
  }

  private Optional<Index> before(QualifiedName table, Index index) {
    return situation.from().table(table).stream()
        .flatMap(it -> it.indexes().stream())
        .filter(it -> it.name().equals(index.name()))
        .findFirst();
  }

  private static boolean isInherited(Optional<Table> table, Index part) {
    return table.filter(it -> it.lineage().inherited().indexes().contains(part.name())).isPresent();
  }

  private List<Named<Table>> partitions(QualifiedName table) {
    return situation
        .to()
        .tables()
        .filter(
            it ->
                it.value().lineage() instanceof Lineage.PartitionOf of && of.parent().equals(table))
        .toList();
  }

  /// Returns what a partition shall have of an index of its parent.
  private static Optional<Index> part(Table partition, Index whole) {
    return partition.indexes().stream()
        .filter(it -> isInherited(Optional.of(partition), it))
        .filter(it -> uncommented(it).equals(uncommented(whole.named(it.name()))))
        .findFirst();
  }

  private static Index uncommented(Index it) {
    return new Index(
        it.name(),
        it.uniqueness(),
        it.method(),
        it.keys(),
        it.include(),
        it.where(),
        it.parameters(),
        Optional.empty());
  }

  private void create(Step made, Conduct conduct) {
    builds.add(new Step(Step.Kind.CREATE_INDEX, path, made.sql(), made.reverse(), conduct));
  }

  private void attach(String whole, String part) {
    attachments.add(
        new Step(
            Step.Kind.ATTACH_PARTITION,
            path,
            "ALTER INDEX " + whole + " ATTACH PARTITION " + part,
            new Step.Reverse.None("A part goes with the index that it belongs to."),
            Conduct.BRIEF));
  }
}
