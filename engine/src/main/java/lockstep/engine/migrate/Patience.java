package lockstep.engine.migrate;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import lockstep.engine.postgres.SqlError;
import lockstep.plan.PlanScript;

/// How long to wait for others.
///
/// @param lockTimeout of one attempt to get a lock; everybody who needs the table queues behind it
/// @param attempts at least 1
public record Patience(Duration lockTimeout, int attempts) {
  public static final Patience USUAL = new Patience(PlanScript.LOCK_TIMEOUT, 5);

  private static final String DEADLOCK = "40P01";

  /// Returns the usual one but for the time.
  public static Patience of(Duration lockTimeout) {
    return new Patience(lockTimeout, USUAL.attempts());
  }

  /// Returns whether somebody else stood in the way of a statement.
  public static boolean isInTheWay(SqlError error) {
    return error.isLockNotAvailable() || isDeadlock(error);
  }

  /// Returns whether two waited for each other, of whom this one was ended.
  public static boolean isDeadlock(SqlError error) {
    return error.state().equals(DEADLOCK);
  }

  /// Waits until it is time to try again; the time is another each time, so that two who wait for
  /// each other do not meet again.
  ///
  /// @param attempt how many there were
  /// @return whether there is to be another
  public boolean pause(int attempt) {
    var most = 200L << Math.min(attempt, 6);
    return attempt < attempts
        && ChangeLock.pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(100, most)));
  }
}
