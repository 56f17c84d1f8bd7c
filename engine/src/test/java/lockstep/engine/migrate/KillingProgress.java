package lockstep.engine.migrate;

import lockstep.engine.Progress;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.ShadowDatabase;

/// Ends the session that changes a database when it is about to run one of its steps.
public final class KillingProgress implements Progress {
  /// Whoever holds the advisory lock is changing the database.
  private static final String KILL =
      """
      select pg_terminate_backend(l.pid, 10000)
      from pg_locks l join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and d.datname = current_database()""";

  private final ShadowDatabase database;
  private final int place;
  private int count;

  /// @param place of the step that does not run, from 1
  public KillingProgress(ShadowDatabase database, int place) {
    this.database = database;
    this.place = place;
  }

  @Override
  public void started(String what) {
    if (++count == place) {
      try (var session = Session.open(database.url())) {
        session.execute(KILL);
      }
    }
  }

  @Override
  public void advanced(long done, long total) {}

  @Override
  public void finished() {}
}
