package lockstep.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lockstep.schema.Lineage;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;

/// Tables of a composite type that changes. They are of no type while it does, change as any other
/// table, and are of the type again once both are what they shall be.
final class TypedTablePlan {
  private final Situation situation;
  private final Needs from;
  private final Needs to;

  TypedTablePlan(Situation situation, Needs from, Needs to) {
    this.situation = situation;
    this.from = from;
    this.to = to;
  }

  /// @param changed what is altered or made anew
  List<List<Task>> tasks(Set<ObjectPath> changed) {
    var chains = new ArrayList<List<Task>>();
    situation
        .from()
        .tables()
        .forEach(
            it -> {
              if (it.value().lineage() instanceof Lineage.OfType before
                  && isOf(it.name(), before.type())
                  && changed.contains(ObjectPath.of(Kind.COMPOSITE_TYPE, before.type()))) {
                chains.add(List.of(leave(it.name(), before.type())));
                chains.add(List.of(comeBack(it.name(), before.type())));
              }
            });
    return chains;
  }

  private boolean isOf(QualifiedName table, QualifiedName type) {
    return situation
        .to()
        .table(table)
        .filter(it -> it.lineage() instanceof Lineage.OfType after && after.type().equals(type))
        .isPresent();
  }

  private Task leave(QualifiedName table, QualifiedName type) {
    var path = ObjectPath.table(table);
    var frees = new LinkedHashSet<ObjectPath>();
    frees.add(ObjectPath.of(Kind.COMPOSITE_TYPE, type));
    columns(from, path, frees);
    columns(to, path, frees);
    return new Task(
        step(table, notOf(table), of(table, type)), Set.of(), Set.of(), Set.of(), frees);
  }

  private Task comeBack(QualifiedName table, QualifiedName type) {
    var path = ObjectPath.table(table);
    var needs = new LinkedHashSet<ObjectPath>();
    needs.add(ObjectPath.of(Kind.COMPOSITE_TYPE, type));
    columns(to, path, needs);
    var gone = new LinkedHashSet<ObjectPath>();
    columns(from, path, gone);
    gone.removeAll(needs);
    return new Task(step(table, of(table, type), notOf(table)), gone, Set.of(), needs, Set.of());
  }

  private static void columns(Needs schema, ObjectPath table, Set<ObjectPath> into) {
    schema.withParts(table).stream().filter(it -> it.kind() == Kind.COLUMN).forEach(into::add);
  }

  private Step step(QualifiedName table, String sql, String back) {
    return new Step(
        Step.Kind.ALTER_TABLE,
        ObjectPath.table(table),
        sql,
        new Step.Reverse.Statement(back),
        Conduct.BRIEF);
  }

  private String notOf(QualifiedName table) {
    return situation.alterTable(table) + "NOT OF";
  }

  private String of(QualifiedName table, QualifiedName type) {
    return situation.alterTable(table) + "OF " + situation.names().of(type);
  }
}
