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

/// Finds where the cells of a row go; what has no place goes to `diagnostics`.
final class DestinationReader {
  private final Schema schema;
  private final List<Diagnostic> diagnostics;

  DestinationReader(Schema schema, List<Diagnostic> diagnostics) {
    this.schema = schema;
    this.diagnostics = diagnostics;
  }

  /// Returns one destination for each cell that has one.
  List<Destination> read(List<Cell> cells, DataRow row, Table table) {
    var found = new LinkedHashMap<Cell, Destination>();
    cells.stream()
        .filter(it -> !isNoRow(it, table))
        .forEach(it -> destination(it, row, table).ifPresent(to -> found.put(it, to)));
    var filled = found.values().stream().flatMap(it -> it.columns().stream()).toList();
    cells.stream()
        .filter(it -> isNoRow(it, table))
        .forEach(it -> noRow(it, filled, row, table).ifPresent(to -> found.put(it, to)));
    return cells.stream().flatMap(it -> Optional.ofNullable(found.get(it)).stream()).toList();
  }

  /// Returns whether a cell says that a foreign key, by its own name, refers to no row.
  static boolean isNoRow(Cell cell, Table table) {
    return cell.content() instanceof Cell.Content.Nothing
        && column(table, cell.name()).isEmpty()
        && foreignKey(cell.name(), table).isPresent();
  }

  /// One column that is NULL is enough; what other cells fill is theirs.
  private Optional<Destination> noRow(
      Cell cell, List<Identifier> filled, DataRow row, Table table) {
    var key = foreignKey(cell.name(), table).orElseThrow();
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

  private Optional<Destination> destination(Cell cell, DataRow row, Table table) {
    var column = column(table, cell.name());
    if (cell.content() instanceof Cell.Content.Members(var _, var by) && !isJson(cell, table)) {
      return lookup(cell, by, row, table);
    }
    if (column.isEmpty()) {
      diagnostics.add(noColumn(cell, row, table));
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
  boolean isJson(Cell cell, Table table) {
    return column(table, cell.name())
        .filter(it -> ColumnText.isJson(it.type(), schema))
        .isPresent();
  }

  private static Optional<Column> column(Table table, String name) {
    return name.isEmpty() ? Optional.empty() : table.column(Identifier.of(name));
  }

  private static Diagnostic noColumn(Cell cell, DataRow row, Table table) {
    var names = table.columns().stream().map(it -> it.name().text()).toList();
    return Diagnostic.of(
            SeedCode.NO_SUCH_COLUMN,
            cell.namePlace(row),
            "`%s` has no column `%s`.".formatted(table.name(), cell.name()))
        .withAdvice(
            Closest.to(cell.name(), names)
                .map("Did you mean `%s`?"::formatted)
                .or(() -> Optional.of("Its columns are %s.".formatted(String.join(", ", names)))));
  }

  private Optional<Destination> lookup(Cell cell, List<Cell> by, DataRow row, Table table) {
    var key = foreignKey(cell.name(), table);
    var referenced = key.flatMap(it -> schema.table(it.referencedTable()));
    if (referenced.isEmpty()) {
      diagnostics.add(
          column(table, cell.name()).isEmpty()
              ? noColumn(cell, row, table)
              : Diagnostic.of(
                      SeedCode.NO_REFERENCE,
                      cell.place(row),
                      "`%s` refers to no other table, and its type is not JSON."
                          .formatted(cell.name()))
                  .withAdvice("Give the value itself."));
      return Optional.empty();
    }
    by.stream()
        .filter(it -> it.content() instanceof Cell.Content.Nothing)
        .forEach(it -> diagnostics.add(isNull(it, row)));
    var inner = read(by, row, referenced.get());
    if (inner.size() < by.size()) {
      return Optional.empty();
    }
    var columns = inner.stream().flatMap(it -> it.columns().stream()).toList();
    if (referenced.get().keyColumns().stream().noneMatch(columns::containsAll)) {
      diagnostics.add(noKey(cell, columns, row, key.get().referencedTable(), referenced.get()));
      return Optional.empty();
    }
    return Optional.of(new Destination.Lookup(key.get(), inner));
  }

  /// By its column where it has one, else by its own name.
  private static Optional<Constraint.ForeignKey> foreignKey(String name, Table table) {
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

  private static Diagnostic noKey(
      Cell cell, List<Identifier> columns, DataRow row, QualifiedName name, Table referenced) {
    return Diagnostic.of(
            SeedCode.NO_REFERENCE,
            cell.place(row),
            "Several rows of `%s` could have the same %s.".formatted(name.name(), list(columns)))
        .withAdvice(
            "Name the row by a key of the table: %s.".formatted(keys(referenced.keyColumns())));
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
