package lockstep.engine.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.text.Closest;

/// The rows of a group in a temporary table, each value read by PostgreSQL as what its column
/// holds, each reference in time the values that it stands for.
///
/// The table has the row's number `n` from 0, whether it is `done`, a column for each one that is
/// to be filled, and one for each value by which a reference finds its row.
final class StagedRows {
  private static final Names NAMES = Names.qualified(List.of());

  /// A value of each row: the column that reads it, and what it is called here.
  private record Field(Column column, String staged) {}

  private final Session session;
  private final Schema schema;
  private final SeedTable table;
  private final SeedTable.Group group;
  private final String name;
  private final List<String> definitions = new ArrayList<>(List.of("0 AS n", "false AS done"));
  private final Map<QualifiedName, String> sources = new LinkedHashMap<>();
  private final Map<Identifier, List<Filling>> fillings = new LinkedHashMap<>();
  private final List<Lookup> lookups = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();

  private StagedRows(
      Session session, Schema schema, SeedTable table, SeedTable.Group group, String name) {
    this.session = session;
    this.schema = schema;
    this.table = table;
    this.group = group;
    this.name = name;
  }

  /// Makes the temporary table, which ends with the transaction.
  ///
  /// @param number no other table of this transaction has it
  static StagedRows create(
      Session session, Schema schema, SeedTable table, SeedTable.Group group, int number) {
    var rows = new StagedRows(session, schema, table, group, "pg_temp.lockstep_seed_" + number);
    rows.create();
    return rows;
  }

  SeedTable.Group group() {
    return group;
  }

  int count() {
    return group.rows().size();
  }

  DataRow row(int number) {
    return group.rows().get(number);
  }

  /// Returns what the temporary table is called in SQL.
  String sql() {
    return name;
  }

  /// What one cell of each row gives to a column.
  ///
  /// @param cell the cell's number in its row
  /// @param staged what the value is called here
  record Filling(int cell, String staged) {}

  /// A cell of each row that names another row.
  ///
  /// @param cell the cell's number in its row
  /// @param staged what the columns of the foreign key are called here, in its order
  record Lookup(
      int cell,
      Destination.Lookup destination,
      StagedPart.Reference reference,
      List<String> staged) {
    Lookup {
      staged = List.copyOf(staged);
    }
  }

  /// Returns by column that is filled what it is called here, in order.
  Map<Identifier, String> columns() {
    var columns = new LinkedHashMap<Identifier, String>();
    fillings.forEach((column, some) -> columns.put(column, some.getFirst().staged()));
    return columns;
  }

  /// Returns for each column that cells fill what each of them gives.
  Map<Identifier, List<Filling>> fillings() {
    return fillings;
  }

  List<Lookup> lookups() {
    return lookups;
  }

  /// Returns a condition for the staged row `s`: that each of its references has found its row.
  String isReady() {
    return lookups.stream()
        .flatMap(it -> it.staged().stream())
        .map("s.%s IS NOT NULL"::formatted)
        .reduce("true", "%s AND %s"::formatted);
  }

  private void create() {
    for (var i = 0; i < group.destinations().size(); i++) {
      var to = group.destinations().get(i);
      var staged = fill(to, i);
      switch (to) {
        case Destination.Plain(var column) -> fields.add(new Field(column, staged.getFirst()));
        case Destination.Lookup it -> lookups.add(new Lookup(i, it, define(it), staged));
        case Destination.NoRow _ -> {}
      }
    }
    var from =
        sources.entrySet().stream()
            .map(it -> NAMES.of(it.getKey()) + " " + it.getValue())
            .collect(Collectors.joining(", "));
    session.execute(
        "CREATE TEMPORARY TABLE %s ON COMMIT DROP AS SELECT %s FROM %s WITH NO DATA"
            .formatted(name.substring("pg_temp.".length()), String.join(", ", definitions), from));
  }

  private List<String> fill(Destination to, int cell) {
    var staged = new ArrayList<String>();
    for (var it : to.columns()) {
      staged.add(define(table.name(), it));
      fillings.computeIfAbsent(it, _ -> new ArrayList<>()).add(new Filling(cell, staged.getLast()));
    }
    return staged;
  }

  private StagedPart.Reference define(Destination.Lookup lookup) {
    var parts = lookup.by().stream().map(it -> part(it, lookup.table())).toList();
    return new StagedPart.Reference(lookup.key(), parts);
  }

  private StagedPart part(Destination it, QualifiedName in) {
    return switch (it) {
      case Destination.Plain(var column) -> {
        var field = new Field(column, define(in, column.name()));
        fields.add(field);
        yield new StagedPart.Value(column.name(), field.staged());
      }
      case Destination.Lookup inner -> define(inner);
      case Destination.NoRow _ -> throw new IllegalStateException("no row is known by NULL");
    };
  }

  /// Adds a column of the type that one of a table has.
  private String define(QualifiedName in, Identifier column) {
    var source = sources.computeIfAbsent(in, _ -> "t" + sources.size());
    var name = "c" + definitions.size();
    definitions.add("%s.%s AS %s".formatted(source, Quote.name(column), name));
    return name;
  }

  /// Returns the statement that takes some rows in.
  String insert(int from, int to) {
    var names = fields.stream().map(Field::staged).toList();
    var values =
        IntStream.range(from, to).mapToObj(this::values).collect(Collectors.joining(",\n"));
    return "INSERT INTO %s (%s) VALUES %s"
        .formatted(
            name,
            Stream.concat(Stream.of("n", "done"), names.stream()).collect(Collectors.joining(", ")),
            values);
  }

  private String values(int number) {
    var cells = cells(row(number));
    return IntStream.range(0, fields.size())
            .mapToObj(i -> literal(cells.get(i), fields.get(i).column()))
            .reduce("(%d, false".formatted(number), "%s, %s"::formatted)
        + ")";
  }

  private String literal(Cell cell, Column column) {
    return ColumnText.of(cell.content(), column.type(), schema).map(Quote::literal).orElse("NULL");
  }

  /// Returns the statements that let the server find rows by their numbers.
  String index() {
    return "ALTER TABLE %1$s ADD PRIMARY KEY (n); ANALYZE %1$s".formatted(name);
  }

  /// A cell whose value alone is refused, why, and what may help.
  record Refused(Cell cell, SqlError error, String advice) {}

  /// Returns the cells of a row that are refused; none where each by itself is taken.
  List<Refused> refused(int number) {
    var cells = cells(row(number));
    var refused = new ArrayList<Refused>();
    for (var i = 0; i < fields.size(); i++) {
      var sql =
          "INSERT INTO %s (n, done, %s) VALUES (%d, false, %s)"
              .formatted(
                  name,
                  fields.get(i).staged(),
                  number,
                  literal(cells.get(i), fields.get(i).column()));
      var cell = cells.get(i);
      var advice =
          label(cell, fields.get(i).column())
              .orElse("Write it as PostgreSQL reads it between quotes.");
      session
          .tryExecuteGuarded(sql)
          .ifPresent(it -> refused.add(new Refused(cell, it, it.hint().orElse(advice))));
    }
    return refused;
  }

  /// Returns what was probably meant where an enum has no such label.
  private Optional<String> label(Cell cell, Column column) {
    if (!(column.type() instanceof ColumnType.Enumerated(var type))) {
      return Optional.empty();
    }
    var labels = schema.enumType(type).map(EnumType::values).orElse(List.of());
    var written = ColumnText.of(cell.content(), column.type(), schema).orElse("");
    return Closest.to(written, labels)
        .map("Did you mean `%s`?"::formatted)
        .or(() -> Optional.of("It takes %s.".formatted(String.join(", ", labels))));
  }

  /// Returns the cells of a row that hold its values, as many as there are fields.
  private List<Cell> cells(DataRow row) {
    var cells = new ArrayList<Cell>();
    for (var i = 0; i < group.destinations().size(); i++) {
      collect(row.cells().get(i), group.destinations().get(i), cells);
    }
    return cells;
  }

  private static void collect(Cell cell, Destination to, List<Cell> cells) {
    switch (to) {
      case Destination.Plain _ -> cells.add(cell);
      case Destination.NoRow _ -> {}
      case Destination.Lookup(var _, var by) -> {
        var inner = ((Cell.Content.Members) cell.content()).cells();
        IntStream.range(0, by.size()).forEach(i -> collect(inner.get(i), by.get(i), cells));
      }
    }
  }
}
