package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lockstep.engine.Progress;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.testing.Postgres;
import lockstep.migration.Migration;
import org.junit.jupiter.api.Test;

/// Many migrations that become one.
@Postgres
class SquashHistoryTest extends MigrationsFixture {
  private static final String FIRST = "20260101000000_a";
  private static final String SECOND = "20260102000000_b";
  private static final String SQUASHED = "20260102000000_squashed";

  @Test
  void oneIsInThePlaceOfManyAndDatabasesAreToldApart(
      ShadowDatabase whole, ShadowDatabase part, ShadowDatabase fresh) throws IOException {
    two();
    migrate(whole, "history");
    migrate(part, "history", Optional.of(FIRST));
    write("20260103000000_c", "create table c ();");
    var outcome = squash(Optional.of(SECOND), false);
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.rows()).isEqualTo(2);
    assertThat(folder.resolve("history").resolve(FIRST)).doesNotExist();

    assertThat(migrate(whole, "history").applied()).isEqualTo(2);
    assertThat(rows(whole).get(2)).isEqualTo(SQUASHED + " 0 finished same null ");
    assertThat(tables(whole)).contains("c");
    assertThat(ReportStatus.run(request(whole)).isUpToDate()).isTrue();
    assertThat(ReportStatus.run(request(whole)).diagnostics()).isEmpty();

    assertThat(codes(migrate(part, "history").diagnostics())).containsExactly("MIG065");
    assertThat(migrate(part, "aside/" + SQUASHED).applied()).isEqualTo(1);
    assertThat(migrate(part, "history").applied()).isEqualTo(2);

    assertThat(migrate(fresh, "history").diagnostics()).isEmpty();
    assertThat(rows(fresh)).hasSize(2);
    for (var database : List.of(whole, part, fresh)) {
      assertThat(
              database
                  .session()
                  .query(
                      "select concat_ws(' ', b.id, a, name, data) from b join a on a.id = b.a"
                          + " order by b.id",
                      row -> row.text(1)))
          .containsExactly("1 2 it's \\x00ff", "7 1 one");
      assertThat(
              database
                  .session()
                  .queryOne("insert into a (name) values ('x') returning id", row -> row.text(1)))
          .hasValue("3");
    }
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    two();
    var outcome = squash(Optional.empty(), true);
    assertThat(outcome.squash().map(Migration::name)).hasValue(SQUASHED);
    assertThat(folder.resolve("history").resolve(SQUASHED)).doesNotExist();
    assertThat(folder.resolve("history").resolve(FIRST)).isDirectory();
    assertThat(folder.resolve("aside")).doesNotExist();
  }

  @Test
  void rowsThatComeOutAnotherWayAreNotSquashed() throws IOException {
    two();
    write(
        "20260103000000_c",
        """
        create table log (n int generated always as identity);
        create function f() returns trigger language plpgsql as
          'begin insert into log default values; return new; end';
        create trigger t after insert on a for each row execute function f();
        insert into a (name) values ('three');
        """);
    var outcome = squash(Optional.empty(), false);
    assertThat(codes(outcome.diagnostics())).containsExactly("MIG066");
    assertThat(outcome.diagnostics().getFirst().fact()).contains("public.log");
    assertThat(folder.resolve("history").resolve(FIRST)).isDirectory();
  }

  @Test
  void whatCannotBeSquashedIsSaid() throws IOException {
    write(FIRST, "create table a ();");
    assertThat(codes(squash(Optional.empty(), false).diagnostics())).containsExactly("MIG066");
    write(SECOND, "create table a ();");
    assertThat(codes(squash(Optional.empty(), false).diagnostics())).containsExactly("SQL001");
    write("20260102000000_a", "create table b ();");
    assertThat(codes(squash(Optional.of("20260102000000_a"), false).diagnostics()))
        .containsExactly("MIG066");
    assertThat(codes(squash(Optional.of("missing"), false).diagnostics()))
        .containsExactly("MIG019");
  }

  private void two() throws IOException {
    write(
        FIRST,
        """
        create table a (id serial primary key, name text);
        insert into a (name) values ('one'), ('it''s');
        """);
    write(
        SECOND,
        """
        create table b (
          id int generated always as identity primary key,
          a int references a,
          twice int generated always as (a * 2) stored,
          data bytea);
        insert into b (a, data) values (2, '\\x00ff');
        insert into b (id, a) overriding system value values (7, 1);
        """);
  }

  @Override
  void write(String name, String script) throws IOException {
    super.write("history/" + name, script);
  }

  private ApplyMigrations.Outcome migrate(ShadowDatabase database, String from) {
    return migrate(database, from, Optional.empty());
  }

  private ApplyMigrations.Outcome migrate(
      ShadowDatabase database, String from, Optional<String> last) {
    return ApplyMigrations.run(
        new ApplyMigrations.Request(
            folder.resolve(from),
            database.url(),
            last,
            Optional.of(
                new ApplyMigrations.Manner(limits(Duration.ofSeconds(3)), Optional.empty())),
            environment(),
            Progress.SILENT));
  }

  private ReportStatus.Request request(ShadowDatabase database) {
    return new ReportStatus.Request(
        folder.resolve("history"), database.url(), Optional.empty(), environment());
  }

  private SquashHistory.Outcome squash(Optional<String> last, boolean isDry) {
    try (var reader = reader()) {
      return SquashHistory.run(
          new SquashHistory.Request(
              folder.resolve("history"),
              folder.resolve("aside"),
              last,
              Optional.empty(),
              reader,
              environment(),
              isDry));
    }
  }
}
