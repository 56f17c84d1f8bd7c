package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.testing.Postgres;
import org.junit.jupiter.api.Test;

/// Histories that begin with what a database is.
@Postgres
class BaselineHistoryTest extends MigrationsFixture {
  private static final String ALL =
      """
      create extension pg_trgm;
      create schema s;
      create type s.mood as enum ('good', 'bad');
      create table a (id serial primary key, text text, words tsvector, mood s.mood);
      create function f() returns trigger language plpgsql as
        'begin new.words := to_tsvector(''simple'', new.text); return new; end';
      create trigger t before insert or update on a for each row execute function f();
      create index on a using gin (words);
      create index on a using gin (text gin_trgm_ops);
      create view s.v as select id from a;
      create table alembic_version (version_num varchar(32) not null);
      insert into a (text) values ('some');
      """;

  @Test
  void aDatabaseIsWrittenDownWholeAndRecorded(ShadowDatabase database) throws IOException {
    database.session().execute(ALL);
    var outcome = baseline(database);
    assertThat(codes(outcome.diagnostics()).stream().filter(it -> !it.startsWith("DRF"))).isEmpty();
    assertThat(Files.readString(folder.resolve("0_init/migration.sql")))
        .contains("tsvector", "CREATE TRIGGER", "EXTENSION", "VIEW")
        .doesNotContain("alembic_version");
    assertThat(folder.resolve("0_init/down.sql")).doesNotExist();
    assertThat(rows(database)).containsExactly("0_init 0 finished same null ");
    assertThat(status(database.url()).isUpToDate()).isTrue();
  }

  @Test
  void whereThereIsAHistoryNothingIsDone(ShadowDatabase database) throws IOException {
    database.session().execute("create table a ()");
    write("1_a", "create table a ();");
    assertThat(codes(baseline(database).diagnostics())).containsExactly("MIG036");
    assertThat(tables(database)).containsExactly("a");
    Files.delete(folder.resolve("1_a/migration.sql"));
    Files.delete(folder.resolve("1_a"));
    baseline(database);
    Files.delete(folder.resolve("0_init/migration.sql"));
    Files.delete(folder.resolve("0_init"));
    assertThat(codes(baseline(database).diagnostics())).containsExactly("MIG036");
    assertThat(folder.resolve("0_init")).doesNotExist();
  }

  private BaselineHistory.Outcome baseline(ShadowDatabase database) {
    try (var reader = reader()) {
      return BaselineHistory.run(
          new BaselineHistory.Request(
              folder,
              database.url(),
              "0_init",
              reader,
              limits(Duration.ofSeconds(3)),
              environment()));
    }
  }
}
