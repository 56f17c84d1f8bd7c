package lockstep.engine.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.Progress;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.text.Closest;

/// Brings the rows of one table into it, inside a transaction that is open. Where the server
/// refuses some, these are found by trying halves, so that each message names its row.
final class TableRun {
  private static final int BATCH = 500;

  /// Enough to see what is wrong; a file of the wrong kind would fill the screen.
  private static final int MOST_FAILURES = 20;

  /// Among how many keys a similar one is looked for.
  private static final int MOST_SIMILAR = 10_000;

  private static final Names NAMES = Names.qualified(List.of());

  private final Session session;
  private final SeedTable table;
  private final TableNames names;
  private final List<StagedRows> groups = new ArrayList<>();
  private final Progress progress;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  TableRun(Session session, SeedTable table, TableNames names, Progress progress) {
    this.session = session;
    this.table = table;
    this.names = names;
    this.progress = progress;
  }

  QualifiedName name() {
    return table.name();
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /// @param number the first that no temporary table of this transaction has
  void run(Schema schema, int number) {
    orSay(() -> write(schema, number));
  }

  private void write(Schema schema, int number) {
    for (var group : table.groups()) {
      groups.add(StagedRows.create(session, schema, table, group, number + groups.size()));
    }
    groups.forEach(this::stage);
    if (diagnostics.isEmpty()) {
      groups.forEach(it -> session.execute(it.index()));
      mergeAll();
    }
    if (diagnostics.isEmpty()) {
      groups.forEach(this::dangling);
    }
  }

  /// Does what the role may be denied, which is said then; the transaction is broken.
  private void orSay(Runnable work) {
    try {
      work.run();
    } catch (SqlError.Thrown e) {
      var file = file().filter(_ -> e.error().isDenied());
      diagnostics.add(denied(e.error(), file.orElseThrow(() -> e)));
    }
  }

  static Diagnostic denied(SqlError error, Place place) {
    return Diagnostic.of(
            SeedCode.REFUSED, place, "The role may not do this: %s.".formatted(error.message()))
        .withAdvice(
            "Grant it to read and write the tables and to make temporary ones, or seed as another"
                + " role.");
  }

  private void stage(StagedRows rows) {
    for (var from = 0; from < rows.count(); from += BATCH) {
      attempt(
          rows,
          from,
          Math.min(from + BATCH, rows.count()),
          rows::insert,
          (row, error) -> badValues(rows, row, error));
      progress.advanced(from, rows.count());
    }
  }

  private interface Blame {
    List<Diagnostic> of(int row, SqlError error);
  }

  /// Runs a statement for some rows; where that fails, for each half of them.
  private void attempt(
      StagedRows rows, int from, int to, BiFunction<Integer, Integer, String> sql, Blame blame) {
    if (diagnostics.size() >= MOST_FAILURES) {
      return;
    }
    var error = session.tryExecuteGuarded(sql.apply(from, to));
    if (error.isEmpty()) {
      return;
    }
    if (error.get().isOfTheServer() && !error.get().isOfPolicy()) {
      throw error.get().thrown();
    }
    if (to - from == 1) {
      diagnostics.addAll(blame.of(from, error.get()));
      return;
    }
    var middle = (from + to) / 2;
    attempt(rows, from, middle, sql, blame);
    attempt(rows, middle, to, sql, blame);
  }

  private List<Diagnostic> badValues(StagedRows rows, int number, SqlError error) {
    var row = rows.row(number);
    var refused = rows.refused(number);
    return refused.isEmpty()
        ? List.of(refused(row, error))
        : refused.stream().map(it -> badValue(it, row)).toList();
  }

  private static Diagnostic badValue(StagedRows.Refused it, DataRow row) {
    return Diagnostic.of(
            SeedCode.BAD_VALUE,
            it.cell().place(row),
            "`%s` does not take this: %s.".formatted(it.cell().name(), said(it.error())))
        .withAdvice(it.advice());
  }

  /// Rows that refer to others of this table wait until these are there.
  private void mergeAll() {
    var done = -1L;
    for (var now = 0L; now > done && diagnostics.isEmpty(); ) {
      groups.forEach(this::resolve);
      groups.forEach(this::disagreeing);
      sameRows();
      if (diagnostics.isEmpty()) {
        groups.forEach(this::merge);
      }
      done = now;
      now = groups.stream().mapToLong(it -> count(it, "s.done")).sum();
    }
  }

  private void resolve(StagedRows rows) {
    for (var lookup : rows.lookups()) {
      var columns = lookup.staged();
      var queries = lookup.reference().queries();
      var assignments = new ArrayList<String>();
      for (var i = 0; i < columns.size(); i++) {
        assignments.add("%s = %s".formatted(columns.get(i), queries.get(i)));
      }
      attempt(
          rows,
          0,
          rows.count(),
          (from, to) ->
              "UPDATE %s s SET %s WHERE s.%s IS NULL AND s.n >= %d AND s.n < %d"
                  .formatted(
                      rows.sql(), String.join(", ", assignments), columns.getFirst(), from, to),
          (row, error) -> List.of(refused(rows.row(row), error)));
    }
  }

  /// Cells that fill one column must give it the same value. It is one of a foreign key, so that
  /// its type knows which values are.
  private void disagreeing(StagedRows rows) {
    rows.fillings()
        .forEach(
            (column, some) -> {
              var first = some.getFirst();
              for (var other : some.subList(1, some.size())) {
                var differs =
                    "s.%s IS DISTINCT FROM s.%s AND %s"
                        .formatted(first.staged(), other.staged(), rows.isReady());
                for (var number : numbers(rows, differs)) {
                  var row = rows.row(number);
                  diagnostics.add(
                      disagreeing(
                          column,
                          row,
                          row.cells().get(other.cell()),
                          row.cells().get(first.cell())));
                }
              }
            });
  }

  private static Diagnostic disagreeing(Identifier column, DataRow row, Cell cell, Cell first) {
    return Diagnostic.of(
            SeedCode.DISAGREEING,
            cell.place(row),
            "`%s` gives `%s` another value than `%s` does."
                .formatted(cell.name(), column, first.name()))
        .withAdvice("Let both mean the same, or leave one of them out.")
        .withRelated(first.place(row), "`%s`".formatted(first.name()));
  }

  private void sameRows() {
    if (groups.isEmpty()) {
      return;
    }
    var all = new ArrayList<String>();
    for (var i = 0; i < groups.size(); i++) {
      all.add(
          "SELECT %d AS g, s.n, %s FROM %s s"
              .formatted(i, keyOf(groups.get(i)), groups.get(i).sql()));
    }
    var keys = keyNames();
    var isKnown = keys.stream().map(it -> it + " IS NOT NULL").collect(Collectors.joining(" AND "));
    var sql =
        """
        SELECT g, n, first_g, first_n FROM (
          SELECT g, n, row_number() OVER w AS nth, first_value(g) OVER w AS first_g,
                 first_value(n) OVER w AS first_n
          FROM (%s) s WHERE %s WINDOW w AS (PARTITION BY %s ORDER BY g, n)
        ) twice WHERE nth > 1 ORDER BY g, n LIMIT %d
        """
            .formatted(
                String.join(" UNION ALL ", all), isKnown, String.join(", ", keys), MOST_FAILURES);
    session.forEach(
        sql,
        it -> {
          var row = groups.get(it.integer(1)).row(it.integer(2));
          var first = groups.get(it.integer(3)).row(it.integer(4));
          diagnostics.add(
              Diagnostic.of(
                      SeedCode.SAME_ROW,
                      row.place(),
                      "This row has the same %s as an earlier one."
                          .formatted(DestinationReader.keys(List.of(table.key()))))
                  .withAdvice("Leave one of them out.")
                  .withRelated(first.place(), "the earlier one"));
        });
  }

  private List<String> keyNames() {
    return IntStream.range(0, table.key().size()).mapToObj("k%d"::formatted).toList();
  }

  private String keyOf(StagedRows rows) {
    var keys = keyNames().iterator();
    return table.key().stream()
        .map(it -> "s.%s AS %s".formatted(rows.columns().get(it), keys.next()))
        .collect(Collectors.joining(", "));
  }

  private void merge(StagedRows rows) {
    attempt(
        rows,
        0,
        rows.count(),
        new RowMerge(table, rows)::merge,
        (row, error) -> List.of(refused(rows.row(row), error)));
  }

  private Diagnostic refused(DataRow row, SqlError error) {
    return Diagnostic.of(
            SeedCode.REFUSED,
            blamed(row, error).map(it -> it.place(row)).orElseGet(row::place),
            "The database refuses this row: %s.".formatted(said(error)))
        .withAdvice(advice(error));
  }

  /// Returns the server's advice, else where a trigger or function said it, else ours.
  static String advice(SqlError error) {
    return error
        .hint()
        .or(() -> error.context().map(it -> "It comes from %s.".formatted(firstLine(it))))
        .orElse("Change the row, or what stands against it.");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }

  /// Returns where the row stands that does not fulfil a constraint of this table, or else its
  /// file.
  Optional<Place> place(String constraint) {
    var name = Identifier.of(constraint);
    return table.table().constraints().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .flatMap(
            it ->
                it instanceof Constraint.ForeignKey key ? unanswered(key).or(this::file) : file());
  }

  private Optional<Place> unanswered(Constraint.ForeignKey key) {
    return groups.stream()
        .filter(it -> it.columns().keySet().containsAll(key.columns()))
        .flatMap(it -> numbers(it, isUnanswered(key, it)).stream().map(it::row))
        .map(DataRow::place)
        .findFirst();
  }

  private static String isUnanswered(Constraint.ForeignKey key, StagedRows rows) {
    var isGiven = new ArrayList<String>();
    var isThere = new ArrayList<String>();
    for (var i = 0; i < key.columns().size(); i++) {
      var staged = rows.columns().get(key.columns().get(i));
      isGiven.add("s.%s IS NOT NULL".formatted(staged));
      isThere.add("r.%s = s.%s".formatted(Quote.name(key.referencedColumns().get(i)), staged));
    }
    return "%s AND NOT EXISTS (SELECT FROM %s r WHERE %s)"
        .formatted(
            String.join(" AND ", isGiven),
            NAMES.of(key.referencedTable()),
            String.join(" AND ", isThere));
  }

  private Optional<Place> file() {
    return table.groups().stream()
        .map(it -> (Place) new Place.File(it.rows().getFirst().file().name()))
        .findFirst();
  }

  /// Returns the cell that the server speaks of, where it is one.
  private Optional<Cell> blamed(DataRow row, SqlError error) {
    var columns =
        error
            .column()
            .map(it -> List.of(Identifier.of(it)))
            .or(() -> error.constraint().flatMap(this::columnsOf))
            .orElse(List.of());
    return row.cells().stream()
        .filter(it -> columns.size() == 1 && columns.getFirst().text().equals(it.name()))
        .findFirst();
  }

  private Optional<List<Identifier>> columnsOf(String constraint) {
    var name = Identifier.of(constraint);
    return table.table().foreignKeys().stream()
        .filter(it -> it.name().equals(name))
        .map(it -> it.columns())
        .findFirst();
  }

  /// Returns what the server said, without the whole row, which the reader has before his eyes.
  static String said(SqlError error) {
    var detail =
        error
            .detail()
            .filter(it -> !it.startsWith("Failing row"))
            .map(it -> " (" + it.replaceFirst("\\.$", "") + ")")
            .orElse("");
    return error.message().replaceFirst("\\.$", "") + detail;
  }

  private void dangling(StagedRows rows) {
    for (var lookup : rows.lookups()) {
      for (var number : numbers(rows, "s.%s IS NULL".formatted(lookup.staged().getFirst()))) {
        var row = rows.row(number);
        diagnostics.add(dangling(row.cells().get(lookup.cell()), row, lookup.destination()));
      }
    }
    for (var number : numbers(rows, isKeyless(rows))) {
      var key = DestinationReader.keys(List.of(table.key()));
      diagnostics.add(
          Diagnostic.of(
                  SeedCode.NO_KEY,
                  rows.row(number).place(),
                  "A row is known by its %s, and here that is NULL.".formatted(key))
              .withAdvice("Give it a value."));
    }
  }

  private String isKeyless(StagedRows rows) {
    return table.key().stream()
        .map(it -> "s.%s IS NULL".formatted(rows.columns().get(it)))
        .collect(Collectors.joining(" OR ", "(", ")"))
        .concat(" AND " + rows.isReady());
  }

  private List<Integer> numbers(StagedRows rows, String condition) {
    return session.query(
        "SELECT s.n FROM %s s WHERE %s ORDER BY s.n LIMIT %d"
            .formatted(rows.sql(), condition, MOST_FAILURES),
        it -> it.integer(1));
  }

  private Diagnostic dangling(Cell cell, DataRow row, Destination.Lookup lookup) {
    var cells = ((Cell.Content.Members) cell.content()).cells();
    var place = cells.size() == 1 ? cells.getFirst().place(row) : cell.place(row);
    return Diagnostic.of(
            SeedCode.DANGLING,
            place,
            "No row of `%s` has this %s."
                .formatted(
                    names.shown(lookup.table()),
                    DestinationReader.keys(List.of(columns(lookup.by())))))
        .withAdvice(
            closest(cells, lookup)
                .or(() -> circle(lookup))
                .orElse("Add it to the data files, or name another one."));
  }

  private static List<Identifier> columns(List<Destination> by) {
    return by.stream().flatMap(it -> it.columns().stream()).toList();
  }

  private Optional<String> circle(Destination.Lookup lookup) {
    return lookup.table().equals(table.name())
        ? Optional.of("If a row of the file has it, that one refers to this one, in a circle.")
        : Optional.empty();
  }

  private Optional<String> closest(List<Cell> cells, Destination.Lookup lookup) {
    if (cells.size() > 1 || !(lookup.by().getFirst() instanceof Destination.Plain(var column))) {
      return Optional.empty();
    }
    var known =
        session.query(
            "SELECT %1$s::text FROM %2$s WHERE %1$s IS NOT NULL ORDER BY 1 LIMIT %3$d"
                .formatted(Quote.name(column.name()), NAMES.of(lookup.table()), MOST_SIMILAR),
            it -> it.text(1));
    var written = cells.getFirst().content().json().text().orElse("");
    return Closest.to(written, known).map("Did you mean `%s`?"::formatted);
  }

  /// Looks whether every row is in the table as its file has it; a trigger or rule may have had
  /// other plans.
  void verify() {
    for (var rows : groups) {
      var merge = new RowMerge(table, rows);
      var isThere =
          "EXISTS (SELECT FROM %s t WHERE %s".formatted(merge.target(), merge.isSameRow());
      numbers(rows, "NOT " + isThere + ")")
          .forEach(it -> diagnostics.add(notKept(rows.row(it), "is not in the table afterwards")));
      for (var column : merge.values()) {
        var differs = merge.differs(column);
        for (var it : numbers(rows, "%s AND %s)".formatted(isThere, differs))) {
          var row = rows.row(it);
          diagnostics.add(notKept(row, "is stored with another `%s`".formatted(column)));
        }
      }
    }
  }

  private static Diagnostic notKept(DataRow row, String what) {
    return Diagnostic.of(SeedCode.NOT_KEPT, row.place(), "This row %s.".formatted(what))
        .withAdvice("Look for a trigger, a rule or a policy of the table.");
  }

  /// Moves sequences behind numbers that files gave, which they would give once more.
  void moveSequences() {
    orSay(() -> SequenceMove.of(table).forEach(session::execute));
  }

  TableOutcome outcome() {
    var written =
        session
            .queryOne(
                "SELECT coalesce(sum(inserted), 0), coalesce(sum(updated), 0) FROM %s WHERE place = %s"
                    .formatted(RowMerge.COUNTS, RowMerge.place(table.name())),
                it -> List.of(it.number(1), it.number(2)))
            .orElseThrow();
    var isNoneOfOurs =
        groups.stream()
            .map(
                it ->
                    "NOT EXISTS (SELECT FROM %s s WHERE %s)"
                        .formatted(it.sql(), new RowMerge(table, it).isSameRow()))
            .reduce("true", "%s AND %s"::formatted);
    var others =
        session
            .queryOne(
                "SELECT count(*) FROM %s t WHERE %s"
                    .formatted(NAMES.of(table.name()), isNoneOfOurs),
                it -> it.number(1))
            .orElseThrow();
    return new TableOutcome(
        table.name(), table.rowCount(), written.getFirst(), written.getLast(), others);
  }

  private long count(StagedRows rows, String condition) {
    return session
        .queryOne(
            "SELECT count(*) FROM %s s WHERE %s".formatted(rows.sql(), condition),
            it -> it.number(1))
        .orElseThrow();
  }
}
