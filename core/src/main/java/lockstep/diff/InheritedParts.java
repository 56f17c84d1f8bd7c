package lockstep.diff;

import java.util.List;
import java.util.Optional;
import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.Index;
import lockstep.schema.Lineage;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// What changes in a child table because it changes in its parent.
final class InheritedParts {
  private final Lineage from;
  private final Lineage to;
  private final List<Change> changes;

  private InheritedParts(Table from, Table to, List<Change> changes) {
    this.from = from.lineage();
    this.to = to.lineage();
    this.changes = changes;
  }

  /// Returns the changes to a table's parts that nobody makes by changing its parent. A part that
  /// is the parent's in both versions and has another name is among them; so are all parts of a
  /// table of a type, which does not change while the table is of it.
  static List<Change> without(List<Change> changes, Table from, Table to) {
    if (from.lineage() instanceof Lineage.None || from.lineage() instanceof Lineage.OfType) {
      return changes;
    }
    var parts = new InheritedParts(from, to, changes);
    return changes.stream().filter(it -> !parts.follows(it)).toList();
  }

  private boolean follows(Change change) {
    return switch (change) {
      case Change.AddColumn it -> to.isInherited(it.column().name());
      case Change.DropColumn it -> !from.isOwn(it.column().name());
      case Change.AlterColumn it ->
          isInheritedInBoth(it.to()) && ColumnDiff.areEqual(withOwn(it.from(), it.to()), it.to());
      case Change.AddConstraint it ->
          to.inherited().constraints().contains(it.constraint().name())
              && hasParentsName(it.constraint());
      case Change.DropConstraint it ->
          from.inherited().constraints().contains(it.constraint().name())
              && hasParentsName(it.constraint());
      case Change.AddIndex it ->
          to.inherited().indexes().contains(it.index().name()) && counterpart(it.index()).isEmpty();
      case Change.DropIndex it ->
          from.inherited().indexes().contains(it.index().name())
              && counterpart(it.index()).isEmpty();
      case Change.AlterIndex it ->
          from.inherited().indexes().contains(it.from().name())
              && to.inherited().indexes().contains(it.to().name())
              && it.from().comment().equals(it.to().comment());
      default -> false;
    };
  }

  /// Returns the changes of two schemas without those that a constraint of a child only has because
  /// its parent's has them. One that is valid in the child alone is a change of its own.
  static List<Change> withoutFollowing(List<Change> changes, Schema from, Schema to) {
    var altered = changes.stream().filter(Change.AlterConstraint.class::isInstance).toList();
    return altered.isEmpty()
        ? changes
        : changes.stream()
            .filter(
                it ->
                    !(it instanceof Change.AlterConstraint own)
                        || altered.stream().noneMatch(other -> follows(own, other, from, to)))
            .toList();
  }

  private static boolean follows(Change.AlterConstraint own, Change other, Schema from, Schema to) {
    var before = from.table(own.table()).map(Table::lineage).orElse(new Lineage.None());
    var after = to.table(own.table()).map(Table::lineage).orElse(new Lineage.None());
    return other instanceof Change.AlterConstraint parents
        && after.parentTables().contains(parents.table())
        && isAlike(parents.to(), own.to())
        && before.hasParentsOf(after)
        && before.inherited().constraints().contains(own.from().name())
        && after.inherited().constraints().contains(own.to().name())
        && own.from().comment().equals(own.to().comment());
  }

  /// A partition may call a foreign key otherwise than its parent.
  private static boolean isAlike(Constraint parents, Constraint own) {
    return parents.name().equals(own.name()) || parents.named(own.name()).equals(own);
  }

  private boolean isInheritedInBoth(Column column) {
    return from.isInherited(column.name()) && to.isInherited(column.name());
  }

  /// How values are kept and what is said about a column is each table's own affair.
  private static Column withOwn(Column from, Column to) {
    return new Column(
        to.name(),
        to.type(),
        to.nullability(),
        to.value(),
        to.collation(),
        from.storage(),
        from.comment());
  }

  /// A check is called as the parent's is, and is renamed with it.
  private boolean hasParentsName(Constraint constraint) {
    return constraint instanceof Constraint.Check || counterpart(constraint).isEmpty();
  }

  /// Returns the same constraint under another name, on the other side.
  private Optional<Change> counterpart(Constraint constraint) {
    return changes.stream()
        .filter(
            it ->
                switch (it) {
                  case Change.AddConstraint(var _, var other) -> isSame(constraint, other);
                  case Change.DropConstraint(var _, var other) -> isSame(constraint, other);
                  default -> false;
                })
        .findFirst();
  }

  private static boolean isSame(Constraint one, Constraint other) {
    return !one.name().equals(other.name()) && one.named(other.name()).equals(other);
  }

  private Optional<Change> counterpart(Index index) {
    return changes.stream()
        .filter(
            it ->
                switch (it) {
                  case Change.AddIndex(var _, var other) -> isSame(index, other);
                  case Change.DropIndex(var _, var other) -> isSame(index, other);
                  default -> false;
                })
        .findFirst();
  }

  private static boolean isSame(Index one, Index other) {
    return !one.name().equals(other.name()) && one.named(other.name()).equals(other);
  }
}
