package lockstep.diff;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.Table;

/// The constraints of two versions of a table, with the names of what makes columns NOT NULL as far
/// as they are something to compare: two that PostgreSQL chose are as good as each other.
final class NotNullNames {
  private final Table from;
  private final Table to;

  NotNullNames(Table from, Table to) {
    this.from = from;
    this.to = to;
  }

  List<Constraint> from() {
    return Stream.concat(others(from), compared(from, to)).toList();
  }

  List<Constraint> to() {
    return Stream.of(others(to), compared(to, from), made()).flatMap(it -> it).toList();
  }

  private static Stream<Constraint> others(Table table) {
    return table.constraints().stream().filter(it -> !(it instanceof Constraint.NotNull));
  }

  /// Those of columns that are not NULL in both versions. One that nobody speaks of has the name
  /// that PostgreSQL gives it.
  private static Stream<Constraint> compared(Table table, Table other) {
    var unusual = Stream.concat(unusual(table), unusual(other)).collect(Collectors.toSet());
    if (unusual.isEmpty()) {
      return Stream.empty();
    }
    return table.columns().stream()
        .filter(it -> !it.isNullable())
        .map(Column::name)
        .filter(unusual::contains)
        .filter(it -> other.column(it).filter(column -> !column.isNullable()).isPresent())
        .map(it -> table.notNull(it).orElseGet(() -> Constraint.NotNull.usual(table.name(), it)));
  }

  private static Stream<Identifier> unusual(Table table) {
    return table
        .constraints(Constraint.NotNull.class)
        .filter(it -> !it.isUsual())
        .map(Constraint.NotNull::column);
  }

  /// Those that make a column of the first version not NULL. A column that comes brings its own,
  /// and one that takes NULL again loses it.
  private Stream<Constraint> made() {
    return to.constraints(Constraint.NotNull.class)
        .filter(it -> !it.isUsual())
        .filter(it -> from.column(it.column()).filter(Column::isNullable).isPresent())
        .map(it -> it);
  }
}
