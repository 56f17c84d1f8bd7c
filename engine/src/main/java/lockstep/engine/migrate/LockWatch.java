package lockstep.engine.migrate;

import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;

/// Looks from a connection of its own who stands in the way of a session, until it is closed. Only
/// while a session waits does the server know whom for.
public final class LockWatch implements AutoCloseable {
  private static final int PAUSE_MS = 50;

  private final ConnectionUrl url;
  private final int waiting;
  private final Progress progress;
  private final Thread thread;
  private volatile Optional<Blocker> blocker = Optional.empty();

  private LockWatch(ConnectionUrl url, int waiting, Progress progress) {
    this.url = url;
    this.waiting = waiting;
    this.progress = progress;
    thread = Thread.ofVirtual().name("lock watch").start(this::watch);
  }

  /// @param waiting the server's process of the session that may have to wait
  /// @param progress is told whom for, whenever that changes
  public static LockWatch start(ConnectionUrl url, int waiting, Progress progress) {
    return new LockWatch(url, waiting, progress);
  }

  /// Returns who stood in the way last, if anybody did.
  Optional<Blocker> blocker() {
    return blocker;
  }

  /// Returns who that was, as a sentence begins with it.
  public Optional<String> subject() {
    return blocker.map(Blocker::subject);
  }

  private void watch() {
    var told = Optional.<Integer>empty();
    var query = Blocker.query("pid = any (pg_blocking_pids(%d))".formatted(waiting));
    try (var session = Session.open(url)) {
      while (!Thread.currentThread().isInterrupted()) {
        var now = session.queryOne(query, Blocker::of);
        if (!now.map(Blocker::process).equals(told)) {
          told = now.map(Blocker::process);
          progress.waiting(now.map(Blocker::words));
        }
        if (now.isPresent()) {
          blocker = now;
        }
        Thread.sleep(PAUSE_MS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (EnvironmentException | SqlError.Thrown _) {
      // Then nobody knows; what matters is said by the session that waits.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
