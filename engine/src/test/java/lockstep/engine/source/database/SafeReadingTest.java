package lockstep.engine.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.PostgresCode;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.embedded.OwnServer;
import lockstep.engine.postgres.introspection.IntrospectionCode;
import lockstep.engine.testing.Postgres;
import lockstep.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Databases that are hard to read are read right, or refused in clear words; and reading changes
/// nothing.
@Postgres
class SafeReadingTest {
  private static final String ORDINARY =
      """
      create schema app;
      create type app.mood as enum ('ok');
      create domain app.short as text check (length(value) < 5);
      create table app.users (
        id int generated always as identity primary key,
        mood app.mood default 'ok',
        name app.short not null check (name <> ''));
      create table posts (id serial primary key, user_id int references app.users (id));
      create index on posts ((user_id + 1)) where user_id > 0;
      create view app.names as select id, name from app.users;
      comment on table posts is 'texts';
      """;

  @Test
  void aSessionThatOnlyReadsIsEnough(ShadowDatabase database) {
    assertThat(database.run(ORDINARY)).isEmpty();
    var url = database.url().reveal() + "&options=-c%20default_transaction_read_only%3Don";
    assertThat(schema(ConnectionUrl.of(url))).isEqualTo(schema(database.url()));
  }

  @Test
  void aStandbyIsReadLikeItsPrimary() throws IOException {
    try (var server = OwnServer.start(List.of())) {
      server.execute(ORDINARY);
      var before = schema(server.url());
      assertThat(before.namespaces()).hasSize(2);

      server.becomeStandby();
      try (var session = Session.open(server.url())) {
        assertThat(session.query("select pg_is_in_recovery()", it -> it.isTrue(1)))
            .containsExactly(true);
      }
      assertThat(schema(server.url())).isEqualTo(before);
    }
  }

  @Test
  void whoMayReadNoTableSeesWhatTheOwnerSees(ShadowDatabase database) {
    assertThat(database.run(ORDINARY)).isEmpty();
    try (var superuser = superuser(database)) {
      superuser.execute("drop role if exists nobody_here; create role nobody_here login");
      var url = database.url().withUser("nobody_here", Optional.empty());
      // Who owns it all is said from the reader's own side.
      assertThat(schema(url).namespaces()).isEqualTo(schema(database.url()).namespaces());
      superuser.execute("drop role nobody_here");
    }
  }

  @Test
  void whoMayNotReadTheCatalogIsTold(ShadowDatabase database) {
    try (var superuser = superuser(database)) {
      superuser.execute("drop role if exists nobody_there; create role nobody_there login");
      superuser.execute("revoke select on pg_constraint from public");
      var said = fails(database.url().withUser("nobody_there", Optional.empty()));
      superuser.execute("drop role nobody_there");

      assertThat(said.code()).isEqualTo(IntrospectionCode.UNREADABLE_CATALOG);
      assertThat(said.diagnostic().fact())
          .contains("permission denied for table pg_constraint (42501)");
      assertThat(said.diagnostic().advice().orElseThrow()).contains("read access");
    }
  }

  @Test
  void aDatabaseThatGoesAwayHalfWayIsSaid(ShadowDatabase database) {
    assertThat(database.run(ORDINARY)).isEmpty();
    try (var locking = superuser(database);
        var killing = superuser(database)) {
      var killed =
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'""";
      // What it needs of the catalog it must know before that is locked.
      assertThat(killing.query(killed, it -> it.isTrue(1))).isEmpty();
      locking.execute("begin; lock table pg_constraint in access exclusive mode");
      var reading = CompletableFuture.supplyAsync(() -> fails(database.url()));
      while (killing.query(killed, it -> it.isTrue(1)).isEmpty()) {
        killing.execute("select pg_sleep(0.01)");
      }
      assertThat(reading.join().code()).isEqualTo(PostgresCode.CONNECTION_LOST);
    }
  }

  @Test
  void namesInAnotherEncodingAreReadAsTheyAre(Shadow shadow, ShadowDatabase somewhere) {
    try (var database = new Other(somewhere, "latin_1", "LATIN1")) {
      database.execute(
          """
          create table "Bücher" ("Größe" text default 'süß');
          comment on table "Bücher" is 'für alle'""");
      assertThat(DdlEmitter.emit(schema(database.url())))
          .contains("\"Bücher\"", "\"Größe\"", "'süß'", "'für alle'");
    }
  }

  @Test
  void bytesThatAreNoTextAreSaid(ShadowDatabase somewhere) {
    try (var database = new Other(somewhere, "no_encoding", "SQL_ASCII")) {
      database.execute(
          "create table \"Bücher\" (a int); comment on table \"Bücher\" is 'für alle'");
      assertThat(DdlEmitter.emit(schema(database.url()))).contains("\"Bücher\"", "'für alle'");

      database.execute(
          "do $$begin execute E'comment on column \"Bücher\".a is ''f\\xfcr'''; end$$");
      var said = fails(database.url());
      assertThat(said.code()).isEqualTo(IntrospectionCode.UNREADABLE_CATALOG);
      assertThat(said.diagnostic().fact()).contains("0xfc").contains("(22021)");
      assertThat(said.diagnostic().advice().orElseThrow()).contains("UTF-8");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\"b'c",
        "line\nbreak\r\n\ttab",
        "😀 emoji",
        "back\\slash $1 $$ $x$ %s %I {0} ${a} :b ?",
        "x\"; drop table victims; --",
        "x'); drop table victims; --",
        "*/ drop table victims; /*",
        " leading and trailing ",
        "\u0001\u001e\u007f",
        "SELECT",
        "a.b",
        "nbsp\u00a0zwj\u200drtl\u202e",
      })
  void namesAreOnlyNames(String name, Shadow shadow) {
    try (var first = shadow.create();
        var second = shadow.create()) {
      assertThat(first.run(named(name))).isEmpty();
      isKept(first, second, name);
    }
  }

  @Test
  void longestNamesAreKept(Shadow shadow) {
    for (var name : List.of("n".repeat(63), "ü".repeat(31), "😀".repeat(15) + "abc")) {
      try (var first = shadow.create();
          var second = shadow.create()) {
        assertThat(first.run(named(name))).isEmpty();
        isKept(first, second, name);
      }
    }
  }

  @Test
  void aDatabaseMayHaveAnyName(ShadowDatabase somewhere) {
    try (var database = new Other(somewhere, "a\"b'c; drop %41 /?#@:é", "UTF8")) {
      database.execute("create schema \"s\"\"'%41\"; create table \"s\"\"'%41\".t (a int)");
      var schema = schema(database.url().withNamespace("s\"'%41"));
      assertThat(schema.namespaces()).singleElement();
      assertThat(schema(ConnectionUrl.of(database.url().withNamespace("s\"'%41").reveal())))
          .isEqualTo(schema);
    }
  }

  /// What is read makes the same again, and nothing else was executed on the way.
  private static void isKept(ShadowDatabase first, ShadowDatabase second, String name) {
    var schema = schema(first.url());
    assertThat(schema.namespaces()).anyMatch(it -> it.name().text().equals(name));
    assertThat(second.run(DdlEmitter.emit(schema))).isEmpty();
    assertThat(schema(second.url())).isEqualTo(schema);
    var victims = "select count(*) from pg_class where relname = 'victims'";
    assertThat(first.session().query(victims, it -> it.integer(1))).containsExactly(1);
    assertThat(second.session().query(victims, it -> it.integer(1))).containsExactly(1);
  }

  private static String named(String name) {
    var quoted = '"' + name.replace("\"", "\"\"") + '"';
    var literal = "E'" + name.replace("\\", "\\\\").replace("'", "''") + "'";
    return """
        create table victims (id int);
        create schema N;
        set local search_path to N;
        create type "kind" as enum (L, 'other');
        create domain N as text default L constraint N check (value <> L);
        create sequence "sequence";
        comment on schema N is L;
        create table "table" (
          N text default L constraint "check" check (N <> L),
          "kind" "kind" default L,
          id int generated by default as identity constraint "key" primary key,
          parent int constraint N references "table" (id));
        create index "index" on "table" (N, (N || L)) where N <> L;
        create table "holder" ("d" N);
        create view "view" as select N, L::text as "text" from "table" where N = L;
        comment on table "table" is L;
        comment on column "table".N is L"""
        .replace("N", "\u0000n")
        .replace("L,", "\u0000l,")
        .replaceAll("\\bL\\b", "\u0000l")
        .replace("\u0000n", quoted)
        .replace("\u0000l", literal);
  }

  /// A database with another encoding or name than a shadow has.
  private static final class Other implements AutoCloseable {
    private final Session superuser;
    private final String name;

    Other(ShadowDatabase somewhere, String name, String encoding) {
      this.superuser = superuser(somewhere);
      this.name = '"' + name.replace("\"", "\"\"") + '"';
      superuser.execute("drop database if exists " + this.name);
      superuser.execute(
          "create database %s encoding '%s' locale 'C' template template0"
              .formatted(this.name, encoding));
      this.url = superuser.url().withDatabase(name);
    }

    private final ConnectionUrl url;

    ConnectionUrl url() {
      return url;
    }

    void execute(String sql) {
      try (var session = Session.open(url)) {
        session.execute(sql);
      }
    }

    @Override
    public void close() {
      superuser.execute("drop database " + name);
      superuser.close();
    }
  }

  private static Session superuser(ShadowDatabase database) {
    return Session.open(database.url().withUser("postgres", Optional.empty()));
  }

  private static Schema schema(ConnectionUrl url) {
    return DatabaseSource.read(url, "database").schema();
  }

  private static EnvironmentException fails(ConnectionUrl url) {
    return catchThrowableOfType(
        EnvironmentException.class, () -> DatabaseSource.read(url, "database"));
  }
}
