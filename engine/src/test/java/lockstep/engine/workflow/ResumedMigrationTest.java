package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.testing.Postgres;
import lockstep.engine.workflow.ResolveMigration.Verdict;
import org.junit.jupiter.api.Test;

/// Migrations that do not end well, and go on behind the last statement that stands.
@Postgres
class ResumedMigrationTest extends MigrationsFixture {
  /// Ends its own session, as the server ends that of a client who was killed.
  private static final String KILL = "select pg_terminate_backend(pg_backend_pid())";

  @Test
  void oneThatFailsGoesOnWithTheStatementThatFailed(ShadowDatabase database) throws IOException {
    var script = "create table a (b int);\ncreate index concurrently on a (b);\n%s;\nselect 1;\n";
    write("1_a", script.formatted("insert into c values (1)"));
    assertThat(facts(apply(database.url()).diagnostics()))
        .contains("at statement 3 of 4", "42P01", "The first 2 statements stand.");
    assertThat(facts(status(database.url()).diagnostics()))
        .contains("at statement 3 of 4", "42P01", "The first 2 statements stand.");
    database.session().execute("create table c (d int)");
    assertThat(resume(database, "1_a")).isEmpty();
    assertThat(rows(database)).containsExactly("1_a 1 finished  null null");
    assertThat(status(database.url()).isUpToDate()).isTrue();
    assertThat(count(database, "c")).isEqualTo(1);
  }

  @Test
  void oneThatIsCutOffSaysHowFarItCame(ShadowDatabase database) throws IOException {
    write("1_a", "create table a (b int); insert into a values (1); vacuum a; %s;".formatted(KILL));
    assertThatThrownBy(() -> apply(database.url())).isInstanceOf(EnvironmentException.class);
    assertThat(facts(status(database.url()).diagnostics()))
        .contains("never ended", "Statement 4 of 4 is next", "The first 3 statements stand.");
    write("1_a", "create table a (b int); insert into a values (1);\nvacuum a; select 2;");
    assertThat(resume(database, "1_a")).isEmpty();
    assertThat(count(database, "a")).isEqualTo(1);
    assertThat(status(database.url()).isUpToDate()).isTrue();
  }

  @Test
  void whatStandsMayNotBeEdited(ShadowDatabase database) throws IOException {
    write("1_a", "create table a (b int); vacuum a; select 1/0;");
    apply(database.url());
    write("1_a", "create table a (c int); vacuum a; select 1;");
    assertThat(codes(resume(database, "1_a"))).containsExactly("MIG050");
    write("1_a", "create table a (b int); vacuum a;\n\\echo 1\n");
    assertThat(codes(resume(database, "1_a"))).containsExactly("MIG055");
    write("1_a", "create table a (b int);\nvacuum a;\nselect 1;");
    assertThat(resume(database, "1_a")).isEmpty();
  }

  @Test
  void anIndexThatWasNotBuiltToItsEndIsBuiltAnew(ShadowDatabase database) throws IOException {
    duplicates("a_b");
    apply(database.url());
    database.session().execute("delete from a");
    assertThat(resume(database, "1_a")).isEmpty();
    assertThat(indexes(database)).containsExactly("a_b true");
  }

  @Test
  void anIndexThatNoStatementNamesIsNotDropped(ShadowDatabase database) throws IOException {
    duplicates("");
    assertThat(facts(apply(database.url()).diagnostics())).contains("23505");
    database.session().execute("delete from a");
    var refused = resume(database, "1_a");
    assertThat(codes(refused)).containsExactly("MIG051");
    assertThat(facts(refused)).contains("left an invalid index of a name that it does not say");
    assertThat(indexes(database)).containsExactly("a_b_idx false");
    database.session().execute("drop index a_b_idx");
    assertThat(resume(database, "1_a")).isEmpty();
    assertThat(indexes(database)).containsExactly("a_b_idx true");
  }

  private void duplicates(String index) throws IOException {
    write(
        "1_a",
        "create table a (b int); insert into a values (1), (1); create unique index concurrently %s on a (b);"
            .formatted(index));
  }

  private static List<String> indexes(ShadowDatabase database) {
    return database
        .session()
        .query(
            "select indexrelid::regclass || ' ' || indisvalid from pg_index where indrelid = 'a'::regclass",
            row -> row.text(1));
  }

  @Test
  void whatMayHaveCommittedBeforeItFailedIsAsked(ShadowDatabase database) throws IOException {
    database
        .session()
        .execute(
            """
            create table n (m int);
            create procedure p() language plpgsql as $$
            begin
              insert into n values (1);
              commit;
              perform from is_ill;
            end $$""");
    write("0_init", "select 1;");
    assertThat(resolve(database.url(), new Verdict.Applied("0_init"))).isEmpty();
    write("1_a", "insert into n values (0); call p(); insert into n values (2);");
    var failed = apply(database.url()).diagnostics();
    assertThat(facts(failed)).contains("at statement 2 of 3", "Part of the one that failed may.");
    assertThat(failed.getLast().advice().orElseThrow())
        .contains("`--statement 2` to have it run", "`--statement 3` where it stands");
    assertThat(status(database.url()).diagnostics().getFirst().advice().orElseThrow())
        .contains("See what it has committed", "`--statement 2`");
    database.session().execute("create table is_ill ()");
    var asked = resume(database, "1_a");
    assertThat(codes(asked)).containsExactly("MIG051");
    assertThat(facts(asked)).contains("may have committed some of what it did before");
    assertThat(count(database, "n")).isEqualTo(2);
    assertThat(resume(database, "1_a", Optional.of(2))).isEmpty();
    assertThat(database.session().query("select m from n order by m", row -> row.integer(1)))
        .containsExactly(0, 1, 1, 2);
  }

  @Test
  void whetherAnIndexThatWasBeingBuiltStandsIsLookedUp(ShadowDatabase database) throws IOException {
    write("1_a", "create table a (b int); create index concurrently i on a (b); select 1/0;");
    apply(database.url());
    wasCutOffIn(database, 2);
    write("1_a", "create table a (b int); create index concurrently i on a (b); select 1;");
    assertThat(facts(status(database.url()).diagnostics()))
        .contains("Statement 2 of 3 was running");
    assertThat(resume(database, "1_a")).isEmpty();
    assertThat(status(database.url()).isUpToDate()).isTrue();
  }

  @Test
  void whatNobodyKnowsIsAsked(ShadowDatabase database) throws IOException {
    database
        .session()
        .execute(
            """
            create table n (m int);
            create procedure p() language plpgsql as $$
            begin
              insert into n values (1);
              commit;
              perform pg_terminate_backend(pg_backend_pid());
            end $$""");
    write("0_init", "select 1;");
    assertThat(resolve(database.url(), new Verdict.Applied("0_init"))).isEmpty();
    write("1_a", "insert into n values (0); call p(); insert into n values (2);");
    assertThatThrownBy(() -> apply(database.url())).isInstanceOf(EnvironmentException.class);
    assertThat(codes(resume(database, "1_a"))).containsExactly("MIG051");
    assertThat(codes(resume(database, "1_a"))).containsExactly("MIG051");
    assertThat(resume(database, "1_a", Optional.of(3))).isEmpty();
    assertThat(database.session().query("select m from n order by m", row -> row.integer(1)))
        .containsExactly(0, 1, 2);
  }

  @Test
  void aValueOfAnEnumCanBeUsedInTheFileThatAddsIt(ShadowDatabase database) throws IOException {
    write("1_a", "create type m as enum ('x'); create table a (b m);");
    write("2_b", "alter type m add value 'y'; insert into a values ('y');");
    assertThat(apply(database.url()).diagnostics()).isEmpty();
    assertThat(count(database, "a")).isEqualTo(1);
  }

  @Test
  void whatWasSetIsSetAgain(ShadowDatabase database) throws IOException {
    write("1_a", "create schema s; set search_path to s; create table a (); vacuum a; select 1/0;");
    apply(database.url());
    write(
        "1_a", "create schema s; set search_path to s; create table a (); vacuum a; drop table a;");
    assertThat(resume(database, "1_a")).isEmpty();
  }

  @Test
  void aTransactionOfTheFileStandsWithItsRecord(ShadowDatabase database) throws IOException {
    var script =
        "create table a (b int); begin; insert into a values (1); %s; commit; insert into a values (2);";
    write("1_a", script.formatted(KILL));
    assertThatThrownBy(() -> apply(database.url())).isInstanceOf(EnvironmentException.class);
    assertThat(count(database, "a")).isZero();
    write("1_a", script.formatted("select 1"));
    assertThat(resume(database, "1_a")).isEmpty();
    assertThat(count(database, "a")).isEqualTo(2);
  }

  @Test
  void oneTransactionIsResumedAsAWhole(ShadowDatabase database) throws IOException {
    write("1_a", "create table a (b int);\ninsert into a values (1);\ninsert into a select 1/0;");
    assertThat(facts(apply(database.url()).diagnostics()))
        .contains("at statement 3 of 3", "Nothing of it stands.");
    write("1_a", "create table a (b int);\ninsert into a values (1);");
    assertThat(resume(database, "1_a")).isEmpty();
    assertThat(rows(database)).containsExactly("1_a 1 finished  null null");
    assertThat(status(database.url()).isUpToDate()).isTrue();
  }

  @Test
  void whoStandsInTheWayIsNamedAfterAFewTries(ShadowDatabase database) throws IOException {
    write("1_a", "create table a (b int);");
    apply(database.url());
    write("2_b", "alter table a add c int;");
    try (var other = Session.open(database.url())) {
      other.execute("begin; select * from a");
      assertThat(
              facts(apply(database.url(), Optional.empty(), Duration.ofMillis(400)).diagnostics()))
          .contains("55P03", "Process %d (user ".formatted(other.serverProcess()), "Nothing of it");
    }
    assertThat(resume(database, "2_b")).isEmpty();
  }

  @Test
  void whoIsInTheWayForALittleWhileStopsNothing(ShadowDatabase database) throws IOException {
    write("1_a", "create table a (b int); vacuum a; begin; alter table a add c int; commit;");
    write("2_b", "alter table a add d int;");
    apply(database.url(), Optional.of("1_a"));
    try (var other = Session.open(database.url())) {
      other.execute("begin; select * from a");
      var run =
          CompletableFuture.supplyAsync(
              () -> apply(database.url(), Optional.empty(), Duration.ofMillis(100)));
      waitForAWaiter(database);
      other.execute("rollback");
      assertThat(run.join().diagnostics()).isEmpty();
    }
  }

  private static void waitForAWaiter(ShadowDatabase database) {
    var waiters = "select count(*) from pg_locks where not granted and locktype = 'relation'";
    while (database.session().queryOne(waiters, row -> row.integer(1)).equals(Optional.of(0))) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aStatementMayTakeNoLongerThanToldButWhatAFileSetsHolds(ShadowDatabase database)
      throws IOException {
    write("1_a", "set statement_timeout to 0; select pg_sleep(0.2); reset statement_timeout;");
    write("2_b", "create table a (); select pg_sleep(10);");
    var limits = Limits.of(Patience.USUAL, Optional.of(Duration.ofMillis(50)));
    var outcome = apply(database.url(), Optional.empty(), limits);
    assertThat(outcome.applied()).isEqualTo(1);
    assertThat(facts(outcome.diagnostics())).contains("57014", "at statement 2 of 2");
  }

  @Test
  void ofWhatPrismaLeftTheFirstStatementToRunMustBeNamed(ShadowDatabase database)
      throws IOException {
    write("1_a", "create table a (); create table b ();");
    apply(database.url());
    database.session().execute("drop table b; update _prisma_migrations set finished_at = null");
    assertThat(codes(resume(database, "1_a"))).containsExactly("MIG016");
    assertThat(codes(resume(database, "1_a", Optional.of(9)))).containsExactly("MIG016");
    assertThat(resume(database, "1_a", Optional.of(2))).isEmpty();
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a", "b");
  }

  /// Makes the record what it was while a statement of `1_a` ran.
  private static void wasCutOffIn(ShadowDatabase database, int statement) {
    database
        .session()
        .execute(
            """
            update _prisma_migrations
            set logs = format('Lockstep: 1 of 3 statements stand (%%s). Statement %d at line 1 was begun.',
              encode(sha256('create table a (b int)'), 'hex'))"""
                .formatted(statement));
  }

  private List<Diagnostic> resume(ShadowDatabase database, String name) {
    return resume(database, name, Optional.empty());
  }

  private List<Diagnostic> resume(
      ShadowDatabase database, String name, Optional<Integer> statement) {
    return resolve(database.url(), new Verdict.Resumed(name, statement));
  }

  private static String facts(List<Diagnostic> diagnostics) {
    return String.join("\n", diagnostics.stream().map(Diagnostic::fact).toList());
  }

  private static int count(ShadowDatabase database, String table) {
    return database
        .session()
        .queryOne("select count(*) from " + table, row -> row.integer(1))
        .orElseThrow();
  }
}
