package lockstep.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.diff.Change;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;
import lockstep.schema.Table.ReplicaIdentity;

/// What tables use an index for that is made anew: PostgreSQL forgets it with the index, and it is
/// said again of the new one.
final class IndexUses {
  private final Situation situation;
  private final Needs to;
  private final Set<ObjectPath> anew = new LinkedHashSet<>();

  private IndexUses(List<Change> changes, Situation situation, Settlement settled, Needs to) {
    this.situation = situation;
    this.to = to;
    settled.remade().stream().filter(IndexUses::isIndex).forEach(anew::add);
    changes.stream().map(Change::object).filter(settled::isAnother).forEach(anew::add);
  }

  /// Says again what tables use indexes for that are made anew.
  ///
  /// @param settled to which every change was added
  static void again(List<Change> changes, Situation situation, Settlement settled, Draft draft) {
    var uses = new IndexUses(changes, situation, settled, new Needs(situation.to()));
    if (!uses.anew.isEmpty()) {
      situation.to().tables().forEach(it -> uses.again(it.name(), it.value(), draft));
    }
  }

  private static boolean isIndex(ObjectPath path) {
    return path.kind() == Kind.INDEX || path.kind() == Kind.CONSTRAINT;
  }

  private void again(QualifiedName name, Table table, Draft draft) {
    var steps =
        situation.from().table(name).stream()
            .flatMap(before -> forgotten(name, before, table))
            .toList();
    if (!steps.isEmpty()) {
      var needs = new LinkedHashSet<ObjectPath>();
      withParents(name).forEach(it -> needs.addAll(to.withParts(ObjectPath.table(it))));
      steps.forEach(it -> draft.use(it, needs));
    }
  }

  private Stream<Step> forgotten(QualifiedName name, Table before, Table after) {
    var identity = after.storage().replicaIdentity();
    var order = after.storage().clusteredBy();
    var isIdentityLost =
        identity.equals(before.storage().replicaIdentity())
            && identity instanceof ReplicaIdentity.OfIndex(var index)
            && isAnew(name, after, index);
    var isOrderLost =
        order.equals(before.storage().clusteredBy())
            && order.filter(it -> isAnew(name, after, it)).isPresent();
    return Stream.of(
            Optional.of(identity)
                .filter(_ -> isIdentityLost)
                .map(it -> TableFacetChange.identity(name, it, situation)),
            order.filter(_ -> isOrderLost).map(it -> TableFacetChange.cluster(name, it, situation)))
        .flatMap(Optional::stream);
  }

  /// What a partition has because its parent has it is made anew with that.
  private boolean isAnew(QualifiedName table, Table of, Identifier index) {
    var inherited = of.lineage().inherited();
    return anew.contains(ObjectPath.of(Kind.INDEX, table, index))
        || anew.contains(ObjectPath.of(Kind.CONSTRAINT, table, index))
        || (inherited.indexes().contains(index) || inherited.constraints().contains(index))
            && withParents(table)
                .anyMatch(parent -> anew.stream().anyMatch(it -> Needs.nameOf(it).equals(parent)));
  }

  private Stream<QualifiedName> withParents(QualifiedName table) {
    return Stream.concat(
        Stream.of(table),
        situation.to().table(table).stream()
            .flatMap(it -> it.lineage().parentTables().stream())
            .flatMap(this::withParents));
  }
}
