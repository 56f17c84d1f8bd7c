package lockstep.engine.seed;

import java.util.List;
import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;

/// Where the value of a cell goes.
sealed interface Destination {
  /// A column, whose type reads the value.
  record Plain(Column column) implements Destination {}

  /// The columns of a foreign key, which take what the row at the other end has.
  ///
  /// @param by the columns there that tell which row is meant; they cover a key
  record Lookup(Constraint.ForeignKey key, List<Destination> by) implements Destination {
    public Lookup {
      by = List.copyOf(by);
    }

    QualifiedName table() {
      return key.referencedTable();
    }
  }

  /// The columns of a foreign key, which become NULL: no row is referred to.
  ///
  /// @param columns at least one that may be NULL, none that another cell fills
  record NoRow(Constraint.ForeignKey key, List<Identifier> columns) implements Destination {
    public NoRow {
      columns = List.copyOf(columns);
    }
  }

  /// Returns the columns that are filled.
  default List<Identifier> columns() {
    return switch (this) {
      case Plain(var column) -> List.of(column.name());
      case Lookup(var key, var _) -> key.columns();
      case NoRow(var _, var columns) -> columns;
    };
  }
}
