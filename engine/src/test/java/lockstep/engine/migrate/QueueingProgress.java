package lockstep.engine.migrate;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lockstep.engine.Progress;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.SqlError;

/// Waits in the server for Prisma's lock when a statement is about to run, for some seconds, as
/// `prisma migrate deploy` does: it has a snapshot meanwhile.
public final class QueueingProgress implements Progress {
  /// Behind `deadlock_timeout` it has looked for a deadlock already, and is not the one to be
  /// ended.
  private static final String IS_QUEUED =
      """
      select exists (
        select from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and not l.granted and d.datname = current_database()
          and clock_timestamp() - l.waitstart > interval '1200 ms')""";

  private final ShadowDatabase database;
  private final String statement;
  private CompletableFuture<Optional<SqlError>> queued =
      CompletableFuture.completedFuture(Optional.empty());

  /// @param statement what the phrase about it says
  public QueueingProgress(ShadowDatabase database, String statement) {
    this.database = database;
    this.statement = statement;
  }

  /// Returns why the lock was not had; empty where it was, or nobody asked for it.
  public Optional<SqlError> refusal() {
    return queued.join();
  }

  @Override
  public void started(String what) {
    if (what.contains(statement) && queued.isDone() && refusal().isEmpty()) {
      queued = CompletableFuture.supplyAsync(this::queue);
      while (!isQueued()) {
        Thread.onSpinWait();
      }
    }
  }

  private Optional<SqlError> queue() {
    try (var session = Session.open(database.url())) {
      session.execute("set statement_timeout to 4000");
      return session.tryExecute("select pg_advisory_lock(72707369)");
    }
  }

  private boolean isQueued() {
    return database.session().queryOne(IS_QUEUED, row -> row.isTrue(1)).equals(Optional.of(true));
  }

  @Override
  public void advanced(long done, long total) {}

  @Override
  public void finished() {}
}
