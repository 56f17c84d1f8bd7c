package lockstep.engine.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.plan.Conduct.Transaction;
import lockstep.plan.Conduct.Work;
import lockstep.plan.Plan;
import lockstep.plan.Step;
import lockstep.schema.Identifier;
import lockstep.schema.Schema;
import lockstep.sql.Quote;

/// Runs a plan on a database.
public final class PlanRun {
  /// Of work that only touches the catalog; what reads or writes every row has no limit.
  private static final int CATALOG_TIMEOUT_MS = 60_000;

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK = "40P01";

  private final Session session;
  private final Patience patience;
  private int done;

  private PlanRun(Session session, Patience patience) {
    this.session = session;
    this.patience = patience;
  }

  /// @param done how many steps stand, from the first on
  /// @param failure why the others do not
  public record Outcome(int done, Optional<Diagnostic> failure) {}

  /// Runs the steps in their order until one fails. Those of one transaction stand all or not at
  /// all.
  public static Outcome of(Plan plan, ConnectionUrl url, Patience patience) {
    try (var session = Session.open(url)) {
      ChangeLock.take(session);
      var home = url.namespace().map(Identifier::of).orElse(Schema.DEFAULT_NAMESPACE);
      session.execute("set search_path to " + Quote.name(home));
      session.execute("set check_function_bodies to off");
      var run = new PlanRun(session, patience);
      var failure = run.failure(plan);
      return new Outcome(run.done, failure);
    }
  }

  private Optional<Diagnostic> failure(Plan plan) {
    for (var batch : batches(plan.steps())) {
      var failure = insist(batch);
      if (failure.isPresent()) {
        return failure;
      }
      done += batch.size();
    }
    return Optional.empty();
  }

  private static List<List<Step>> batches(List<Step> steps) {
    var batches = new ArrayList<List<Step>>();
    var open = new ArrayList<Step>();
    for (var step : steps) {
      if (step.conduct().transaction() == Transaction.SHARED) {
        open.add(step);
      } else {
        if (!open.isEmpty()) {
          batches.add(List.copyOf(open));
          open.clear();
        }
        batches.add(List.of(step));
      }
    }
    if (!open.isEmpty()) {
      batches.add(List.copyOf(open));
    }
    return batches;
  }

  /// Tries again where somebody else stood in the way, after a pause that is another each time, so
  /// that two who wait for each other do not meet again.
  private Optional<Diagnostic> insist(List<Step> batch) {
    for (var attempt = 1; ; attempt++) {
      var failure = attempt(batch);
      if (failure.isEmpty()) {
        return Optional.empty();
      }
      var isWaiting = isInTheWay(failure.get().error());
      if (!isWaiting || attempt >= patience.attempts()) {
        return Optional.of(isWaiting ? noLock(failure.get()) : failed(failure.get()));
      }
      pause(attempt);
    }
  }

  private record Failure(Step step, SqlError error) {}

  private static boolean isInTheWay(SqlError error) {
    return error.state().equals(LOCK_NOT_AVAILABLE) || error.state().equals(DEADLOCK);
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(100, 200L << Math.min(attempt, 6)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Failure> attempt(List<Step> batch) {
    return batch.getFirst().conduct().transaction() == Transaction.NONE
        ? alone(batch.getFirst())
        : together(batch);
  }

  private Optional<Failure> together(List<Step> batch) {
    session.execute("begin");
    for (var step : batch) {
      session.execute(limits("set local ", step));
      var error = session.tryExecute(step.sql());
      if (error.isPresent()) {
        session.execute("rollback");
        return Optional.of(new Failure(step, error.get()));
      }
    }
    return session.tryExecute("commit").map(it -> new Failure(batch.getLast(), it));
  }

  /// An index whose concurrent building failed is left behind invalid; it goes before anybody tries
  /// again.
  private Optional<Failure> alone(Step step) {
    session.execute(limits("set ", step));
    var error = session.tryExecute(step.sql());
    session.execute("reset statement_timeout; reset lock_timeout");
    if (error.isPresent()
        && step.conduct().work() == Work.BUILD
        && step.reverse() instanceof Step.Reverse.Statement(var undo)) {
      session.tryExecute(undo);
    }
    return error.map(it -> new Failure(step, it));
  }

  private String limits(String set, Step step) {
    var statement = step.conduct().work() == Work.CATALOG ? CATALOG_TIMEOUT_MS : 0;
    return "%slock_timeout to %d; %sstatement_timeout to %d"
        .formatted(set, patience.lockTimeout().toMillis(), set, statement);
  }

  private Diagnostic failed(Failure failure) {
    var error = failure.error();
    return Diagnostic.of(
            MigrateCode.STEP_FAILED,
            "`%s` failed: %s (%s)%s. %s"
                .formatted(
                    firstLine(failure.step()),
                    error.message(),
                    error.state(),
                    error.detail().map(it -> ": " + it.replaceFirst("\\.$", "")).orElse(""),
                    whatStands()))
        .withAdvice("Mend what it says, and run the same command again: it goes on from here.");
  }

  private Diagnostic noLock(Failure failure) {
    return Diagnostic.of(
            MigrateCode.NO_LOCK,
            "Others held %s for longer than %d ms, %d times. %s"
                .formatted(
                    failure.step().object(),
                    patience.lockTimeout().toMillis(),
                    patience.attempts(),
                    whatStands()))
        .withAdvice(
            "Look for long transactions in pg_stat_activity, or wait longer with"
                + " `--lock-timeout`.");
  }

  private String whatStands() {
    return done == 0
        ? "Nothing was changed."
        : "The first %d statements stand, the others do not.".formatted(done);
  }

  private static String firstLine(Step step) {
    return step.sql().lines().findFirst().orElse("");
  }
}
