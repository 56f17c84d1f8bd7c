package lockstep.engine.postgres.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.PostgresCode;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.testing.Postgres;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

@Postgres
class ScriptRunTest {
  @Test
  void aDumpRunsAsItIs(ShadowDatabase database) {
    var dump =
        """
        \\restrict x6cR
        SET statement_timeout = 0;
        SET client_encoding = 'LATIN1';
        CREATE SCHEMA public;
        SET setting_of_tomorrow = 0;
        SELECT pg_catalog.set_config('search_path', '', false);
        CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
        COMMENT ON EXTENSION citext IS 'case-insensitive';
        COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL';
        CREATE TABLE public.t (a integer NOT NULL, b public.citext);
        ALTER TABLE public.t OWNER TO app;
        GRANT SELECT ON TABLE public.t TO reader;
        COPY public.t (a, b) FROM stdin;
        1\tone;
        2\t\\N
        \\.

        ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);
        \\unrestrict x6cR
        """;

    assertThat(run(database, dump))
        .containsExactly(
            """
            note[SQL002]: Skipped 2 statements about owners and privileges: the shadow database does not know `app`, `reader`.
              --> dump.sql:11:1
               |
            11 | ALTER TABLE public.t OWNER TO app;
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            """
            note[SQL006]: Skipped 1 statement about settings that this server does not know or allow.
              --> dump.sql:5:1
               |
             5 | SET setting_of_tomorrow = 0;
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """);
    assertThat(database.session().query("select a, b from public.t order by a", it -> it.text(1)))
        .containsExactly("1", "2");
  }

  @Test
  void aTransactionSaysWhatKindItIs(ShadowDatabase database) {
    var script =
        """
        BEGIN;
        SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
        CREATE TABLE kind AS SELECT current_setting('transaction_isolation') AS is;
        COMMIT;
        """;
    assertThat(run(database, script)).isEmpty();
    assertThat(database.session().query("select \"is\" from kind", it -> it.text(1)))
        .containsExactly("repeatable read");
  }

  @Test
  void anErrorIsPlacedWhereTheServerSaysAndEndsTheRun(ShadowDatabase database) {
    var script = "create table a (id int);\n-- ä😀\ncreate table b (\n  'ü' x,\n  id nonsense);\n;";

    assertThat(run(database, script))
        .containsExactly(
            """
            error[SQL001]: PostgreSQL refuses this statement: syntax error at or near "'ü'" (SQLSTATE 42601).
              --> dump.sql:4:3
               |
             4 |   'ü' x,
               |   ^^^
            """);
  }

  @Test
  void aNameInAnotherCaseIsAdvised(ShadowDatabase database) {
    assertThat(run(database, "begin; create type \"Role\" as enum (); create table t (a Role);"))
        .first()
        .asString()
        .contains("type \"role\" does not exist", "It is called `\"Role\"`: write it so");
  }

  @Test
  void badDataIsPlacedInItsLine(ShadowDatabase database) {
    var script = "create table t (a int);\ncopy t from stdin;\n1\n2\nthree\n\\.\nselect 1;\n";

    assertThat(run(database, script))
        .singleElement()
        .asString()
        .contains("invalid input syntax for type integer")
        .contains("dump.sql:5:1");
  }

  @Test
  void unknownRolesDoNotEndATransaction(ShadowDatabase database) {
    var script =
        """
        begin;
        create schema s authorization app;
        create table s.t (id int);
        alter table s.t owner to app;
        set role app;
        create schema authorization app;
        commit;
        """;

    assertThat(run(database, script)).singleElement().asString().contains("4 statements");
    assertThat(database.run("select * from s.t; create table app.t ()")).isEmpty();
  }

  @Test
  void whatBelongsToTheClusterIsNotRun(ShadowDatabase database) {
    var script =
        """
        create role lockstep_test_role;
        create database lockstep_test_database;
        alter database postgres set work_mem = '1MB';
        \\connect lockstep_test_database
        create table t (id int);
        """;

    assertThat(run(database, script)).singleElement().asString().contains("3 statements");
    assertThat(database.run("select * from t")).isEmpty();
    assertThat(
            database
                .session()
                .query("select from pg_roles where rolname = 'lockstep_test_role'", it -> "a role"))
        .isEmpty();
  }

  @Test
  void theRoleCanNeitherReadFilesNorMakeRoles(ShadowDatabase database) {
    for (var script :
        List.of(
            "create table t (a text);\ncopy t from '/etc/hostname';",
            "select pg_read_file('/etc/hostname');",
            "create table u (a text);\ncopy u from program 'id';",
            "do $$ begin create role lockstep_test_role; end $$;",
            "set session authorization default; alter role lockstep superuser; do $$ begin"
                + " alter role lockstep superuser; end $$;")) {
      assertThat(String.join("", run(database, script))).contains("42501");
    }
  }

  @Test
  void anExtensionForSuperusersIsAdded(ShadowDatabase database) {
    var script = "create schema s;\nset search_path = s;\ncreate extension pageinspect;";

    assertThat(run(database, script)).isEmpty();
    assertThat(
            database
                .session()
                .query(
                    "select extnamespace::regnamespace::text from pg_extension"
                        + " where extname = 'pageinspect'",
                    it -> it.text(1)))
        .containsExactly("s");
  }

  @Test
  void anExtensionThatIsNotThereIsSaidWithTheWaysOut(ShadowDatabase database) {
    assertThatThrownBy(() -> run(database, "select 1;\ncreate extension \"postgis\";"))
        .isInstanceOfSatisfying(
            EnvironmentException.class,
            it -> {
              assertThat(it.code()).isEqualTo(PostgresCode.EXTENSION_MISSING);
              assertThat(PlainRenderer.render(it.diagnostic()))
                  .contains("no extension `postgis`")
                  .contains("dump.sql:2:1")
                  .contains("--shadow-url")
                  .contains("add-extension");
            });
  }

  @Test
  void whatNeedsASuperuserIsSaidOnceAndPassedOver(ShadowDatabase database) {
    var script =
        """
        create function f() returns event_trigger language plpgsql as 'begin end';
        create event trigger watch on ddl_command_end execute function f();
        alter event trigger watch owner to lockstep;
        comment on event trigger watch is 'watches';
        create table t (id int);
        """;

    assertThat(run(database, script))
        .satisfiesExactly(
            it -> assertThat(it).contains("SQL004"),
            it -> assertThat(it).contains("SQL009").contains("2 statements"));
    assertThat(database.run("select * from t")).isEmpty();
  }

  @Test
  void whatOnlySoundsLikeSomethingSkippedIsRefused(ShadowDatabase database) {
    var script =
        """
        create function watching() returns event_trigger language plpgsql as 'begin end';
        create event trigger watch on ddl_command_end execute function watching();
        create table t (id int, foreign key (id) references watching (id));
        """;

    assertThat(run(database, script))
        .satisfiesExactly(
            it -> assertThat(it).contains("SQL004"),
            it -> assertThat(it).contains("SQL001").contains("\"watching\" does not exist"));
  }

  @Test
  void onlyTheSchemaThatIsThereAnywayMayBeMadeTwice(ShadowDatabase database) {
    assertThat(run(database, "create schema \"public\";\ncreate schema s;\ncreate schema s;"))
        .singleElement()
        .asString()
        .contains("SQL001")
        .contains("dump.sql:3:1");
  }

  @Test
  void anOpenTransactionIsSaid(ShadowDatabase database) {
    assertThat(run(database, "begin; create table t ();"))
        .singleElement()
        .asString()
        .contains("SQL007");
    assertThat(database.run("select * from t")).isPresent();
  }

  @Test
  void includedFilesAreRefused(ShadowDatabase database) {
    assertThat(run(database, "\\ir other.sql\n")).singleElement().asString().contains("SQL008");
  }

  @Test
  void scriptsKnowNothingOfEachOther(ShadowDatabase database) {
    assertThat(run(database, "select set_config('search_path', '', false);")).isEmpty();
    assertThat(run(database, "create table t (id int);")).isEmpty();
  }

  private static List<String> run(ShadowDatabase database, String script) {
    List<Diagnostic> said = ScriptRun.run(database, SourceText.of("dump.sql", script));
    return said.stream().map(PlainRenderer::render).toList();
  }
}
