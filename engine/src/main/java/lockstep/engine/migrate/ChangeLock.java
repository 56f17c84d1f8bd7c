package lockstep.engine.migrate;

import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.Session;

/// The right to change a database: one process has it at a time, until its session ends.
public final class ChangeLock {
  /// A number of our own, `lockstep` in ASCII.
  private static final long NUMBER = 0x6c6f636b73746570L;

  private ChangeLock() {}

  /// @throws EnvironmentException where another process has it
  public static void take(Session session) {
    var isFree =
        session.queryOne("select pg_try_advisory_lock(" + NUMBER + ")", row -> row.isTrue(1));
    if (!isFree.equals(Optional.of(true))) {
      throw EnvironmentException.of(
          MigrateCode.BUSY,
          "Another process is changing the database `%s` right now."
              .formatted(session.url().database()),
          "Wait until it is done, and try again.");
    }
  }
}
