package lockstep.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import lockstep.diff.Change;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;
import lockstep.schema.Table.Persistence;

/// Tables whose rows shall survive a crash, or need no longer. One whose rows survive refers to no
/// table whose rows do not (PostgreSQL 18, ALTER TABLE), at no time between.
final class PersistencePlan {
  private final Situation situation;
  private final SequencedMap<QualifiedName, Change.AlterObject> open = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();

  private PersistencePlan(Situation situation) {
    this.situation = situation;
  }

  /// Returns the steps one after the other: those that refer to others first lose what makes their
  /// rows survive, and are the last to get it.
  static List<Step> of(List<Change> changes, Situation situation) {
    var plan = new PersistencePlan(situation);
    for (var change : changes) {
      if (change instanceof Change.AlterObject it
          && it.from() instanceof Table from
          && it.to() instanceof Table to
          && from.storage().persistence() != to.storage().persistence()) {
        plan.open.put(it.name(), it);
      }
    }
    while (!plan.open.isEmpty()) {
      plan.add(plan.open.firstEntry().getValue());
    }
    return plan.steps;
  }

  private void add(Change.AlterObject change) {
    open.remove(change.name());
    var from = (Table) change.from();
    var to = (Table) change.to();
    if (to.storage().persistence() == Persistence.PERMANENT) {
      to.foreignKeys().forEach(it -> addOpen(it.referencedTable()));
    } else {
      List.copyOf(open.entrySet()).stream()
          .filter(it -> refersTo(it.getValue(), change.name()))
          .forEach(it -> addOpen(it.getKey()));
    }
    var alter = situation.alterTable(change.name());
    steps.add(
        new Step(
            Step.Kind.ALTER_TABLE,
            ObjectPath.table(change.name()),
            alter + words(to),
            new Step.Reverse.Statement(alter + words(from)),
            Conduct.of(Conduct.Lock.ACCESS_EXCLUSIVE, Conduct.Work.REWRITE)));
  }

  private void addOpen(QualifiedName table) {
    if (open.containsKey(table)) {
      add(open.get(table));
    }
  }

  private static boolean refersTo(Change.AlterObject change, QualifiedName table) {
    return ((Table) change.from())
        .foreignKeys().stream().anyMatch(it -> it.referencedTable().equals(table));
  }

  private static String words(Table table) {
    return switch (table.storage().persistence()) {
      case PERMANENT -> "SET LOGGED";
      case UNLOGGED -> "SET UNLOGGED";
    };
  }
}
