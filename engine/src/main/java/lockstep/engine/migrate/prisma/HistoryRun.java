package lockstep.engine.migrate.prisma;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.Progress;
import lockstep.engine.migrate.ChangeLock;
import lockstep.engine.migrate.LockWatch;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.migration.FailureLog;
import lockstep.migration.Migration;
import lockstep.migration.Recorded;
import lockstep.sql.Quote;
import lockstep.text.Span;

/// Changes a database by migrations, and its history with it. From opening to closing nobody else
/// does, neither Lockstep nor Prisma.
public final class HistoryRun implements AutoCloseable {
  private final Session session;
  private final HistoryTable table;
  private final Progress progress;
  private final LockWatch watch;

  private HistoryRun(Session session, Progress progress) {
    this.session = session;
    this.table = new HistoryTable(session);
    this.progress = progress;
    this.watch = LockWatch.start(session.url(), session.serverProcess(), progress);
  }

  /// Waits until nobody else changes the database. The schema that its address names is made where
  /// it is not there, as Prisma makes it.
  ///
  /// @param patience how long to wait for others
  /// @param progress is told of each migration before it runs
  public static HistoryRun open(ConnectionUrl url, Duration patience, Progress progress) {
    var session = Session.open(url);
    try {
      ChangeLock.OURS.take(session, patience, progress);
      ChangeLock.PRISMA.take(session, patience, progress);
      new HistoryTable(session).createHome();
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
    return new HistoryRun(session, progress);
  }

  public List<Recorded> rows() {
    return table.rows();
  }

  /// Makes the table of the history where there is none.
  ///
  /// @return why it is not made: tables stand here that came in another way
  public Optional<Diagnostic> begin() {
    var objection = table.objection();
    if (objection.isEmpty() && !table.isThere()) {
      table.create();
    }
    return objection;
  }

  /// Applies one migration as Prisma does, in one message, which is one transaction unless the file
  /// has its own, and records how it went. Where it is one, the record of success is part of it:
  /// whenever this is killed, nothing of the file stands that is not recorded.
  ///
  /// @return why it failed; what a failure leaves behind is said
  public Optional<Diagnostic> apply(Migration migration) {
    var id = UUID.randomUUID().toString();
    session.execute(fresh() + ";\n" + table.starting(id, migration));
    progress.started("Applying " + migration.name());
    try {
      var script = migration.script().content();
      if (migration.isAllOrNothing()) {
        return session
            .tryExecute(script + "\n;\n" + table.finishing(id))
            .map(it -> failed(id, migration, it, "Nothing of it stands."));
      }
      return session
          .tryExecute(script)
          .map(
              it ->
                  failed(
                      id,
                      migration,
                      it,
                      "Part of it may stand: the file does not run in one transaction."))
          .or(() -> ended(id, migration));
    } finally {
      progress.finished();
    }
  }

  private Optional<Diagnostic> ended(String id, Migration migration) {
    var isOpen = session.isInTransaction();
    settle();
    if (!isOpen) {
      table.finished(id);
      return Optional.empty();
    }
    var fact =
        "The file begins a transaction and does not end it. What it did in it is taken back.";
    table.failed(id, fact);
    return Optional.of(
        Diagnostic.of(
                MigrateCode.TRANSACTION_LEFT_OPEN, new Place.File(migration.script().name()), fact)
            .withAdvice(
                "End it by `COMMIT`, or leave `BEGIN` out; then call %s."
                    .formatted(again(migration))));
  }

  private Diagnostic failed(String id, Migration migration, SqlError error, String whatStands) {
    settle();
    var words =
        error.message()
            + error.detail().map("\nDETAIL: "::concat).orElse("")
            + error.hint().map("\nHINT: "::concat).orElse("");
    table.failed(id, FailureLog.of(migration.name(), error.state(), words));
    var fact =
        "The migration `%s` failed: %s. %s"
            .formatted(migration.name(), error.inWords(), whatStands);
    return Diagnostic.of(MigrateCode.MIGRATION_FAILED, place(migration, error), fact)
        .withAdvice("Mend what it says, then call %s.".formatted(again(migration)));
  }

  /// A transaction that a file left open, and what it set, would stand in the way of the record.
  private void settle() {
    if (session.isInTransaction()) {
      session.execute("rollback");
    }
    session.execute(fresh());
  }

  /// Returns the statements that forget what another file set, such as a role or a time limit.
  private String fresh() {
    return "reset session authorization; reset role; reset all; set search_path to "
        + Quote.name(session.url().home());
  }

  private static String again(Migration migration) {
    return "`lockstep migrate resolve --rolled-back %s` and apply again"
        .formatted(migration.name());
  }

  private static Place place(Migration migration, SqlError error) {
    var script = migration.script();
    return error.offset().isPresent() && error.offset().getAsInt() <= script.content().length()
        ? Place.of(script, new Span(error.offset().getAsInt(), error.offset().getAsInt()))
        : new Place.File(script.name());
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

  /// Records that what failed attempts left behind was taken back.
  public void declareRolledBack(List<Recorded> attempts) {
    attempts.stream().filter(Recorded::isFailed).forEach(it -> table.rolledBack(it.id()));
  }

  @Override
  public void close() {
    watch.close();
    session.close();
  }
}
