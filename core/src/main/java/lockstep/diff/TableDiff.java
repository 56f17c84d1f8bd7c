package lockstep.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;

/// Differences between tables and between their parts.
final class TableDiff {
  private final QualifiedName name;
  private final List<Change> changes = new ArrayList<>();

  private TableDiff(QualifiedName name) {
    this.name = name;
  }

  /// Returns whether the tables are the same but for their parts.
  static boolean areEqual(Table from, Table to) {
    return haveSameStorage(from.storage(), to.storage())
        && from.lineage().kind().equals(to.lineage().kind())
        && from.partitionKey().equals(to.partitionKey())
        && from.rowSecurity() == to.rowSecurity()
        && from.comment().equals(to.comment());
  }

  private static boolean haveSameStorage(Table.Storage from, Table.Storage to) {
    return from.equals(to) || from.inOrder().equals(to.inOrder());
  }

  static List<Change> parts(QualifiedName name, Table from, Table to) {
    var diff = new TableDiff(name);
    diff.compare(from, to);
    return from.lineage().hasParentsOf(to.lineage())
        ? InheritedParts.without(diff.changes, from, to)
        : diff.changes;
  }

  private void compare(Table from, Table to) {
    if (!from.columns().equals(to.columns())) {
      Pair.match(from.columns(), to.columns(), Column::name).forEach(this::column);
      order(from, to);
    }
    if (!areSame(from.constraints(), to.constraints(), it -> to.constraint(it.name()))) {
      var names = new NotNullNames(from, to);
      Pair.match(names.from(), names.to(), Constraint::name).forEach(this::constraint);
    }
    if (!areSame(from.indexes(), to.indexes(), it -> to.index(it.name()))) {
      Pair.match(from.indexes(), to.indexes(), Index::name).forEach(this::index);
    }
  }

  /// Returns whether two versions have the same parts, in any order.
  ///
  /// @param counterpart what is called so in the second version
  private static <T> boolean areSame(
      List<T> from, List<T> to, Function<T, Optional<T>> counterpart) {
    if (from.size() != to.size()) {
      return false;
    }
    for (var it : from) {
      if (counterpart.apply(it).filter(it::equals).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void column(Pair<Column> pair) {
    switch (pair) {
      case Pair.Added(var it) -> changes.add(new Change.AddColumn(name, it));
      case Pair.Dropped(var it) -> changes.add(new Change.DropColumn(name, it));
      case Pair.Kept(var from, var to) -> {
        if (!ColumnDiff.areEqual(from, to)) {
          changes.add(new Change.AlterColumn(name, from, to));
        }
      }
    }
  }

  private void order(Table from, Table to) {
    var before = common(from, to);
    var after = common(to, from);
    if (!before.equals(after)) {
      changes.add(new Change.ReorderColumns(name, before, after));
    }
  }

  private static List<Identifier> common(Table of, Table with) {
    return of.columns().stream()
        .map(Column::name)
        .filter(it -> with.column(it).isPresent())
        .toList();
  }

  private void constraint(Pair<Constraint> pair) {
    switch (pair) {
      case Pair.Added(var it) -> changes.add(new Change.AddConstraint(name, it));
      case Pair.Dropped(var it) -> changes.add(new Change.DropConstraint(name, it));
      case Pair.Kept(var from, var to) -> {
        if (!from.equals(to)) {
          changes.add(new Change.AlterConstraint(name, from, to));
        }
      }
    }
  }

  private void index(Pair<Index> pair) {
    switch (pair) {
      case Pair.Added(var it) -> changes.add(new Change.AddIndex(name, it));
      case Pair.Dropped(var it) -> changes.add(new Change.DropIndex(name, it));
      case Pair.Kept(var from, var to) -> {
        if (!IndexDiff.areEqual(from, to)) {
          changes.add(new Change.AlterIndex(name, from, to));
        }
      }
    }
  }
}
