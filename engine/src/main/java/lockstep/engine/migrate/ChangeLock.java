package lockstep.engine.migrate;

import java.time.Duration;
import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.Session;

/// The right to change a database: one process has it at a time, until its session ends.
public final class ChangeLock {
  /// A number of our own, `lockstep` in ASCII.
  private static final long NUMBER = 0x6c6f636b73746570L;

  private static final Duration BETWEEN = Duration.ofMillis(100);

  private ChangeLock() {}

  /// Waits for it, but not longer than told.
  ///
  /// @throws EnvironmentException where another process still has it then
  public static void take(Session session, Duration most) {
    var end = System.nanoTime() + most.toNanos();
    // Asks again and again: a session that waits in the server has a snapshot, and what is built
    // concurrently waits for the end of every one.
    while (!isTaken(session)) {
      if (System.nanoTime() >= end || !pause(BETWEEN)) {
        throw EnvironmentException.of(
            MigrateCode.BUSY,
            "Another process is changing the database `%s` right now."
                .formatted(session.url().database()),
            "Wait until it is done, and try again.");
      }
    }
  }

  private static boolean isTaken(Session session) {
    return session
        .queryOne("select pg_try_advisory_lock(" + NUMBER + ")", row -> row.isTrue(1))
        .equals(Optional.of(true));
  }

  /// Returns whether the time went by: an interrupted thread does not wait.
  static boolean pause(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
