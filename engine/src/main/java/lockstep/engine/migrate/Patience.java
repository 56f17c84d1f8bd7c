package lockstep.engine.migrate;

import java.time.Duration;
import lockstep.plan.PlanScript;

/// How long to wait for others.
///
/// @param lockTimeout of one attempt to get a lock; everybody who needs the table queues behind it
/// @param attempts at least 1
public record Patience(Duration lockTimeout, int attempts) {
  public static final Patience USUAL = new Patience(PlanScript.LOCK_TIMEOUT, 5);
}
