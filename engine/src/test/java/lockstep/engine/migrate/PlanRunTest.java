package lockstep.engine.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import lockstep.diff.Difference;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.testing.Postgres;
import lockstep.plan.Plan;
import lockstep.plan.Planner;
import lockstep.plan.Style;
import lockstep.schema.Schema;
import org.junit.jupiter.api.Test;

@Postgres
public class PlanRunTest {
  private static final Patience SHORT = new Patience(Duration.ofMillis(400), 4);

  /// For what happens at once, unless it never does.
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private static final String USERS =
      """
      create table users (id int primary key, email text);
      create table orders (id int primary key);
      insert into users select i, 'u' || i from generate_series(1, 20) i;
      """;

  /// Runs a plan without hurry.
  public static PlanRun.Outcome run(Plan plan, ShadowDatabase database) {
    return run(plan, database, Patience.USUAL);
  }

  private static PlanRun.Outcome run(Plan plan, ShadowDatabase database, Patience patience) {
    try (var run = PlanRun.open(database.url(), patience, Progress.SILENT)) {
      return run.run(plan);
    }
  }

  private static Plan plan(ShadowDatabase from, Shadow shadow, String change) {
    try (var to = shadow.create()) {
      to.session().execute(USERS + change);
      return Planner.plan(
          Difference.between(read(from), read(to)), Style.ONLINE, shadow.serverVersion());
    }
  }

  private static Schema read(ShadowDatabase database) {
    return Introspector.read(database.session(), IntrospectionOptions.everything("database"))
        .schema();
  }

  private static String invalidIndexes(ShadowDatabase database) {
    return database
        .session()
        .queryOne("select count(*) from pg_index where not indisvalid", row -> row.text(1))
        .orElseThrow();
  }

  @Test
  void whoeverDoesNotGetALockGivesUpInTimeAndSaysWhoHoldsIt(
      ShadowDatabase database, Shadow shadow) {
    database.session().execute(USERS);
    var plan = plan(database, shadow, "alter table users add age int");
    try (var other = Session.open(database.url())) {
      other.execute(
          "set application_name to 'nightly report'; begin; lock table users in share mode");
      var start = System.nanoTime();
      var failure = run(plan, database, SHORT).failure().orElseThrow();
      var took = Duration.ofNanos(System.nanoTime() - start);
      assertThat(failure.code()).isEqualTo(MigrateCode.NO_LOCK);
      assertThat(failure.fact())
          .contains("Process " + other.serverProcess() + " (user ")
          .contains("nightly report, idle in transaction for ")
          .endsWith("longer than 400 ms, 4 times. Nothing was changed.");
      assertThat(failure.advice().orElseThrow())
          .contains("pg_terminate_backend(" + other.serverProcess() + ")");
      assertThat(took).isGreaterThan(Duration.ofMillis(1600));
      assertThat(read(database)).isEqualTo(before(shadow));
    }
    assertThat(run(plan, database).failure()).isEmpty();
  }

  private static Schema before(Shadow shadow) {
    try (var fresh = shadow.create()) {
      fresh.session().execute(USERS);
      return read(fresh);
    }
  }

  @Test
  void aLockThatIsFreeLaterIsGotLater(ShadowDatabase database, Shadow shadow) throws Exception {
    database.session().execute(USERS);
    var plan = plan(database, shadow, "alter table users add age int");
    var said = new Said();
    try (var other = Session.open(database.url())) {
      other.execute("begin; lock table users in share mode");
      var run = started(plan, database, said);
      // Whom a step waits for is told from the second attempt on.
      await(() -> !said.whom().isEmpty());
      other.execute("rollback");
      assertThat(run.get().failure()).isEmpty();
    }
  }

  private static boolean isSomebodyWaiting(Session session) {
    var query = "select count(*) from pg_locks where not granted";
    return !session.query(query, row -> row.text(1)).equals(List.of("0"));
  }

  private static void await(BooleanSupplier fact) {
    var start = System.nanoTime();
    while (!fact.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
      Thread.onSpinWait();
    }
  }

  /// Whoever wants the first table waits while this waits for the second.
  @Test
  void aTransactionWaitsNoLongerThanForOneLock(ShadowDatabase database, Shadow shadow)
      throws Exception {
    database.session().execute(USERS);
    var plan = plan(database, shadow, "alter table orders add a int; alter table users add a int");
    var patience = new Patience(Duration.ofSeconds(3), 1);
    try (var first = Session.open(database.url());
        var second = Session.open(database.url())) {
      first.execute("begin; lock table orders in share mode");
      second.execute("begin; lock table users in share mode");
      var start = System.nanoTime();
      var run = CompletableFuture.supplyAsync(() -> run(plan, database, patience));
      await(() -> isSomebodyWaiting(first));
      Thread.sleep(2000);
      first.execute("rollback");
      assertThat(run.get().failure().orElseThrow().code()).isEqualTo(MigrateCode.NO_LOCK);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(4900));
    }
  }

  /// Nobody who reads or writes queues behind what is built concurrently, so it may wait.
  @Test
  void anIndexThatIsBuiltBesideOthersWaitsForThemAndSaysWhom(ShadowDatabase database, Shadow shadow)
      throws Exception {
    database.session().execute(USERS);
    var plan = plan(database, shadow, "create index users_email on users (email)");
    var said = new Said();
    try (var other = Session.open(database.url())) {
      other.execute("begin; update users set email = 'x'");
      var run = started(plan, database, said);
      await(() -> !said.whom().isEmpty());
      assertThat(said.whom().getFirst().orElseThrow())
          .startsWith("process " + other.serverProcess() + " (user ");
      Thread.sleep(SHORT.lockTimeout().multipliedBy(2));
      assertThat(run).isNotDone();
      other.execute("rollback");
      assertThat(run.get().failure()).isEmpty();
    }
    assertThat(invalidIndexes(database)).isEqualTo("0");
  }

  private static CompletableFuture<PlanRun.Outcome> started(
      Plan plan, ShadowDatabase database, Progress progress) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (var run = PlanRun.open(database.url(), SHORT, progress)) {
            return run.run(plan);
          }
        });
  }

  /// For whom a step waited, in order.
  private record Said(List<Optional<String>> whom) implements Progress {
    Said() {
      this(new CopyOnWriteArrayList<>());
    }

    @Override
    public void started(String what) {}

    @Override
    public void advanced(long done, long total) {}

    @Override
    public void waiting(Optional<String> now) {
      whom.add(now);
    }

    @Override
    public void finished() {}
  }

  private static void cancel(Session session) {
    var builds =
        """
        select count(pg_cancel_backend(pid)) from pg_stat_activity
        where datname = current_database() and query like '% INDEX CONCURRENTLY %'
          and wait_event_type = 'Lock' and pid <> pg_backend_pid()
        """;
    await(() -> !session.queryOne(builds, row -> row.integer(1)).equals(Optional.of(0)));
  }

  /// Dropping what is left of an index would wait for the other's transaction as well, and that not
  /// for ever.
  @Test
  void anIndexWhoseBuildingWasEndedIsSaidToBeLeftBehindAndBuiltAnew(
      ShadowDatabase database, Shadow shadow) throws Exception {
    database.session().execute(USERS);
    var plan = plan(database, shadow, "create index users_email on users (email)");
    try (var other = Session.open(database.url())) {
      other.execute("begin; update users set email = 'x'");
      var run = started(plan, database, Progress.SILENT);
      cancel(database.session());
      var failure = run.get().failure().orElseThrow();
      assertThat(failure.code()).isEqualTo(MigrateCode.STEP_FAILED);
      assertThat(failure.fact()).endsWith("Nothing was changed. An invalid index is left behind.");
      other.execute("rollback");
    }
    assertThat(invalidIndexes(database)).isEqualTo("1");
    var rest = plan(database, shadow, "create index users_email on users (email)");
    assertThat(rest.toSql())
        .isEqualTo(
            """
            -- DropIndex
            DROP INDEX CONCURRENTLY "users_email";

            -- CreateIndex
            CREATE INDEX CONCURRENTLY "users_email" ON "users"("email");
            """);
    assertThat(run(rest, database).failure()).isEmpty();
    assertThat(plan(database, shadow, "create index users_email on users (email)").steps())
        .isEmpty();
  }

  @Test
  void anIndexThatCannotBeUniqueLeavesNothingBehind(ShadowDatabase database, Shadow shadow) {
    database.session().execute(USERS);
    var plan = plan(database, shadow, "create unique index users_email on users (email)");
    database.session().execute("insert into users values (101, 'u1')");
    var failure = run(plan, database).failure().orElseThrow();
    assertThat(failure.code()).isEqualTo(MigrateCode.STEP_FAILED);
    assertThat(failure.fact()).contains("23505").endsWith("Nothing was changed.");
    assertThat(invalidIndexes(database)).isEqualTo("0");
  }

  @Test
  void anIndexOfAnotherThatHasTheNameMeanwhileStays(ShadowDatabase database, Shadow shadow) {
    database.session().execute(USERS);
    var plan = plan(database, shadow, "create index users_email on users (email)");
    database.session().execute("create index users_email on users (email, id)");
    assertThat(run(plan, database).failure().orElseThrow().fact()).contains("42P07");
    assertThat(plan(database, shadow, "create index users_email on users (email, id)").steps())
        .isEmpty();
  }

  /// Whoever waits for the table does not get so far as to see that there is one of that name.
  @Test
  void anIndexOfAnotherStaysAlsoWhereTheLockIsNotGot(ShadowDatabase database, Shadow shadow)
      throws Exception {
    database.session().execute(USERS);
    var plan = plan(database, shadow, "create index users_email on users (email)");
    database.session().execute("create index users_email on orders (id)");
    try (var other = Session.open(database.url())) {
      other.execute("begin; lock table users in share update exclusive mode");
      var run = started(plan, database, Progress.SILENT);
      cancel(database.session());
      assertThat(run.get().failure().orElseThrow().code()).isEqualTo(MigrateCode.STEP_FAILED);
    }
    var query = "select count(*) from pg_indexes where indexname = 'users_email'";
    assertThat(database.session().queryOne(query, row -> row.integer(1))).contains(1);
  }

  @Test
  void twoNeverChangeADatabaseAtOnce(ShadowDatabase database) {
    var patience = new Patience(Duration.ofMillis(300), 1);
    try (var _ = PlanRun.open(database.url(), patience, Progress.SILENT)) {
      var start = System.nanoTime();
      assertThatThrownBy(() -> PlanRun.open(database.url(), patience, Progress.SILENT))
          .isInstanceOfSatisfying(
              EnvironmentException.class, it -> assertThat(it.code()).isEqualTo(MigrateCode.BUSY));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
    }
    PlanRun.open(database.url(), patience, Progress.SILENT).close();
  }
}
