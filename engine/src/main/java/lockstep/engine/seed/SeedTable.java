package lockstep.engine.seed;

import java.util.ArrayList;
import java.util.List;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;

/// A table and all rows that it is to have.
///
/// @param key the columns by which a row is known
/// @param groups the rows, those together that say something of the same columns
record SeedTable(QualifiedName name, Table table, List<Identifier> key, List<Group> groups) {
  SeedTable {
    key = List.copyOf(key);
    groups = List.copyOf(groups);
  }

  /// @param rows at least one
  record Group(List<Destination> destinations, List<DataRow> rows) {
    Group {
      destinations = List.copyOf(destinations);
      rows = List.copyOf(rows);
    }

    List<Identifier> columns() {
      return destinations.stream().flatMap(it -> it.columns().stream()).toList();
    }
  }

  int rowCount() {
    return groups.stream().mapToInt(it -> it.rows().size()).sum();
  }

  /// Returns the tables whose rows have to be there before those of this one.
  List<QualifiedName> needs() {
    var needs = new ArrayList<QualifiedName>();
    for (var group : groups) {
      group.destinations().forEach(it -> addLookups(it, needs));
      var columns = group.columns();
      table.foreignKeys().stream()
          .filter(it -> it.deferrability() == Constraint.Deferrability.NOT_DEFERRABLE)
          .filter(it -> columns.containsAll(it.columns()))
          .forEach(it -> needs.add(it.referencedTable()));
    }
    return needs.stream().distinct().toList();
  }

  private static void addLookups(Destination it, List<QualifiedName> needs) {
    if (it instanceof Destination.Lookup lookup) {
      needs.add(lookup.table());
      lookup.by().forEach(inner -> addLookups(inner, needs));
    }
  }
}
