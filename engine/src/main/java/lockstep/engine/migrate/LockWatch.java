package lockstep.engine.migrate;

import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.sql.Quote;

/// Looks from a connection of its own who stands in the way of a session, until it is closed. Only
/// while a session waits does the server know whom for, and nobody waits who is done at once: the
/// connection is made for the first statement that takes longer than that.
public final class LockWatch implements AutoCloseable {
  private static final int PAUSE_MS = 50;

  private final ConnectionUrl url;

  /// An SQL expression for the server's process that waits.
  private final String waiting;

  private final Progress progress;
  private final Thread thread;
  private volatile Optional<Blocker> blocker = Optional.empty();

  /// Counts the beginnings and ends of statements: odd while one runs.
  private volatile int turns;

  private LockWatch(ConnectionUrl url, String waiting, Progress progress, int turns) {
    this.url = url;
    this.waiting = waiting;
    this.progress = progress;
    this.turns = turns;
    // Not a virtual one: those poll sockets in native code, which a process that ends waits for.
    thread = Thread.ofPlatform().daemon().name("lock watch").start(this::watch);
  }

  /// Looks all the time.
  ///
  /// @param waiting the server's process of the session that may have to wait
  /// @param progress is told whom for, whenever that changes
  public static LockWatch start(ConnectionUrl url, int waiting, Progress progress) {
    return new LockWatch(url, Integer.toString(waiting), progress, 1);
  }

  /// Looks all the time after another program.
  ///
  /// @param application what the session that may have to wait calls itself
  /// @param progress is told whom for, whenever that changes
  public static LockWatch start(ConnectionUrl url, String application, Progress progress) {
    var process =
        "(select max(pid) from pg_stat_activity where application_name = %s)"
            .formatted(Quote.literal(application));
    return new LockWatch(url, process, progress, 1);
  }

  /// Looks while a statement runs, of which it is told.
  ///
  /// @param waiting the server's process of the session that may have to wait
  /// @param progress is told whom for, whenever that changes
  public static LockWatch idle(ConnectionUrl url, int waiting, Progress progress) {
    return new LockWatch(url, Integer.toString(waiting), progress, 0);
  }

  /// A statement begins.
  public void began() {
    turns = turns + 1;
  }

  /// It ended.
  public void ended() {
    turns = turns + 1;
  }

  /// Returns who stood in the way last, if anybody did.
  Optional<Blocker> blocker() {
    return blocker;
  }

  /// Returns who that was, as a sentence begins with it.
  public Optional<String> subject() {
    return blocker.map(Blocker::subject);
  }

  /// Returns the same, in the middle of one.
  public Optional<String> words() {
    return blocker.map(Blocker::words);
  }

  private void watch() {
    try {
      while (!isLong()) {
        // Nobody waits yet.
      }
      try (var session = Session.open(url)) {
        look(session);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (EnvironmentException | SqlError.Thrown _) {
      // Then nobody knows; what matters is said by the session that waits.
    }
  }

  /// Returns whether one statement ran for a whole pause.
  private boolean isLong() throws InterruptedException {
    var before = turns;
    Thread.sleep(PAUSE_MS);
    return isRunning() && turns == before;
  }

  private boolean isRunning() {
    return turns % 2 != 0;
  }

  private void look(Session session) throws InterruptedException {
    var told = Optional.<Integer>empty();
    var query = Blocker.query("pid = any (pg_blocking_pids(%s))".formatted(waiting));
    while (!Thread.currentThread().isInterrupted()) {
      var now = isRunning() ? session.queryOne(query, Blocker::of) : Optional.<Blocker>empty();
      if (!now.map(Blocker::process).equals(told)) {
        told = now.map(Blocker::process);
        progress.waiting(now.map(Blocker::words));
      }
      if (now.isPresent()) {
        blocker = now;
      }
      Thread.sleep(PAUSE_MS);
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
