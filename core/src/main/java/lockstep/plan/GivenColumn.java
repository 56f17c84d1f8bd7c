package lockstep.plan;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.diff.Change;
import lockstep.schema.Column;
import lockstep.schema.ColumnValue;
import lockstep.schema.Identifier;
import lockstep.schema.Nullability;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.sql.Quote;

/// A column that a child has because its parents have it, of which it says something of its own: a
/// default, or that it is not NULL.
final class GivenColumn {
  private final Situation situation;
  private final QualifiedName table;
  private final Column given;
  private final Set<ObjectPath> givers;

  private GivenColumn(
      Situation situation, QualifiedName table, Column given, Set<ObjectPath> givers) {
    this.situation = situation;
    this.table = table;
    this.given = given;
    this.givers = givers;
  }

  static void add(Change.AddColumn it, Situation situation, Draft draft) {
    var given = added(it.table(), it.column().name(), situation);
    var steps = ColumnPlan.add(it.table(), it.column(), situation);
    if (given.isEmpty()) {
      draft.alter(steps);
    } else if (given.get().isOwn()) {
      draft.alterBefore(steps, given.get().givers);
    } else {
      draft.alterAfter(given.get().differently(it.column()), given.get().givers);
    }
  }

  /// A column that has its type from a parent's gets another as that does; a default of its own
  /// goes before and comes back after.
  static void alter(Change.AlterColumn it, Situation situation, Draft draft) {
    var given =
        ColumnPlan.sameType(it.from(), it.to())
            ? Optional.<GivenColumn>empty()
            : kept(it.table(), it.to().name(), situation);
    if (given.isEmpty()) {
      draft.alter(ColumnPlan.alter(it, situation));
      return;
    }
    ColumnPlan.defaultOf(it.from())
        .ifPresent(_ -> draft.release(given.get().dropDefault(it.from()), given.get().givers));
    draft.alterAfter(given.get().sinceRetyped(it.from(), it.to()), given.get().givers);
  }

  /// Returns what parents give of a column that is new to them, too; nothing where they have none.
  private static Optional<GivenColumn> added(
      QualifiedName table, Identifier column, Situation situation) {
    return of(table, column, situation).filter(_ -> !has(situation.from(), table, column));
  }

  /// Returns what parents give of a column that they have before and after.
  private static Optional<GivenColumn> kept(
      QualifiedName table, Identifier column, Situation situation) {
    return of(table, column, situation).filter(_ -> has(situation.from(), table, column));
  }

  private static Optional<GivenColumn> of(
      QualifiedName table, Identifier column, Situation situation) {
    // A parent that the table joins asks for the column, and gives none.
    var givers =
        parents(situation.to(), table).stream()
            .filter(parents(situation.from(), table)::contains)
            .map(it -> ObjectPath.column(it, column))
            .filter(it -> situation.to().column(it).isPresent())
            .collect(toCollection(LinkedHashSet::new));
    return givers.stream()
        .findFirst()
        .flatMap(situation.to()::column)
        .map(it -> new GivenColumn(situation, table, it, givers));
  }

  private static boolean has(Schema schema, QualifiedName table, Identifier column) {
    return parents(schema, table).stream()
        .anyMatch(it -> schema.column(ObjectPath.column(it, column)).isPresent());
  }

  private static List<QualifiedName> parents(Schema schema, QualifiedName table) {
    return schema.table(table).map(it -> it.lineage().parentTables()).orElse(List.of());
  }

  /// Returns whether the table shall have the column of its own, too: it must be there when the
  /// parents get it.
  private boolean isOwn() {
    return situation.to().table(table).filter(it -> it.lineage().isOwn(given.name())).isPresent();
  }

  /// Returns what makes of the column that the parents have just given what the child wants. Rows
  /// that are there have what the parents say; where that is nothing and must not be, they get what
  /// the child says.
  private List<Step> differently(Column wanted) {
    var asGiven = wanted.with(given.nullability());
    var kept = given.with(Column.Storage.STANDARD);
    var steps = new ArrayList<>(alter(kept, asGiven));
    if (wanted.value() instanceof ColumnValue.Default
        && given.value() instanceof ColumnValue.None
        && wanted.nullability() == Nullability.NOT_NULL) {
      steps.add(fill(wanted));
    }
    steps.addAll(alter(asGiven, wanted));
    return steps;
  }

  private Step fill(Column wanted) {
    var name = Quote.name(wanted.name());
    return new Step(
        Step.Kind.ALTER_TABLE,
        ObjectPath.column(table, wanted.name()),
        "UPDATE %s SET %s = DEFAULT WHERE %s IS NULL"
            .formatted(situation.names().of(table), name, name),
        new Step.Reverse.None("The rows had nothing there."),
        Conduct.of(Conduct.Lock.NONE, Conduct.Work.SCAN));
  }

  private Step dropDefault(Column before) {
    return alter(before, before.with(new ColumnValue.None())).getFirst();
  }

  /// Returns what is left once the column has another type and no default.
  private List<Step> sinceRetyped(Column before, Column after) {
    var since = after.with(before.nullability()).with(before.storage());
    var hadDefault = ColumnPlan.defaultOf(before).isPresent();
    return alter(
        hadDefault ? since.with(new ColumnValue.None()) : since.with(before.value()), after);
  }

  private List<Step> alter(Column before, Column after) {
    return ColumnPlan.alter(new Change.AlterColumn(table, before, after), situation);
  }
}
