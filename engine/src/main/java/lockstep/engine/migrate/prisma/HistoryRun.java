package lockstep.engine.migrate.prisma;

import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Progress;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.migration.Migration;
import lockstep.migration.Recorded;
import lockstep.schema.Identifier;
import lockstep.sql.Quote;

/// Changes a database by migrations, and its history with it. From opening to closing nobody else
/// does, neither Lockstep nor Prisma.
public final class HistoryRun implements AutoCloseable {
  private final Session session;
  private final HistoryTable table;
  private final Sender sender;

  private HistoryRun(Session session, Limits limits, Progress progress) {
    this.session = session;
    this.table = new HistoryTable(session);
    this.sender = new Sender(session, limits, progress);
  }

  /// Waits until nobody else changes the database. The schema that its address names is made where
  /// it is not there, as Prisma makes it.
  ///
  /// @param limits how long to wait for others, at most
  /// @param progress is told of each migration before it runs
  public static HistoryRun open(ConnectionUrl url, Limits limits, Progress progress) {
    var patience = limits.patience().lockTimeout();
    var session = Session.open(url);
    try {
      limits.locks().forEach(it -> it.take(session, patience, progress));
      new HistoryTable(session).createHome();
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
    return new HistoryRun(session, limits, progress);
  }

  /// Returns the server's major version, as in 18.
  public int serverMajor() {
    return session.serverVersion() / 10_000;
  }

  public List<Recorded> rows() {
    return table.rows();
  }

  /// Returns why no migration can be applied, if so: tables stand here that came in another way.
  public Optional<Diagnostic> objection() {
    return table.objection();
  }

  /// Makes the table of the history where there is none.
  public void begin() {
    if (!table.isThere()) {
      table.create();
    }
  }

  /// Applies one migration, in one transaction if its statements allow that, and records how it
  /// went.
  ///
  /// @return why it failed; what a failure leaves behind is said
  public Optional<Diagnostic> apply(Migration migration) {
    return MigrationRun.begin(sender, migration).run();
  }

  /// Goes on with a migration that began and did not end well, behind the last of its statements
  /// that stands.
  ///
  /// @param attempt its row
  /// @param statement the number of the first statement to run, where somebody knows better than
  ///   the row
  /// @return why it did not go on, or failed again
  public Optional<Diagnostic> resume(
      Migration migration, Recorded attempt, Optional<Integer> statement) {
    return switch (Resumption.of(migration, attempt, statement)) {
      case Resumption.Refused(var reason) -> Optional.of(reason);
      case Resumption.GoOn(var journal) ->
          MigrationRun.resume(sender, migration, attempt, journal).run();
    };
  }

  /// Takes one migration back, in one transaction with the record if its statements allow that.
  ///
  /// @param down what takes it back
  /// @param row of when it was applied
  /// @return why it failed; what a failure leaves behind is said
  public Optional<Diagnostic> rollBack(Migration down, Recorded row) {
    return new MigrationReturn(sender, down, row).run();
  }

  /// Drops all that is in the database, whoever made it, the history with it; where its address
  /// names a schema, all that is in that.
  public void dropAll() {
    session.execute("begin");
    session
        .query(
            "select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'",
            row -> Identifier.of(row.text(1)))
        .stream()
        .filter(it -> session.url().namespace().isEmpty() || it.equals(session.url().home()))
        .forEach(it -> session.execute("drop schema " + Quote.name(it) + " cascade"));
    table.createHome();
    session.execute("commit");
  }

  /// Records a migration as applied that is there already. Attempts that failed count as taken back
  /// from then on; where there is no history, it begins.
  public void declareApplied(Migration migration, List<Recorded> attempts) {
    session.execute("begin");
    if (!table.isThere()) {
      table.create();
    }
    declareRolledBack(attempts);
    table.declaredApplied(migration);
    session.execute("commit");
  }

  /// Records migrations as applied that are all there already: every one of them, or none.
  public void declareApplied(List<Migration> migrations) {
    session.execute("begin");
    begin();
    migrations.forEach(table::declaredApplied);
    session.execute("commit");
  }

  /// Records that what failed attempts left behind was taken back.
  public void declareRolledBack(List<Recorded> attempts) {
    attempts.stream().filter(Recorded::isFailed).forEach(it -> table.rolledBack(it.id()));
  }

  @Override
  public void close() {
    sender.close();
    session.close();
  }
}
