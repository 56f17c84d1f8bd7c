package lockstep.engine.migrate.prisma;

import java.time.Duration;
import java.util.Optional;
import lockstep.engine.Progress;
import lockstep.engine.migrate.ChangeLock;
import lockstep.engine.migrate.Interruption;
import lockstep.engine.migrate.LockWatch;
import lockstep.engine.migrate.Patience;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.Session.Broken;
import lockstep.engine.postgres.SqlError;
import lockstep.migration.Journal.Fate;
import lockstep.sql.Quote;

/// Sends the statements of migrations, within their limits and under the eyes of somebody who looks
/// whom they wait for. Where this process is to end, the statement that runs is cancelled, and no
/// other begins.
final class Sender implements AutoCloseable {
  private final Session session;
  private final Limits limits;
  private final Progress progress;
  private final LockWatch watch;
  private final Interruption interruption;

  Sender(Session session, Limits limits, Progress progress) {
    this.session = session;
    this.limits = limits;
    this.progress = progress;
    this.watch = LockWatch.idle(session.url(), session.serverProcess(), progress);
    this.interruption = Interruption.of(session);
  }

  Session session() {
    return session;
  }

  /// Forgets what another file set, records something, and has the limits hold from then on: one
  /// message, since there may be hundreds of files.
  void begin(String record) {
    session.execute(opening(record));
  }

  /// Returns the statements of [#begin].
  String opening(String record) {
    return fresh() + ";\n" + record + ";\n" + limiting(lockTimeout());
  }

  /// The same for a statement that waits for others for as long as it takes.
  String openingPatiently(String record) {
    return fresh() + ";\n" + record + ";\n" + limiting(0);
  }

  /// Forgets what a file set, and records something at its end. To end this process does not stop
  /// that.
  void end(String record) {
    while (!isDone(fresh() + ";\n" + record)) {
      // The server was told to cancel whatever runs.
    }
  }

  private boolean isDone(String text) {
    try {
      session.execute(text);
      return true;
    } catch (SqlError.Thrown e) {
      if (wasInterrupted(e.error())) {
        return false;
      }
      throw e;
    }
  }

  /// Records something behind a statement that [#openingPatiently] made way for.
  void limitAgain(String record) {
    session.execute(record + ";\n" + exchange(0, lockTimeout()));
  }

  /// Forgets what another file set, and has the limits hold from then on.
  void begin() {
    session.execute(fresh() + ";\n" + limiting(lockTimeout()));
  }

  private String limiting(long lockTimeout) {
    return "set lock_timeout to %d; set statement_timeout to %d"
        .formatted(lockTimeout, limits.statement().map(Duration::toMillis).orElse(0L));
  }

  private long lockTimeout() {
    return Math.max(1, limits.patience().lockTimeout().toMillis());
  }

  /// Ends a transaction that a file left open, and forgets what it set: both would stand in the way
  /// of the record.
  void settle() {
    takeBack();
    session.execute(fresh());
  }

  private void takeBack() {
    if (session.isInTransaction()) {
      session.execute("rollback");
    }
  }

  private String fresh() {
    return "reset session authorization; reset role; reset all; set search_path to "
        + Quote.name(session.url().home());
  }

  /// Returns whether nothing new is to begin: somebody wants this process to end.
  boolean isEnding() {
    return interruption.isWanted();
  }

  /// @param words what is told of it
  Optional<Broken> once(String words, String text) {
    if (isEnding()) {
      return Optional.of(new Broken(SqlError.of(Interruption.STATE, "not begun any more"), 0));
    }
    progress.started(words);
    watch.began();
    try {
      return session.tryAll(text);
    } finally {
      watch.ended();
      progress.finished();
    }
  }

  /// Sends what is one transaction, and again where somebody else stood in its way.
  Optional<Broken> insist(String words, String text) {
    for (var attempt = 1; true; attempt++) {
      var broken = once(words, text);
      if (broken.isEmpty()
          || !Patience.isInTheWay(broken.get().error())
          || !limits.patience().pause(attempt)) {
        return broken;
      }
      takeBack();
    }
  }

  /// Sends what waits for everybody who has a snapshot, and again where somebody with one waits for
  /// this session: `prisma migrate deploy` does in the server until it has its lock, for ten
  /// seconds (Prisma 7). What was left behind is cleared away first.
  Optional<Broken> unhindered(String words, String text) {
    for (var attempt = 1; true; attempt++) {
      var broken = once(words, text);
      if (broken.isEmpty()
          || !Patience.isDeadlock(broken.get().error())
          || Aftermath.of(session, text, Fate.FAILED) != Aftermath.NOTHING
          || !limits.patience().pause(attempt)) {
        return broken;
      }
      ChangeLock.outwait(session);
    }
  }

  /// Sends what is in no transaction and waits for as long as it takes: nobody queues behind it,
  /// and what it has done by then would be lost.
  ///
  /// @param before recorded before it is sent
  /// @param after recorded once it stands
  Optional<Broken> patiently(String words, String text, String before, String after) {
    session.execute(before);
    var isOurs = session.queryOne(exchange(lockTimeout(), 0), row -> row.text(1)).isPresent();
    var broken = unhindered(words, text);
    if (broken.isEmpty()) {
      if (isOurs) {
        limitAgain(after);
      } else {
        session.execute(after);
      }
    }
    return broken;
  }

  /// Returns a query that sets the limit unless a file has set another. The view `pg_settings`
  /// would read all settings for that, each time.
  private static String exchange(long from, long to) {
    return """
    select set_config('lock_timeout', '%d', false)
    where current_setting('lock_timeout')::interval = interval '%d ms'"""
        .formatted(to, from);
  }

  /// Returns whether a statement failed for no other reason than that this process is to end.
  boolean wasInterrupted(SqlError error) {
    return interruption.isWanted() && error.state().equals(Interruption.STATE);
  }

  /// Returns a sentence with a blank behind it about who stood in the way of a statement, if it was
  /// that.
  String blame(SqlError error) {
    return Patience.isInTheWay(error)
        ? watch.subject().map(it -> it + " stood in the way. ").orElse("")
        : "";
  }

  @Override
  public void close() {
    watch.close();
    interruption.close();
  }
}
