package lockstep.engine.seed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.Progress;
import lockstep.engine.migrate.ChangeLock;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.project.SeedSettings;
import lockstep.schema.Identifier;
import lockstep.schema.Schema;
import lockstep.sql.Quote;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// Brings the rows of data files into a database: all of them, or with any error none.
public final class SeedRun {
  /// Whether what was written stays.
  public enum Ending {
    KEPT,
    TAKEN_BACK
  }

  /// @param checks each a query that finds rows which must not be there
  /// @param lockTimeout how long to wait for rows that somebody else is changing; who wants to read
  ///   them does not wait
  public record Request(
      DataFiles files,
      List<SourceText> checks,
      SeedSettings settings,
      ConnectionUrl database,
      Ending ending,
      Duration lockTimeout,
      Progress progress) {
    public Request {
      checks = List.copyOf(checks);
    }
  }

  /// @param tables in the order in which they were written; none where there are errors
  public record Outcome(List<TableOutcome> tables, List<Diagnostic> diagnostics) {
    public Outcome {
      tables = List.copyOf(tables);
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    public long changed() {
      return tables.stream().mapToLong(TableOutcome::changed).sum();
    }
  }

  private final Request request;
  private final Session session;
  private final Schema schema;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private SeedRun(Request request, Session session, Schema schema) {
    this.request = request;
    this.session = session;
    this.schema = schema;
  }

  public static Outcome of(Request request) {
    var url = request.database();
    try (var session = Session.open(url)) {
      // Nobody changes a table between the reading and the writing.
      ChangeLock.OURS.take(session, request.lockTimeout(), request.progress());
      var options = IntrospectionOptions.everything(url.database());
      var schema = Introspector.read(session, options).schema();
      return new SeedRun(request, session, schema).run();
    }
  }

  private Outcome run() {
    var names = new TableNames(request.database().home());
    var reader = new TablesReader(schema, names, request.settings(), diagnostics);
    var tables = reader.read(request.files().files());
    if (!diagnostics.isEmpty()) {
      return new Outcome(List.of(), diagnostics);
    }
    var outcomes = writeOrSay(tables, names);
    var isKept = diagnostics.isEmpty() && request.ending() == Ending.KEPT;
    session.execute(isKept ? "COMMIT" : "ROLLBACK");
    return new Outcome(diagnostics.isEmpty() ? outcomes : List.of(), diagnostics);
  }

  private void begin() {
    session.execute("BEGIN");
    session.execute("SET LOCAL lock_timeout TO " + request.lockTimeout().toMillis());
    for (var it : request.database().namespace().stream().toList()) {
      session.execute("SET LOCAL search_path TO " + Quote.name(Identifier.of(it)));
    }
    session.execute("SET LOCAL standard_conforming_strings TO on; SET CONSTRAINTS ALL DEFERRED");
    session.execute(RowMerge.CREATE_COUNTS);
  }

  private List<TableOutcome> writeOrSay(List<SeedTable> tables, TableNames names) {
    try {
      begin();
      return write(tables, names);
    } catch (SqlError.Thrown e) {
      if (e.error().isLockNotAvailable()) {
        diagnostics.add(noLock());
      } else if (e.error().isDenied()) {
        diagnostics.add(TableRun.denied(e.error(), place()));
      } else {
        throw e;
      }
      return List.of();
    }
  }

  private Diagnostic noLock() {
    return Diagnostic.of(
            MigrateCode.NO_LOCK,
            "Others held rows or a table for longer than %d ms. Nothing was changed."
                .formatted(request.lockTimeout().toMillis()))
        .withAdvice(
            "Look for long transactions in pg_stat_activity, or wait longer with"
                + " `--lock-timeout`.");
  }

  /// Returns where something is said that no table is to blame for.
  private Place place() {
    return new Place.File(request.files().files().getFirst().text().name());
  }

  private List<TableOutcome> write(List<SeedTable> tables, TableNames names) {
    var queue = new TableQueue(session, schema, names, tables, request.progress());
    var runs = queue.run();
    diagnostics.addAll(queue.diagnostics());
    if (diagnostics.isEmpty()) {
      deferred(runs);
    }
    if (!diagnostics.isEmpty()) {
      return List.of();
    }
    runs.forEach(TableRun::verify);
    runs.forEach(it -> diagnostics.addAll(it.diagnostics()));
    if (!diagnostics.isEmpty()) {
      return List.of();
    }
    var outcomes = runs.stream().map(TableRun::outcome).toList();
    counts(outcomes, names);
    request.checks().forEach(this::check);
    if (diagnostics.isEmpty() && request.ending() == Ending.KEPT) {
      runs.forEach(this::moveSequences);
    }
    return outcomes;
  }

  private void moveSequences(TableRun run) {
    if (diagnostics.isEmpty()) {
      run.moveSequences();
      diagnostics.addAll(run.diagnostics());
    }
  }

  /// What would else be refused when the transaction ends.
  private void deferred(List<TableRun> runs) {
    session
        .tryExecuteGuarded("SET CONSTRAINTS ALL IMMEDIATE")
        .ifPresent(
            error ->
                diagnostics.add(
                    Diagnostic.of(
                            SeedCode.REFUSED,
                            place(error, runs).orElseGet(this::place),
                            "The database refuses the rows together: %s."
                                .formatted(TableRun.said(error)))
                        .withAdvice(TableRun.advice(error))));
  }

  private static Optional<Place> place(SqlError error, List<TableRun> runs) {
    var own = runs.stream().filter(it -> error.table().equals(Optional.of(it.name()))).toList();
    // What a partition says is about the table it is one of, whose constraint has the same name.
    return (own.isEmpty() ? runs : own)
        .stream().flatMap(it -> error.constraint().flatMap(it::place).stream()).findFirst();
  }

  private void counts(List<TableOutcome> outcomes, TableNames names) {
    request
        .settings()
        .expected()
        .forEach(
            (table, said) -> {
              var name = names.of(table);
              var rows =
                  outcomes.stream()
                      .filter(it -> it.table().equals(name))
                      .mapToLong(TableOutcome::rows)
                      .sum();
              if (rows != said.value()) {
                diagnostics.add(
                    Diagnostic.of(
                            SeedCode.WRONG_COUNT,
                            said.place(),
                            "The data files bring %d rows of `%s`, not %d."
                                .formatted(rows, table, said.value()))
                        .withAdvice("Correct whichever of the two is wrong."));
              }
            });
  }

  private void check(SourceText script) {
    var parts = StatementSplitter.split(script.content());
    if (parts.size() != 1) {
      diagnostics.add(
          Diagnostic.of(
                  SeedCode.CHECK_FAILED,
                  new Place.File(script.name()),
                  "A check is one query, and these are %d statements.".formatted(parts.size()))
              .withAdvice("Give each query a file of its own."));
      return;
    }
    var span = parts.getFirst().span();
    var head = "SELECT to_jsonb(found) FROM (";
    session.execute("SAVEPOINT lockstep_check; SET LOCAL transaction_read_only TO on");
    try {
      session
          .query(head + script.text(span) + "\n) found LIMIT 3", it -> it.text(1))
          .forEach(it -> diagnostics.add(found(it, script, span)));
    } catch (SqlError.Thrown e) {
      if (e.error().isPassing()) {
        throw e;
      }
      var offset = Math.max(e.error().offset().orElse(head.length()) - head.length(), 0);
      var at = Math.min(span.start() + offset, span.end());
      diagnostics.add(
          Diagnostic.of(
                  SeedCode.CHECK_FAILED,
                  Place.of(script, new Span(at, at)),
                  "The check cannot be run: %s.".formatted(TableRun.said(e.error())))
              .withAdvice(
                  e.error()
                      .hint()
                      .orElse(
                          "Mend the query; it may only read, and with the rights of the role.")));
    } finally {
      session.execute("ROLLBACK TO lockstep_check");
    }
  }

  private static Diagnostic found(String row, SourceText script, Span span) {
    return Diagnostic.of(
            SeedCode.CHECK_FAILED,
            Place.of(script, span),
            "The check finds a row that must not be there: %s.".formatted(row))
        .withAdvice("Mend the data, or the query.");
  }
}
