package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.testing.Postgres;
import lockstep.engine.workflow.DevelopHistory.Then;
import lockstep.migration.Migration;
import lockstep.plan.Style;
import org.junit.jupiter.api.Test;

/// The daily loop of a development database.
@Postgres
class DevelopHistoryTest extends MigrationsFixture {
  private static final String TABLE =
      """
      create table a (b int);
      create function f() returns trigger language plpgsql as 'begin return new; end';
      create trigger t before insert on a for each row execute function f();
      """;

  @Test
  void onAnEmptyDatabaseEverythingIsBuilt(ShadowDatabase database) throws IOException {
    var first = develop(database, TABLE, Then.APPLY);
    assertThat(codes(first.diagnostics())).isEmpty();
    assertThat(first.applied())
        .extracting(Migration::name)
        .containsExactly("20260112090000_change");
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a");
    var second = develop(database, TABLE, Then.APPLY);
    assertThat(second.applied()).isEmpty();
    assertThat(second.written()).isEmpty();
    assertThat(status(database.url()).isUpToDate()).isTrue();
  }

  @Test
  void whatOthersWroteIsAppliedFirst(ShadowDatabase database) throws IOException {
    write("1_a", "create table a (b int);");
    var outcome = develop(database, "create table a (b int, c int);", Then.APPLY);
    assertThat(outcome.applied())
        .extracting(Migration::name)
        .containsExactly("1_a", "20260112090000_change");
    assertThat(codes(outcome.diagnostics())).isEmpty();
  }

  @Test
  void whatIsOnlyCreatedIsNotApplied(ShadowDatabase database) throws IOException {
    var outcome = develop(database, TABLE, Then.LEAVE);
    assertThat(outcome.written()).hasSize(1);
    assertThat(tables(database)).doesNotContain("a");
  }

  @Test
  void whatSomebodyChangedByHandIsExplainedAndLeftAsItIs(ShadowDatabase database)
      throws IOException {
    develop(database, TABLE, Then.APPLY);
    database.session().execute("alter table a add by_hand int; drop trigger t on a");
    var outcome = develop(database, TABLE + "create table c ();", Then.APPLY);
    assertThat(codes(outcome.diagnostics())).containsExactly("MIG037");
    assertThat(outcome.drifts())
        .extracting(it -> it.object().toString())
        .containsExactlyInAnyOrder("column public.a.by_hand", "trigger public.a.t");
    assertThat(outcome.written()).isEmpty();
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a");
  }

  @Test
  void aDatabaseWithTablesAndNoHistoryIsRefused(ShadowDatabase database) throws IOException {
    database.session().execute("create table a ()");
    write("1_a", "create table a ();");
    assertThat(codes(develop(database, TABLE, Then.APPLY).diagnostics())).containsExactly("MIG015");
  }

  @Test
  void nothingIsWrittenForADatabaseThatCannotHaveIt(ShadowDatabase database) throws IOException {
    var none = folder.resolve("none");
    assertThatThrownBy(
            () -> develop(database.url().withDatabase("missing"), none, TABLE, Then.APPLY))
        .isInstanceOf(EnvironmentException.class);
    database.session().execute("create table a ()");
    assertThat(develop(database.url(), none, TABLE, Then.APPLY).diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.advice().orElseThrow()).contains("baseline"));
    assertThat(none).doesNotExist();
  }

  @Test
  void whatIsResetIsEmptiedAndBuiltAnew(ShadowDatabase database) throws IOException {
    write("1_a", "create table a (b int);");
    database.session().execute("create schema s; create table s.t (); create table x ()");
    var manner = new ApplyMigrations.Manner(limits(Duration.ofSeconds(3)), Optional.empty());
    var outcome =
        ResetDatabase.run(
            new ApplyMigrations.Request(
                folder,
                database.url(),
                Optional.empty(),
                Optional.of(manner),
                environment(),
                Progress.SILENT));
    assertThat(outcome.applied()).isEqualTo(1);
    assertThat(tables(database)).containsExactly("_prisma_migrations", "a");
    assertThat(codes(develop(database, "create table a (b int);", Then.APPLY).diagnostics()))
        .isEmpty();
  }

  private DevelopHistory.Outcome develop(ShadowDatabase database, String wanted, Then then)
      throws IOException {
    return develop(database.url(), folder, wanted, then);
  }

  private DevelopHistory.Outcome develop(
      ConnectionUrl database, Path history, String wanted, Then then) throws IOException {
    var file = Files.writeString(folder.resolve("wanted.sql"), wanted);
    try (var reader = reader()) {
      return DevelopHistory.run(
          new DevelopHistory.Request(
              new WriteMigration.Request(
                  history,
                  "change",
                  new WriteMigration.Content.Difference(
                      new SourceSpec.Sql(file, "wanted.sql"), Style.ONLINE),
                  reader,
                  PlanChanges.Trial.WANTED,
                  new Consent(List.of(), List.of()),
                  environment(),
                  LocalDateTime.of(2026, 1, 12, 9, 0)),
              database,
              new ApplyMigrations.Manner(limits(Duration.ofSeconds(3)), Optional.empty()),
              then));
    }
  }
}
