package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.embedded.EmbeddedServer;
import lockstep.engine.project.Environment;
import lockstep.engine.project.ProjectCode;
import lockstep.engine.testing.TestServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases that are brought back, on a server of the version of the `pg_dump` here.
class RestoreBackupTest {
  private static final String ROWS =
      """
      create schema "Other one";
      create extension hstore;
      create type mood as enum ('fair', 'foul');
      create table a (id int generated always as identity primary key, m mood, h hstore, t text);
      create table "Other one".b (id int references a, primary key (id));
      create materialized view m as select id from a;
      create publication p for table a;
      insert into a (m, h, t) select 'fair', 'x=>1', E'-- Name: a; Type: TABLE\\n\\\\.' || i
      from generate_series(1, 500) i;
      insert into "Other one".b select id from a where id % 3 = 0;
      refresh materialized view m;
      """;

  @TempDir private Path folder;

  @Test
  void whatWasBrokenIsAsItWas() throws IOException {
    onDatabase(
        url -> {
          run(url, ROWS);
          var file = backUp(url);
          run(
              url,
              """
              create schema later;
              create table later.c (id int references a);
              alter table a drop t;
              alter type mood rename value 'foul' to 'bad';
              drop table "Other one".b;
              create publication q for all tables;
              select lo_create(0);
              """);
          var outcome = restore(url, file);
          assertThat(outcome.diagnostics()).isEmpty();
          assertThat(outcome.entries()).isGreaterThan(10);
          assertThat(
                  query(
                      url,
                      """
                      select concat_ws(' ', to_regnamespace('later') is null, (select count(t) from a),
                        (select count(*) from "Other one".b), (select count(*) from m),
                        (select string_agg(pubname, ',') from pg_publication),
                        (select count(*) from pg_largeobject_metadata),
                        has_schema_privilege('public', 'public', 'usage'))"""))
              .isEqualTo("t 500 166 500 p 0 t");
        });
  }

  @Test
  void whatFailsLeavesTheDatabaseAsItIs() throws IOException {
    onDatabase(
        url -> {
          run(url, ROWS);
          var file = backUp(url);
          run(url, "create table c ()");
          assertThat(restore(url, folder.resolve("missing")).diagnostics())
              .singleElement()
              .satisfies(it -> assertThat(it.code()).isEqualTo(ProjectCode.FILE_MISSING));
          var torn = tear(file);
          assertThatThrownBy(() -> restore(url, torn)).satisfies(it -> fails(it, "pg_restore"));
          try (var other = Session.open(url)) {
            other.execute("begin; lock table a");
            assertThatThrownBy(() -> restore(url, file))
                .satisfies(it -> fails(it, "lock timeout"))
                .hasMessageContaining("lock timeout; process ")
                .hasMessageContaining(" stood in the way");
          }
          assertThat(query(url, "select to_regclass('c') is not null")).isEqualTo("t");
          assertThat(query(url, "select count(*) from a")).isEqualTo("500");
        });
  }

  @Test
  void whatDiffersIsNamed() throws IOException {
    var one = entries("-- Name: a; Type: TABLE; Schema: public; Owner: x\nb\n");
    assertThat(
            one.differences(
                entries("\\restrict 1\n-- Name: a; Type: TABLE; Schema: public; Owner: x\nb\n")))
        .isEmpty();
    var rows = "-- Data for Name: a; Type: TABLE DATA; Schema: public; Owner: x\n1\n";
    assertThat(
            one.differences(
                entries("-- Name: a; Type: TABLE; Schema: public; Owner: x\nc\n" + rows)))
        .containsExactly("public.a; TABLE", "public.a; TABLE DATA");
    var longLine = "x".repeat(5000);
    assertThat(entries(rows + longLine + "1").differences(entries(rows + longLine + "2")))
        .containsExactly("public.a; TABLE DATA");
  }

  private static DumpEntries entries(String script) throws IOException {
    return DumpEntries.read(new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)));
  }

  private static void fails(Throwable thrown, String words) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            EnvironmentException.class,
            it -> assertThat(it.code()).isEqualTo(MigrateCode.RESTORE_FAILED))
        .hasMessageContaining(words);
  }

  private Path tear(Path file) {
    try {
      var bytes = Files.readAllBytes(file);
      var torn = Arrays.copyOf(bytes, bytes.length - 200);
      return Files.write(folder.resolve("torn.dump"), torn);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void onDatabase(Consumer<ConnectionUrl> test) throws IOException {
    var major = majorOfPrograms();
    Assumptions.assumeTrue(
        major.isPresent(), "no pg_dump and psql: apt-get install postgresql-client");
    try (var server = EmbeddedServer.open(TestServer.settings().withMajor(major.get()))) {
      var name = "lockstep_restore_" + ProcessHandle.current().pid();
      server.session().execute("create database " + name + " template template0");
      try {
        test.accept(server.url().withDatabase(name));
      } finally {
        server.session().execute("drop database " + name + " with (force)");
      }
    }
  }

  private Optional<Integer> majorOfPrograms() {
    if (environment().program("pg_dump").isEmpty() || environment().program("psql").isEmpty()) {
      return Optional.empty();
    }
    var url = ConnectionUrl.of("postgresql://localhost/none");
    var programs = new ClientPrograms(url, 0, environment(), RestoreBackupTest::broken);
    var version = programs.run(List.of("pg_dump", "--version"));
    return Optional.of(Integer.valueOf(version.replaceAll("(?s)\\D*(\\d+).*", "$1")));
  }

  private static EnvironmentException broken(String why) {
    return EnvironmentException.of(MigrateCode.BACKUP_FAILED, why, why);
  }

  private Path backUp(ConnectionUrl url) {
    try (var session = Session.open(url)) {
      var target = new Backup.Target(url, session.serverVersion() / 10_000);
      return Backup.take(target, folder.resolve("backups"), environment(), Progress.SILENT);
    }
  }

  private RestoreBackup.Outcome restore(ConnectionUrl url, Path file) {
    var limits = Limits.of(Patience.of(Duration.ofMillis(500)), Optional.empty());
    return RestoreBackup.run(
        new RestoreBackup.Request(file, url, limits, environment(), Progress.SILENT));
  }

  private static void run(ConnectionUrl url, String sql) {
    try (var session = Session.open(url)) {
      session.execute(sql);
    }
  }

  private static String query(ConnectionUrl url, String sql) {
    try (var session = Session.open(url)) {
      return session.queryOne(sql, row -> row.text(1)).orElseThrow();
    }
  }

  private Environment environment() {
    var path = System.getenv().getOrDefault("PATH", "");
    return new Environment(Map.of("PATH", path), folder, folder);
  }
}
