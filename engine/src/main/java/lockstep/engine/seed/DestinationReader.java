package lockstep.engine.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.schema.Column;
import lockstep.schema.ColumnValue;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.Nullability;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.text.Closest;

/// Finds where the cells of a table's rows go; what has no place goes to `diagnostics`.
final class DestinationReader {
  private final Schema schema;
  private final TableNames names;
  private final QualifiedName name;
  private final Table table;
  private final List<Diagnostic> diagnostics;

  /// @param name of a table that there is
  DestinationReader(
      Schema schema, TableNames names, QualifiedName name, List<Diagnostic> diagnostics) {
    this.schema = schema;
    this.names = names;
    this.name = name;
    this.table = schema.table(name).orElseThrow();
    this.diagnostics = diagnostics;
  }

  /// Returns what rows that go to the same places have in common. What is in a JSON column is a
  /// value of any shape.
  List<String> shape(List<Cell> cells) {
    var shape = new ArrayList<String>();
    for (var it : cells) {
      shape.add(it.name());
      if (isNoRow(it)) {
        shape.add("NULL");
      } else if (it.content() instanceof Cell.Content.Members(var _, var inner) && !isJson(it)) {
        shape.add("{");
        shape.addAll(referenced(it).orElse(this).shape(inner));
        shape.add("}");
      }
    }
    return shape;
  }

  /// Returns the reader for the table that a cell refers to.
  private Optional<DestinationReader> referenced(Cell cell) {
    return foreignKey(cell.name())
        .map(Constraint.ForeignKey::referencedTable)
        .filter(it -> schema.table(it).isPresent())
        .map(it -> new DestinationReader(schema, names, it, diagnostics));
  }

  /// Returns one destination for each cell that has one.
  List<Destination> read(List<Cell> cells, DataRow row) {
    var found = new LinkedHashMap<Cell, Destination>();
    cells.stream()
        .filter(it -> !isNoRow(it))
        .forEach(it -> destination(it, row).ifPresent(to -> found.put(it, to)));
    var filled = found.values().stream().flatMap(it -> it.columns().stream()).toList();
    cells.stream()
        .filter(this::isNoRow)
        .forEach(it -> noRow(it, filled, row).ifPresent(to -> found.put(it, to)));
    return cells.stream().flatMap(it -> Optional.ofNullable(found.get(it)).stream()).toList();
  }

  /// Returns whether a cell says that a foreign key, by its own name, refers to no row.
  private boolean isNoRow(Cell cell) {
    return cell.content() instanceof Cell.Content.Nothing
        && column(cell.name()).isEmpty()
        && foreignKey(cell.name()).isPresent();
  }

  /// One column that is NULL is enough; what other cells fill is theirs.
  private Optional<Destination> noRow(Cell cell, List<Identifier> filled, DataRow row) {
    var key = foreignKey(cell.name()).orElseThrow();
    var columns =
        key.columns().stream()
            .filter(it -> !filled.contains(it))
            .flatMap(it -> table.column(it).stream())
            .filter(it -> it.nullability() == Nullability.NULLABLE)
            .map(Column::name)
            .toList();
    if (columns.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  SeedCode.NO_REFERENCE,
                  cell.place(row),
                  "`%s` cannot be NULL here: no column of it is left that may be."
                      .formatted(cell.name()))
              .withAdvice("Name a row, or leave `%s` out.".formatted(cell.name())));
      return Optional.empty();
    }
    return Optional.of(new Destination.NoRow(key, columns));
  }

  private Optional<Destination> destination(Cell cell, DataRow row) {
    var column = column(cell.name());
    if (cell.content() instanceof Cell.Content.Members(var _, var by) && !isJson(cell)) {
      return lookup(cell, by, row);
    }
    if (column.isEmpty()) {
      diagnostics.add(noColumn(cell, row));
      return Optional.empty();
    }
    if (column.get().value() instanceof ColumnValue.Generated) {
      diagnostics.add(
          Diagnostic.of(
                  SeedCode.NO_SUCH_COLUMN,
                  cell.namePlace(row),
                  "The database computes `%s` itself.".formatted(cell.name()))
              .withAdvice("Leave it out."));
      return Optional.empty();
    }
    return column.map(Destination.Plain::new);
  }

  /// Returns whether a cell is of a column that takes any JSON.
  private boolean isJson(Cell cell) {
    return column(cell.name()).filter(it -> ColumnText.isJson(it.type(), schema)).isPresent();
  }

  private Optional<Column> column(String name) {
    return name.isEmpty() ? Optional.empty() : table.column(Identifier.of(name));
  }

  private Diagnostic noColumn(Cell cell, DataRow row) {
    var columns = table.columns().stream().map(it -> it.name().text()).toList();
    return Diagnostic.of(
            SeedCode.NO_SUCH_COLUMN,
            cell.namePlace(row),
            "`%s` has no column `%s`.".formatted(names.shown(name), cell.name()))
        .withAdvice(
            Closest.to(cell.name(), columns)
                .map("Did you mean `%s`?"::formatted)
                .or(
                    () ->
                        Optional.of("Its columns are %s.".formatted(String.join(", ", columns)))));
  }

  private Optional<Destination> lookup(Cell cell, List<Cell> by, DataRow row) {
    var key = foreignKey(cell.name());
    var referenced = referenced(cell);
    if (referenced.isEmpty()) {
      diagnostics.add(
          column(cell.name()).isEmpty()
              ? noColumn(cell, row)
              : Diagnostic.of(
                      SeedCode.NO_REFERENCE,
                      cell.place(row),
                      "`%s` refers to no other table, and its type is not JSON."
                          .formatted(cell.name()))
                  .withAdvice("Give the value itself."));
      return Optional.empty();
    }
    var unknown = by.stream().filter(it -> it.content() instanceof Cell.Content.Nothing).toList();
    if (!unknown.isEmpty()) {
      unknown.forEach(it -> diagnostics.add(isNull(it, row)));
      return Optional.empty();
    }
    var inner = referenced.get().read(by, row);
    if (inner.size() < by.size()) {
      return Optional.empty();
    }
    var columns = inner.stream().flatMap(it -> it.columns().stream()).toList();
    if (referenced.get().table.keyColumns().stream().noneMatch(columns::containsAll)) {
      diagnostics.add(referenced.get().noKey(cell, columns, row));
      return Optional.empty();
    }
    return Optional.of(new Destination.Lookup(key.get(), inner));
  }

  /// By its column where it has one, else by its own name.
  private Optional<Constraint.ForeignKey> foreignKey(String name) {
    var keys = new ArrayList<Constraint.ForeignKey>();
    for (var it : table.foreignKeys()) {
      if (it.columns().size() == 1 && it.columns().getFirst().text().equals(name)) {
        keys.addFirst(it);
      } else if (it.name().text().equals(name)) {
        keys.addLast(it);
      }
    }
    return keys.stream().findFirst();
  }

  private static Diagnostic isNull(Cell cell, DataRow row) {
    return Diagnostic.of(
            SeedCode.NO_REFERENCE,
            cell.place(row),
            "No row is known by a `%s` that is NULL.".formatted(cell.name()))
        .withAdvice("For no row at all, give NULL in place of the whole reference.");
  }

  private Diagnostic noKey(Cell cell, List<Identifier> columns, DataRow row) {
    return Diagnostic.of(
            SeedCode.NO_REFERENCE,
            cell.place(row),
            "Several rows of `%s` could have the same %s."
                .formatted(names.shown(name), list(columns)))
        .withAdvice("Name the row by a key of the table: %s.".formatted(keys(table.keyColumns())));
  }

  /// Returns the keys of a table as a sentence names them.
  static String keys(List<List<Identifier>> keys) {
    return keys.isEmpty()
        ? "it has none"
        : keys.stream().map(DestinationReader::list).collect(Collectors.joining(" or "));
  }

  private static String list(List<Identifier> columns) {
    return columns.stream().map("`%s`"::formatted).collect(Collectors.joining(" and "));
  }
}
