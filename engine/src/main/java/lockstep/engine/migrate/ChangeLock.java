package lockstep.engine.migrate;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.postgres.Session;

/// The right to change a database: one process has it at a time, until its session ends.
public enum ChangeLock {
  /// That of whatever we change, by a number of our own, `lockstep` in ASCII.
  OURS(0x6c6f636b73746570L),
  /// That of Prisma's histories, under which it deploys and resolves (Prisma 7).
  PRISMA(72707369L);

  private static final Duration BETWEEN = Duration.ofMillis(100);

  /// For so long `prisma migrate deploy` waits for its lock (Prisma 7), and some more.
  private static final Duration OF_PRISMA = Duration.ofSeconds(12);

  private final long number;

  ChangeLock(long number) {
    this.number = number;
  }

  /// Waits for it, but not longer than told.
  ///
  /// @param progress is told whom for
  /// @throws EnvironmentException where another process still has it then, or where nobody can have
  ///   it, as through a pooler
  public void take(Session session, Duration most, Progress progress) {
    Pooler.refuse(session);
    if (isTaken(session)) {
      return;
    }
    progress.started("Changing the database " + session.url().database());
    try {
      insist(session, most, progress);
    } finally {
      progress.finished();
    }
  }

  /// Asks again and again: a session that waits in the server has a snapshot, and what is built
  /// concurrently waits for the end of every one.
  private void insist(Session session, Duration most, Progress progress) {
    var end = System.nanoTime() + most.toNanos();
    var told = Optional.<Blocker>empty();
    while (true) {
      var holder = session.queryOne(holderQuery(), Blocker::of);
      if (!holder.map(Blocker::process).equals(told.map(Blocker::process))) {
        progress.waiting(holder.map(Blocker::words));
        told = holder;
      }
      if (System.nanoTime() >= end || !pause(BETWEEN)) {
        throw busy(session.url().database(), told);
      }
      if (isTaken(session)) {
        return;
      }
    }
  }

  private static EnvironmentException busy(String database, Optional<Blocker> holder) {
    return new EnvironmentException(
        said(database, holder).withAdvice("Wait until it is done, and try again."));
  }

  /// Returns a note about who changes the database at this moment, if anybody does: what somebody
  /// reads of it meanwhile is not how it will be.
  public static Optional<Diagnostic> inUse(Session session) {
    return Stream.of(values())
        .flatMap(it -> session.queryOne(it.holderQuery(), Blocker::of).stream())
        .findFirst()
        .map(
            it ->
                said(session.url().database(), Optional.of(it))
                    .withSeverity(Severity.NOTE)
                    .withAdvice("What is not finished may be what it is at: ask again later."));
  }

  private static Diagnostic said(String database, Optional<Blocker> holder) {
    return Diagnostic.of(
        MigrateCode.BUSY,
        "%s is changing the database `%s` right now."
            .formatted(holder.map(Blocker::subject).orElse("Another process"), database));
  }

  private boolean isTaken(Session session) {
    return session
        .queryOne("select pg_try_advisory_lock(" + number + ")", row -> row.isTrue(1))
        .equals(Optional.of(true));
  }

  /// A lock by one number is listed by its two halves (PostgreSQL 18, 53.13).
  private String holderQuery() {
    return Blocker.query(
        """
        pid in (
          select pid from pg_locks
          where locktype = 'advisory' and granted and objsubid = 1
            and database = (select oid from pg_database where datname = current_database())
            and classid = %d and objid = %d)"""
            .formatted(number >>> 32, number & 0xffffffffL));
  }

  /// Waits until nobody waits in the server for what a session has, or for as long as Prisma would.
  public static void outwait(Session session) {
    var end = System.nanoTime() + OF_PRISMA.toNanos();
    while (isAwaited(session) && System.nanoTime() < end && pause(BETWEEN)) {
      // Whoever waits gives up, or is ended.
    }
  }

  private static boolean isAwaited(Session session) {
    return session
        .queryOne(
            """
            select exists (
              select from pg_locks
              where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))""",
            row -> row.isTrue(1))
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
