package lockstep.engine.migrate.prisma;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Progress;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.migration.Forfeit;
import lockstep.migration.Journal;
import lockstep.migration.Migration;
import lockstep.migration.Recorded;

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
    return open(Session.open(url), limits, progress);
  }

  /// Does so by a connection that is there, and belongs to the run from then on.
  public static HistoryRun open(Session session, Limits limits, Progress progress) {
    var patience = limits.patience().lockTimeout();
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

  /// How far a run came.
  ///
  /// @param count how many migrations were applied
  /// @param failure why the next one was not
  public record Applied(int count, Optional<Diagnostic> failure) {}

  /// Applies migrations in order, each in one transaction if its statements allow that, and records
  /// how it went; ends with the first that fails.
  ///
  /// @return why it failed, if one did; what a failure leaves behind is said
  public Applied apply(List<Migration> migrations) {
    var count = 0;
    try (var attempts = Attempts.of(migrations, it -> Attempt.of(it, table, sender))) {
      var isBegun = false;
      for (var now = attempts.next(); now.isPresent(); count++) {
        var attempt = now.get();
        if (sender.isEnding() || !isBegun && !begin(attempt)) {
          forget(attempt);
          return new Applied(count, Optional.of(notBegun(attempt.migration())));
        }
        now = attempts.next();
        isBegun = attempt.mayLeadOn();
        var next = isBegun ? now : Optional.<Attempt>empty();
        var failure = MigrationRun.of(sender, attempt).run(next);
        if (failure.isPresent()) {
          return new Applied(count, failure);
        }
      }
    }
    return new Applied(count, Optional.empty());
  }

  /// Returns whether it was begun before somebody wanted this process to end.
  private boolean begin(Attempt attempt) {
    try {
      session.execute(attempt.opening());
      return true;
    } catch (SqlError.Thrown e) {
      if (sender.wasInterrupted(e.error())) {
        return false;
      }
      throw e;
    }
  }

  /// What was not sent was never begun; where that cannot be recorded any more, it is as if this
  /// had been killed.
  private void forget(Attempt attempt) {
    var _ = session.tryExecute(table.forgetting(attempt.id()));
  }

  private static Diagnostic notBegun(Migration migration) {
    return Diagnostic.of(
            MigrateCode.ENDED_BEFORE,
            "The run was ended before `%s` was begun.".formatted(migration.name()))
        .withAdvice("Nothing of it stands: `lockstep migrate apply` goes on with it.");
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
    return switch (Resumption.ofReturn(down, row)) {
      case Resumption.Refused(var reason) -> Optional.of(reason);
      case Resumption.GoOn(var journal) -> MigrationRun.takeBack(sender, down, row, journal).run();
    };
  }

  /// Returns what rows are lost where a migration is taken back, and its file does not mark.
  ///
  /// @param down what takes it back
  public List<Forfeit> unmarkedLosses(Migration down) {
    return unmarkedLosses(down, session);
  }

  public static List<Forfeit> unmarkedLosses(Migration down, Session session) {
    return DroppedData.unmarked(down.script(), session.url().home()).stream()
        .filter(it -> it.isThere(session))
        .map(DroppedData::forfeit)
        .toList();
  }

  /// Applies one migration as [#apply] does, statement by statement, and watches it.
  public Rehearsed rehearse(Migration migration) {
    var id = UUID.randomUUID().toString();
    sender.begin(table.starting(id, migration, Journal.ofSteps(migration.steps())));
    return new Rehearsal(sender, migration, table.finishing(id)).run();
  }

  /// Takes one migration back as [#rollBack] does, statement by statement, and watches it.
  ///
  /// @param down what takes it back
  /// @param row of when it was applied
  public Rehearsed rehearseBack(Migration down, Recorded row) {
    sender.begin();
    return new Rehearsal(sender, down, table.rollingBack(row.id())).run();
  }

  /// Drops all that is in the database, whoever made it, the history with it; where its address
  /// names a schema, all that is in that.
  public void dropAll() {
    session.execute("begin");
    Emptying.statements(session).forEach(session::execute);
    table.createHome();
    session.execute("commit");
  }

  /// Returns the statements that drop all that is in the database and leave it as a new one is, for
  /// whoever sends them.
  public List<String> emptying() {
    return Emptying.statements(session);
  }

  /// Records migrations as applied that are there already, every one of them or none; where there
  /// is no history, it begins.
  ///
  /// @param attempts to apply them; those that failed count as taken back from then on
  public void declareApplied(List<Migration> migrations, List<Recorded> attempts) {
    session.execute("begin");
    begin();
    declareRolledBack(attempts);
    migrations.forEach(table::declaredApplied);
    session.execute("commit");
  }

  /// Records that what failed attempts left behind was taken back, or what a way back left.
  public void declareRolledBack(List<Recorded> attempts) {
    attempts.stream().filter(Recorded::isUnsettled).forEach(it -> table.rolledBack(it.id()));
  }

  /// Records that all of a migration stands, some of which had been taken back.
  public void declareWhole(Recorded applied) {
    table.whole(applied.id());
  }

  @Override
  public void close() {
    sender.close();
    session.close();
  }
}
