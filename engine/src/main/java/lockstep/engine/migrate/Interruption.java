package lockstep.engine.migrate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lockstep.engine.postgres.Session;

/// Somebody wants this process to end, as by Ctrl-C. The statement that a session runs is cancelled
/// on the server, and there is some time to record what that left, and to say so.
public final class Interruption implements AutoCloseable {
  /// What the server says of a statement that was cancelled.
  public static final String STATE = "57014";

  private static final int MOST_TRIES = 100;
  private static final int BETWEEN_MS = 100;

  /// Who has said it ends the process himself, which ends this waiting too.
  private static final int TO_SAY_IT_MS = 3000;

  private final Session session;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean isWanted;

  private Interruption(Session session) {
    this.session = session;
    this.hook = Thread.ofPlatform().name("interruption").unstarted(this::end);
  }

  /// Looks after a session until it is closed.
  public static Interruption of(Session session) {
    var interruption = new Interruption(session);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /// Returns whether nothing new is to begin.
  public boolean isWanted() {
    return isWanted;
  }

  /// Cancels again and again: a statement may just have been about to begin.
  private void end() {
    isWanted = true;
    try {
      for (var tries = 0; tries < MOST_TRIES; tries++) {
        session.cancel();
        if (ended.await(BETWEEN_MS, TimeUnit.MILLISECONDS)) {
          Thread.sleep(TO_SAY_IT_MS);
          return;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process ends already.
    }
  }
}
