package lockstep.engine.migrate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Progress;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.plan.Conduct.Transaction;
import lockstep.plan.Conduct.Work;
import lockstep.plan.Plan;
import lockstep.plan.Step;
import lockstep.sql.Masked;
import lockstep.sql.Quote;

/// Runs plans on a database. From opening to closing nobody else does.
public final class PlanRun implements AutoCloseable {
  /// Work on the catalog that takes longer has waited for a lock.
  private static final Duration NOTICEABLE = Duration.ofMillis(50);

  private static final String ALREADY_THERE = "42P07";

  private final Session session;
  private final Patience patience;
  private final Progress progress;
  private Optional<String> leftover = Optional.empty();
  private int done;

  private PlanRun(Session session, Patience patience, Progress progress) {
    this.session = session;
    this.patience = patience;
    this.progress = progress;
  }

  /// @param done how many steps stand, from the first on
  /// @param failure why the others do not
  public record Outcome(int done, Optional<Diagnostic> failure) {}

  /// Waits until nobody else changes the database, but not longer than for one lock.
  ///
  /// @param progress is told of each step before it runs
  public static PlanRun open(ConnectionUrl url, Patience patience, Progress progress) {
    var session = Session.open(url);
    try {
      ChangeLock.OURS.take(session, patience.lockTimeout(), progress);
      prepare(session);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
    return new PlanRun(session, patience, progress);
  }

  private static void prepare(Session session) {
    session.workIn(session.url().home());
    session.execute("set check_function_bodies to off");
    // The server notices soon where we are killed, and holds no lock for nobody (from 14, not on
    // every system).
    session.tryExecute("set client_connection_check_interval to 1000");
  }

  /// Runs the steps in their order until one fails. Those of one transaction stand all or not at
  /// all.
  public Outcome run(Plan plan) {
    done = 0;
    for (var batch : plan.batches()) {
      var failure = insist(batch);
      if (failure.isPresent()) {
        return new Outcome(done, failure);
      }
      done += batch.size();
    }
    return new Outcome(done, Optional.empty());
  }

  @Override
  public void close() {
    session.close();
  }

  /// Tries again where somebody else stood in the way. Somebody looks who that is: from the second
  /// time on, and from the first where a step runs alone, which may wait long.
  private Optional<Diagnostic> insist(List<Step> batch) {
    if (isAlone(batch)) {
      try (var watch = watch()) {
        return insist(batch, attempt(batch), watch);
      }
    }
    var failure = attempt(batch);
    if (failure.isEmpty()) {
      return Optional.empty();
    }
    try (var watch = watch()) {
      return insist(batch, failure, watch);
    }
  }

  private Optional<Diagnostic> insist(List<Step> batch, Optional<Failure> first, LockWatch watch) {
    var failure = first;
    for (var attempt = 1; failure.isPresent(); attempt++) {
      if (!Patience.isInTheWay(failure.get().error())) {
        return Optional.of(failed(failure.get()));
      }
      if (!patience.pause(attempt)) {
        return Optional.of(noLock(failure.get(), watch.blocker()));
      }
      failure = attempt(batch);
    }
    return Optional.empty();
  }

  private static boolean isAlone(List<Step> batch) {
    return batch.getFirst().conduct().transaction() == Transaction.NONE;
  }

  private LockWatch watch() {
    return LockWatch.start(session.url(), session.serverProcess(), progress);
  }

  private record Failure(Step step, SqlError error) {}

  private Optional<Failure> attempt(List<Step> batch) {
    return isAlone(batch) ? alone(batch.getFirst()) : together(batch);
  }

  /// Whoever waits for the first table of a transaction waits while this waits for the second, so
  /// that all of it may wait no longer than one of them.
  private Optional<Failure> together(List<Step> batch) {
    session.execute("begin");
    var left = patience.lockTimeout();
    for (var step : batch) {
      session.execute(limits("set local ", step, left));
      var start = System.nanoTime();
      var error = tell(step);
      if (error.isPresent()) {
        session.execute("rollback");
        return Optional.of(new Failure(step, error.get()));
      }
      var took = Duration.ofNanos(System.nanoTime() - start);
      if (step.conduct().work() == Work.CATALOG && took.compareTo(NOTICEABLE) > 0) {
        left = left.minus(took);
      }
    }
    return session.tryExecute("commit").map(it -> new Failure(batch.getLast(), it));
  }

  private Optional<SqlError> tell(Step step) {
    progress.started(Masked.firstLine(step.sql()));
    try {
      return session.tryExecute(step.sql());
    } finally {
      progress.finished();
    }
  }

  private Optional<Failure> alone(Step step) {
    var error = clearAway();
    if (error.isEmpty()) {
      var isOurs = built(step).filter(it -> !session.hasRelation(it)).isPresent();
      session.execute(limits("set ", step, patience.lockTimeout()));
      error = tell(step);
      if (isOurs && error.isPresent()) {
        left(step, error.get());
      }
    }
    session.execute("reset statement_timeout; reset lock_timeout");
    return error.map(it -> new Failure(step, it));
  }

  /// An index whose concurrent building failed is left behind invalid; it goes at once, or, where
  /// somebody is in the way of that too, before anybody tries again.
  private void left(Step step, SqlError error) {
    if (!error.state().equals(ALREADY_THERE) && built(step).filter(this::isInvalid).isPresent()) {
      leftover = undo(step);
      clearAway();
    }
  }

  /// Returns the index that a step builds, as SQL names it. One that is there already is somebody
  /// else's, who may be building it just now.
  private static Optional<String> built(Step step) {
    return step.conduct().work() == Work.BUILD
        ? undo(step).map(it -> it.replaceFirst("^DROP INDEX CONCURRENTLY ", ""))
        : Optional.empty();
  }

  private static Optional<String> undo(Step step) {
    return step.reverse() instanceof Step.Reverse.Statement(var undo)
        ? Optional.of(undo)
        : Optional.empty();
  }

  private boolean isInvalid(String index) {
    var query =
        "select count(*) from pg_index where not indisvalid and indexrelid = to_regclass(%s)"
            .formatted(Quote.literal(index));
    return session.queryOne(query, row -> row.integer(1)).equals(Optional.of(1));
  }

  private Optional<SqlError> clearAway() {
    session.execute("set lock_timeout to %d".formatted(patience.lockTimeout().toMillis()));
    var error = leftover.flatMap(session::tryExecute).filter(Patience::isInTheWay);
    if (error.isEmpty()) {
      leftover = Optional.empty();
    }
    return error;
  }

  private String limits(String set, Step step, Duration lock) {
    var wait = step.conduct().isPatient() ? 0 : Math.max(1, lock.toMillis());
    var statement = step.conduct().limit().map(it -> it.toMillis() + wait).orElse(0L);
    return "%slock_timeout to %d; %sstatement_timeout to %d".formatted(set, wait, set, statement);
  }

  private Diagnostic failed(Failure failure) {
    var error = failure.error();
    return Diagnostic.of(
            MigrateCode.STEP_FAILED,
            "`%s` failed: %s. %s"
                .formatted(Masked.firstLine(failure.step().sql()), error.inWords(), whatStands()))
        .withAdvice("Mend what it says, and run the same command again: it goes on from here.");
  }

  private Diagnostic noLock(Failure failure, Optional<Blocker> blocker) {
    return Diagnostic.of(
            MigrateCode.NO_LOCK,
            "%s stood in the way of %s for longer than %d ms, %s. %s"
                .formatted(
                    blocker.map(Blocker::subject).orElse("Others"),
                    failure.step().object(),
                    patience.lockTimeout().toMillis(),
                    patience.attempts() == 1 ? "once" : patience.attempts() + " times",
                    whatStands()))
        .withAdvice(
            blocker
                .map(
                    it ->
                        ("Let it end, end it by `SELECT pg_terminate_backend(%d)`, or wait longer with"
                                + " `--lock-timeout`.")
                            .formatted(it.process()))
                .orElse(
                    "Look for long transactions in pg_stat_activity, or wait longer with"
                        + " `--lock-timeout`."));
  }

  private String whatStands() {
    var stands =
        done == 0
            ? "Nothing was changed."
            : "The first %d statements stand, the others do not.".formatted(done);
    return leftover.isEmpty() ? stands : stands + " An invalid index is left behind.";
  }
}
