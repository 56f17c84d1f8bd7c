package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lockstep.engine.Progress;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.testing.Postgres;
import lockstep.engine.workflow.ResolveMigration.Verdict;
import lockstep.engine.workflow.RollBackMigrations.Range;
import lockstep.migration.Migration;
import org.junit.jupiter.api.Test;

/// Migrations that are taken back by their down files.
@Postgres
class RollBackMigrationsTest extends MigrationsFixture {
  @Test
  void theLastOneGoesFirstAndIsPendingAgain(ShadowDatabase database) throws IOException {
    three();
    apply(database.url());
    assertThat(rollBack(database, new Range.Last(1)).done()).isEqualTo(1);
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a", "b");
    assertThat(rows(database).getLast()).isEqualTo("3_c 1 finished  rolled null");
    assertThat(status(database.url()).history().pending()).hasSize(1);
    assertThat(rollBack(database, new Range.DownTo("1_a")).done()).isEqualTo(1);
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a");
    assertThat(apply(database.url()).applied()).isEqualTo(2);
    assertThat(rollBack(database, new Range.Last(9)).done()).isEqualTo(3);
    assertThat(tables(database)).containsExactly("_prisma_migrations");
  }

  @Test
  void whatCameLaterGoesFirstWhateverItsName(ShadowDatabase database) throws IOException {
    write("2_b", "create table b ();", "drop table b;");
    apply(database.url());
    write("1_a", "create table a ();", "drop table a;");
    apply(database.url());
    assertThat(rollBack(database, new Range.Last(1)).planned())
        .extracting(Migration::name)
        .containsExactly("1_a");
  }

  @Test
  void nothingIsTakenBackWhereAFileIsMissing(ShadowDatabase database) throws IOException {
    three();
    Files.delete(folder.resolve("2_b/down.sql"));
    apply(database.url());
    var outcome = rollBack(database, new Range.Last(2));
    assertThat(codes(outcome.diagnostics())).containsExactly("MIG033");
    assertThat(outcome.done()).isZero();
    assertThat(codes(rollBack(database, new Range.DownTo("1_b")).diagnostics()))
        .containsExactly("MIG019");
    Files.delete(folder.resolve("3_c/migration.sql"));
    Files.delete(folder.resolve("3_c/down.sql"));
    Files.delete(folder.resolve("3_c"));
    assertThat(codes(rollBack(database, new Range.Last(1)).diagnostics()))
        .containsExactly("MIG009", "MIG033");
  }

  @Test
  void whatIsLostHasToBeAllowed(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();", "-- loses: drop-table:public.a\ndrop table a;");
    apply(database.url());
    var refused = rollBack(database, new Range.Last(1));
    assertThat(codes(refused.diagnostics())).containsExactly("MIG034");
    assertThat(refused.diagnostics().getFirst().advice().orElseThrow())
        .contains("--allow drop-table:public.a");
    for (var words : List.of("drop-table:public.a", "drop-table:a", "drop-table", "all")) {
      assertThat(rollBack(database, new Range.Last(1), words).done()).as(words).isEqualTo(1);
      apply(database.url());
    }
  }

  @Test
  void whatAFileOfOnesOwnDropsHasToBeAllowedWhereAnythingIsInIt(ShadowDatabase database)
      throws IOException {
    write("1_a", "create table a (i int);", "DROP TABLE a;");
    write(
        "2_b",
        "alter table a add c int, add \"D\" int;",
        "ALTER TABLE public.a DROP COLUMN c, DROP COLUMN IF EXISTS \"D\", DROP IF EXISTS e;");
    apply(database.url());
    database.session().execute("insert into a (i, \"D\") values (1, 1)");
    assertThat(rollBack(database, new Range.Last(2)).diagnostics())
        .extracting(it -> it.fact().replaceFirst(".*loses what `(.*)` names.", "$1"))
        .containsExactly("drop-column:public.a.D", "drop-table:public.a");
    assertThat(tables(database)).contains("a");
    assertThat(rollBack(database, new Range.Last(1), "drop-column:a.D").done()).isEqualTo(1);
    database.session().execute("delete from a");
    assertThat(rollBack(database, new Range.Last(1)).done()).isEqualTo(1);
  }

  @Test
  void whatAFileOfOnesOwnEmptiesHasToBeAllowedWhereAnythingIsInIt(ShadowDatabase database)
      throws IOException {
    write(
        "1_a",
        "create table a (id int); create table b (); create table c (); insert into a values (1);"
            + " insert into c default values;",
        "delete from a; truncate b; delete from c where true; drop table b;");
    apply(database.url());
    assertThat(rollBack(database, new Range.Last(1)).diagnostics())
        .extracting(it -> it.fact().replaceFirst(".*loses what `(.*)` names.", "$1"))
        .containsExactly("delete-rows:public.a");
    assertThat(rollBack(database, new Range.Last(1), "delete-rows:a").done()).isEqualTo(1);
  }

  @Test
  void aFailureLeavesAllAsItWas(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();", "drop table a;\nselect 1/0;");
    apply(database.url());
    var outcome = rollBack(database, new Range.Last(1));
    assertThat(codes(outcome.diagnostics())).containsExactly("MIG035");
    assertThat(outcome.diagnostics().getFirst().fact()).contains("22012", "Nothing was done");
    assertThat(status(database.url()).isUpToDate()).isTrue();
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a");
  }

  @Test
  void whatMayBeInNoTransactionRunsStatementByStatement(ShadowDatabase database)
      throws IOException {
    write("1_a", "create table a (b int);", "drop table a;");
    write("2_b", "create index i on a (b);", "select 1; drop index concurrently i;");
    write("3_c", "select 1;", "select 1; reindex table a; drop table missing;");
    apply(database.url());
    var failed = rollBack(database, new Range.Last(1));
    assertThat(failed.diagnostics().getFirst().fact()).contains("The first 2 statements stand.");
    write("3_c", "select 1;", "select 1; reindex table a; select 2;");
    assertThat(rollBack(database, new Range.Last(3)).done()).isEqualTo(3);
  }

  @Test
  void aWayBackThatWasCutOffGoesOnBehindWhatStands(ShadowDatabase database) throws IOException {
    write("1_a", "create table a (b int);", "drop table a;");
    write(
        "2_b",
        "create table c (); create table d (); create table e ();",
        "drop table c;\nbegin; drop table d; commit;\nvacuum a;\ndrop table e, missing;");
    apply(database.url());
    assertThat(rollBack(database, new Range.Last(1)).hasErrors()).isTrue();
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a", "e");
    var status = status(database.url());
    assertThat(codes(status.diagnostics())).containsExactly("MIG067");
    assertThat(status.diagnostics().getFirst().fact()).contains("The first 5 statements stand.");
    assertThat(codes(apply(database.url()).diagnostics())).containsExactly("MIG067");

    write("2_b", "create table c (); create table d (); create table e ();", "drop table e;");
    assertThat(codes(rollBack(database, new Range.Last(1)).diagnostics()))
        .containsExactly("MIG050");
    write(
        "2_b",
        "create table c (); create table d (); create table e ();",
        "drop table c;\nbegin; drop table d; commit;\nvacuum a;\ndrop table e;");
    assertThat(rollBack(database, new Range.Last(2)).done()).isEqualTo(2);
    assertThat(tables(database)).containsExactly("_prisma_migrations");
    assertThat(rows(database).getFirst()).isEqualTo("1_a 1 finished  rolled null");
  }

  @Test
  void whatIsTakenBackInPartCanBeDeclaredEither(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();", "vacuum;\ndrop table missing;");
    apply(database.url());
    rollBack(database, new Range.Last(1));
    assertThat(resolve(database.url(), new Verdict.Resumed("1_a", Optional.empty()))).hasSize(1);
    assertThat(resolve(database.url(), new Verdict.Applied("1_a"))).isEmpty();
    assertThat(status(database.url()).isUpToDate()).isTrue();
    rollBack(database, new Range.Last(1));
    assertThat(resolve(database.url(), new Verdict.RolledBack("1_a"))).isEmpty();
    assertThat(status(database.url()).history().pending()).hasSize(1);
  }

  @Test
  void whatDoesNotTakeBackIsNotTakenForADownFile(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();", "begin;\ndrop table a;");
    apply(database.url());
    var open = rollBack(database, new Range.Last(1));
    assertThat(open.diagnostics().getFirst().fact()).contains("does not end it");
    assertThat(status(database.url()).isUpToDate()).isTrue();
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a");
    for (var text : List.of("  \n", "\\i other.sql\n")) {
      write("1_a", "create table a ();", text);
      var refused = rollBack(database, new Range.Last(1));
      assertThat(refused.hasErrors()).as(text).isTrue();
      assertThat(refused.done()).isZero();
    }
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a");
  }

  @Test
  void aDryRunChangesNothing(ShadowDatabase database) throws IOException {
    three();
    apply(database.url());
    var outcome = run(database, new Range.Last(2), List.of(), Optional.empty());
    assertThat(outcome.planned()).extracting(Migration::name).containsExactly("3_c", "2_b");
    assertThat(status(database.url()).isUpToDate()).isTrue();
  }

  private void three() throws IOException {
    write("1_a", "create table a ();", "drop table a;");
    write("2_b", "create table b ();", "drop table b;");
    write("3_c", "create table c ();", "drop table c;");
  }

  private void write(String name, String script, String down) throws IOException {
    write(name, script);
    Files.writeString(folder.resolve(name).resolve("down.sql"), down);
  }

  private RollBackMigrations.Outcome rollBack(
      ShadowDatabase database, Range range, String... allowed) {
    var limits = limits(Duration.ofSeconds(3));
    return run(database, range, List.of(allowed), Optional.of(limits));
  }

  private RollBackMigrations.Outcome run(
      ShadowDatabase database, Range range, List<String> allowed, Optional<Limits> limits) {
    return RollBackMigrations.run(
        new RollBackMigrations.Request(
            folder, database.url(), range, allowed, limits, environment(), Progress.SILENT));
  }
}
