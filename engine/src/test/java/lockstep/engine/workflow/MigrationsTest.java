package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import lockstep.diagnostic.Severity;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.migrate.QueueingProgress;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.testing.Postgres;
import lockstep.engine.workflow.ResolveMigration.Verdict;
import lockstep.migration.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Applying, resolving and looking at migrations in Prisma's history.
@Postgres
class MigrationsTest extends MigrationsFixture {
  @Test
  void whatIsPendingIsAppliedInOrderAndRecorded(ShadowDatabase database) throws IOException {
    write("2_b", "alter table a add b int;");
    write("1_a", "create table a (); create index on a ((1));");
    var outcome = apply(database.url());
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(rows(database))
        .containsExactly("1_a 1 finished  null null", "2_b 1 finished  null null");
    assertThat(status(database.url()).isUpToDate()).isTrue();
    assertThat(apply(database.url()).planned()).isEmpty();
  }

  @Test
  void aFailureLeavesNothingOfItsFileAndStopsAllThatFollows(ShadowDatabase database)
      throws IOException {
    write("1_a", "create table a ();");
    write("2_b", "create table b ();\nselect * from missing;");
    write("3_c", "create table c ();");
    var outcome = apply(database.url());
    assertThat(outcome.applied()).isEqualTo(1);
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.fact()).contains("42P01", "Nothing of it stands"));
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a");
    assertThat(rows(database).get(1)).startsWith("2_b 0 unfinished  null A migration failed");
    assertThat(codes(apply(database.url()).diagnostics())).containsExactly("MIG005");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alter table users add role Role      | \"Role\"",
        "alter table users add role \"Entity\" | \"entity\"",
        "insert into Posts default values     | \"Posts\"",
        "create type \"Size\" as enum ('S'); alter table users add size Size | \"Size\"",
        "insert into \"Users\" default values | \"users\"",
        "insert into app.Users default values | \"Users\"",
      })
  void aNameInAnotherCaseIsFound(String script, String name, ShadowDatabase database)
      throws IOException {
    write(
        "1_a",
        """
        create schema app; create table app."Users" ();
        create table users (); create table "Posts" ();
        create type "Role" as enum (); create type entity as enum ()""");
    write("2_b", script);
    assertThat(apply(database.url()).diagnostics())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.code()).isEqualTo(MigrateCode.OTHER_CASE);
              assertThat(it.advice().orElseThrow()).contains("`" + name + "`");
            });
    assertThat(tables(database)).contains("users");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table users ()",
        "alter table users add id int",
        "create type role as enum ()",
        "create schema app",
        "create function one() returns int language sql as 'select 1'",
        "create index on users (id); create index users_id_idx on users (id)",
      })
  void whatIsThereAlreadyIsAdvisedToBeDeclaredApplied(String script, ShadowDatabase database)
      throws IOException {
    write(
        "1_a",
        """
        create table users (id int); create type role as enum (); create schema app;
        create function one() returns int language sql as 'select 1'""");
    write("2_b", script);
    assertThat(apply(database.url()).diagnostics())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.code()).isEqualTo(MigrateCode.THERE_ALREADY);
              assertThat(it.advice().orElseThrow()).contains("resolve --applied 2_b");
            });
    assertThat(resolve(database.url(), new Verdict.Applied("2_b"))).isEmpty();
    assertThat(status(database.url()).isUpToDate()).isTrue();
  }

  @Test
  void whatFailedIsAppliedAgainOnceItIsResolved(ShadowDatabase database) throws IOException {
    write("1_a", "select 1/0;");
    apply(database.url());
    write("1_a", "create table a ();");
    assertThat(resolve(database.url(), new Verdict.RolledBack("1_a"))).isEmpty();
    assertThat(codes(resolve(database.url(), new Verdict.RolledBack("1_a"))))
        .containsExactly("MIG016");
    assertThat(apply(database.url()).applied()).isEqualTo(1);
    assertThat(status(database.url()).isUpToDate()).isTrue();
    assertThat(rows(database)).hasSize(2);
  }

  @Test
  void whatIsThereInAnotherWayIsDeclaredApplied(ShadowDatabase database) throws IOException {
    database.session().execute("create table a ()");
    write("1_a", "create table a ();");
    write("2_b", "create table b ();");
    assertThat(codes(apply(database.url()).diagnostics())).containsExactly("MIG015");
    assertThat(codes(status(database.url()).diagnostics())).containsExactly("MIG015");
    assertThat(tables(database)).containsExactly("a");
    assertThat(resolve(database.url(), new Verdict.Applied("1_a"))).isEmpty();
    assertThat(rows(database)).containsExactly("1_a 0 finished same null ");
    assertThat(codes(resolve(database.url(), new Verdict.Applied("1_a"))))
        .containsExactly("MIG016");
    assertThat(codes(resolve(database.url(), new Verdict.Applied("1_b"))))
        .containsExactly("MIG019");
    assertThat(codes(resolve(database.url(), new Verdict.RolledBack("1_b"))))
        .containsExactly("MIG019");
    assertThat(resolve(database.url(), new Verdict.RolledBack("2_b")))
        .singleElement()
        .satisfies(it -> assertThat(it.fact()).startsWith("Nobody has tried"));
    assertThat(apply(database.url()).applied()).isEqualTo(1);
  }

  @Test
  void aFailedOneThatIsDeclaredAppliedIsRolledBackFirst(ShadowDatabase database)
      throws IOException {
    write("1_a", "select 1/0;");
    apply(database.url());
    assertThat(resolve(database.url(), new Verdict.Applied("1_a"))).isEmpty();
    assertThat(rows(database).getFirst()).startsWith("1_a 0 unfinished  rolled");
    assertThat(rows(database).getLast()).isEqualTo("1_a 0 finished same null ");
  }

  @Test
  void aTransactionLeftOpenIsTakenBackAndSaid(ShadowDatabase database) throws IOException {
    write("1_a", "begin; create table a ();");
    write("2_b", "create table b ();");
    assertThat(codes(apply(database.url()).diagnostics())).containsExactly("MIG017");
    assertThat(tables(database)).containsExactly("_prisma_migrations");
    write("1_a", "begin; create table a (); commit;");
    assertThat(resolve(database.url(), new Verdict.Resumed("1_a", Optional.empty()))).isEmpty();
  }

  @Test
  void aStrayRollbackIsRefusedBeforeAnythingIsApplied(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();");
    write("2_b", "create table b (); rollback; create table c ();");
    assertThat(codes(apply(database.url()).diagnostics())).containsExactly("MIG068");
    assertThat(tables(database)).isEmpty();
    write("2_b", "create table c ();");
    assertThat(apply(database.url()).applied()).isEqualTo(2);
  }

  @Test
  void aFailureInATransactionOfTheFilesOwnIsRecorded(ShadowDatabase database) throws IOException {
    write("1_a", "create table a (); begin; create table b (); select 1/0; commit;");
    var outcome = apply(database.url());
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.fact())
                    .contains("22012", "statement 4 of 5", "The first statement stands"));
    assertThat(rows(database).getFirst()).contains("A migration failed");
  }

  @Test
  void whatOneFileSetsDoesNotReachTheNextNorTheRecord(ShadowDatabase database) throws IOException {
    write("1_a", "select set_config('search_path', '', false); set statement_timeout to 200;");
    write("2_b", "create table b (); select pg_sleep(0.3);");
    assertThat(apply(database.url()).diagnostics()).isEmpty();
    assertThat(tables(database)).contains("b");
  }

  @Test
  void theSchemaThatTheAddressNamesHoldsTableAndHistory(ShadowDatabase database)
      throws IOException {
    write("1_a", "create table a ();");
    var url = database.url().withNamespace("Tenant 1");
    assertThat(status(url).history().pending()).hasSize(1);
    assertThat(apply(url).diagnostics()).isEmpty();
    assertThat(status(url).isUpToDate()).isTrue();
    assertThat(status(database.url()).isUpToDate()).isFalse();
    assertThat(
            database
                .session()
                .query(
                    "select relnamespace::regnamespace::text from pg_class where relname in"
                        + " ('a', '_prisma_migrations')",
                    row -> row.text(1)))
        .containsExactly("\"Tenant 1\"", "\"Tenant 1\"");
  }

  @Test
  void itGoesNoFurtherThanTold(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();");
    write("2_b", "create table b ();");
    assertThat(codes(apply(database.url(), Optional.of("1_aa")).diagnostics()))
        .containsExactly("MIG019");
    assertThat(apply(database.url(), Optional.of("1_a")).applied()).isEqualTo(1);
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a");
  }

  @Test
  void aDryRunChangesNothing(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();");
    var outcome =
        ApplyMigrations.run(
            new ApplyMigrations.Request(
                folder,
                database.url(),
                Optional.empty(),
                Optional.empty(),
                environment(),
                Progress.SILENT));
    assertThat(outcome.planned()).hasSize(1);
    assertThat(tables(database)).isEmpty();
  }

  @Test
  void nothingIsAppliedWhereAFileIsMissingMarkedOrForAnotherDatabase(ShadowDatabase database)
      throws IOException {
    write("1_a", "create table a ();");
    Files.createDirectory(folder.resolve("2_b"));
    assertThat(codes(apply(database.url()).diagnostics())).containsExactly("MIG013");
    write("2_b", "\ufeffcreate table b ();");
    assertThat(codes(apply(database.url()).diagnostics())).containsExactly("MIG011");
    Files.writeString(folder.resolve("migration_lock.toml"), "provider = \"sqlite\"\n");
    assertThat(codes(apply(database.url()).diagnostics())).containsExactly("MIG014");
    assertThat(tables(database)).isEmpty();
  }

  /// Though the next migration begins where this one ends.
  @Test
  void whatAFileSetsHoldsToTheEndOfItsTransaction(ShadowDatabase database) throws IOException {
    write(
        "1_a",
        """
        create table log (path text);
        create table t (i int);
        create function told() returns trigger language plpgsql as $$
        begin
          insert into public.log values (current_setting('search_path'));
          return null;
        end $$;
        create constraint trigger told after insert on t
          deferrable initially deferred for each row execute function told();
        """);
    write("2_b", "set search_path to pg_catalog;\ninsert into public.t values (1);");
    write("3_c", "insert into t values (2);");
    write("4_d", "select 1/0;");
    write("5_e", "select 1;");
    assertThat(apply(database.url()).applied()).isEqualTo(3);
    assertThat(database.session().query("select path from log", row -> row.text(1)))
        .containsExactly("pg_catalog", "public");
    assertThat(rows(database)).hasSize(4);
  }

  @Test
  void aFolderThatLostItsFileIsNotCalledGone(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();");
    write("2_b", "create table b ();");
    apply(database.url());
    Files.delete(folder.resolve("1_a/migration.sql"));
    assertThat(codes(status(database.url()).diagnostics())).containsExactly("MIG013");
  }

  @Test
  void anotherFolderThanThatOfTheMigrationsIsSaidToBeOne(ShadowDatabase database)
      throws IOException {
    write("within/1_a", "create table a ();");
    assertThat(apply(database.url()).diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.advice().orElseThrow()).contains("holds migrations"));
    write("within", "create table b ();");
    assertThat(apply(database.url()).applied()).isEqualTo(1);
    folder = folder.resolve("nowhere");
    assertThat(codes(status(database.url()).diagnostics())).containsExactly("PRJ010");
  }

  @Test
  void anEditedFileAndAnOutdatedOrderAreSaidAndDoNotStopIt(ShadowDatabase database)
      throws IOException {
    write("2_b", "create table b ();");
    apply(database.url());
    write("2_b", "create table b (x int);");
    write("1_a", "create table a ();");
    var outcome = apply(database.url());
    assertThat(codes(outcome.diagnostics())).containsExactly("MIG010", "MIG006");
    assertThat(outcome.applied()).isEqualTo(1);
    assertThat(status(database.url()).history().standings())
        .allMatch(Standing.Applied.class::isInstance);
  }

  @Test
  void whoeverHoldsPrismasLockIsNamed(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();");
    try (var other = Session.open(database.url())) {
      other.execute("select pg_advisory_lock(72707369)");
      assertThatThrownBy(() -> apply(database.url(), Optional.empty(), Duration.ofMillis(300)))
          .isInstanceOfSatisfying(
              EnvironmentException.class,
              it -> {
                assertThat(it.code()).isEqualTo(MigrateCode.BUSY);
                assertThat(it.getMessage()).startsWith("Process " + other.serverProcess());
              });
      assertThat(status(database.url()).diagnostics())
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.severity()).isEqualTo(Severity.NOTE);
                assertThat(it.fact()).startsWith("Process " + other.serverProcess());
              });
    }
    assertThat(apply(database.url()).applied()).isEqualTo(1);
  }

  @Test
  void ofAKilledRunNothingStandsThatIsNotRecorded(ShadowDatabase database) throws IOException {
    write("1_a", "create table a ();");
    write("2_b", "create table b (); select pg_terminate_backend(pg_backend_pid()); -- no end");
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(() -> apply(database.url()))
        .satisfies(
            it -> {
              assertThat(it.diagnostic().fact()).endsWith("The migration `2_b` was being applied.");
              assertThat(it.diagnostic().advice().orElseThrow())
                  .contains("`lockstep migrate resolve --resume 2_b`")
                  .doesNotContain("run the command again");
            });
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a");
    assertThat(rows(database).getLast())
        .isEqualTo(
            "2_b 0 unfinished  null Lockstep: 0 of 2 statements stand, as all are one transaction");
    assertThat(codes(apply(database.url()).diagnostics())).containsExactly("MIG005");
    write("2_b", "create table b (); -- no end");
    assertThat(resolve(database.url(), new Verdict.RolledBack("2_b"))).isEmpty();
    assertThat(apply(database.url()).applied()).isEqualTo(1);
    assertThat(tables(database)).contains("b");
  }

  @Test
  void manyAtOnceApplyEachMigrationOnce(ShadowDatabase database) throws IOException {
    for (var name : List.of("1_a", "2_b", "3_c")) {
      write(name, "create table t%s ();".formatted(name));
    }
    var runs =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> apply(database.url())))
            .limit(8)
            .toList();
    assertThat(runs.stream().map(CompletableFuture::join))
        .allSatisfy(it -> assertThat(it.diagnostics()).isEmpty());
    assertThat(rows(database)).hasSize(3);
  }

  @Test
  void whatMayNotRunInATransactionRunsByItself(ShadowDatabase database) throws IOException {
    write("1_a", "create table a (b int);");
    write("2_b", "create index concurrently on a (b);");
    assertThat(apply(database.url()).applied()).isEqualTo(2);
    write("3_c", "create index concurrently on a (b); create table c ();");
    assertThat(apply(database.url()).diagnostics()).isEmpty();
    assertThat(tables(database)).contains("c");
  }

  @Test
  void anIndexIsBuiltAllTheSameWhilePrismaWaitsForItsLock(ShadowDatabase database)
      throws IOException {
    write("1_a", "create table a (b int);");
    for (var name : List.of("2_first", "3_later")) {
      var before = name.equals("2_first") ? "" : "select 1; ";
      write(name, before + "create index concurrently i%s on a (b);".formatted(name));
      var prisma = new QueueingProgress(database, name.equals("2_first") ? name : "create index");
      var limits = limits(Duration.ofSeconds(10));
      var outcome = apply(database.url(), Optional.empty(), limits, prisma);
      assertThat(outcome.diagnostics()).as(name).isEmpty();
      assertThat(prisma.refusal().map(SqlError::state)).as(name).contains("57014");
    }
    assertThat(database.session().query("select indisvalid from pg_index", row -> row.isTrue(1)))
        .doesNotContain(false);
  }
}
