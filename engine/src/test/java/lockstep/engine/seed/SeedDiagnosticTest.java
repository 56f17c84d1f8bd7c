package lockstep.engine.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.testing.Postgres;
import org.junit.jupiter.api.Test;

/// What is said beside the code and the place.
@Postgres
class SeedDiagnosticTest extends SeedCase {
  @Test
  void tablesOfOtherNamespacesAreNamedWithThese(ShadowDatabase database) {
    database
        .session()
        .execute("CREATE SCHEMA app; CREATE TABLE app.t (a int UNIQUE, b int UNIQUE, c int)");
    write("app.t.csv", "c\n1\n");
    assertThat(fact(seed(database))).isEqualTo("No key of `app.t` is given in every row.");
    write("app.t.csv", "a,b\n1,2\n");
    var outcome = seed(database);
    assertThat(fact(outcome)).isEqualTo("A row of `app.t` could be known by `a` or `b`.");
    assertThat(outcome.diagnostics().getFirst().advice().orElseThrow())
        .contains("`\"app.t\" = [\"a\"]`");
    write("app.t.csv", "a,d\n1,2\n");
    assertThat(fact(seed(database))).isEqualTo("`app.t` has no column `d`.");
  }

  @Test
  void whatATriggerRaisesIsSaidWithThePlace(ShadowDatabase database) {
    database
        .session()
        .execute(
            """
            CREATE TABLE t (id int PRIMARY KEY);
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
            CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()
            """);
    write("t.csv", "id\n1\n");
    var outcome = seed(database);
    assertThat(places(outcome)).containsExactly("SED011 t.csv:2:1");
    assertThat(outcome.diagnostics().getFirst().advice().orElseThrow())
        .contains("PL/pgSQL function f() line 1 at RAISE");
  }

  @Test
  void aConstraintThatTwoTablesHaveIsBlamedOnTheRightOne(ShadowDatabase database) {
    database
        .session()
        .execute(
            """
            CREATE TABLE a (id int PRIMARY KEY, CONSTRAINT up FOREIGN KEY (id) REFERENCES a
              DEFERRABLE);
            CREATE TABLE b (id int PRIMARY KEY, other int, CONSTRAINT up FOREIGN KEY (other)
              REFERENCES b DEFERRABLE)
            """);
    write("a.csv", "id\n1\n");
    write("b.csv", "id,other\n1,1\n2,7\n");
    assertThat(places(seed(database))).containsExactly("SED011 b.csv:3:1");
  }

  @Test
  void aCheckThatIsHeldUpIsNotSaidToBeWrong(ShadowDatabase database) throws IOException {
    database.session().execute("CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int)");
    write("t.csv", "id\n1\n");
    Files.createDirectories(folder.resolve("checks"));
    write("checks/a.sql", "SELECT * FROM u");
    database.session().execute("BEGIN; LOCK TABLE u");
    assertThat(places(seed(database))).containsExactly("MIG002 nowhere");
    database.session().execute("ROLLBACK");
    write("checks/a.sql", "SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(1)");
    assertThatThrownBy(() -> seed(database)).isInstanceOf(SqlError.Thrown.class);
  }

  @Test
  void whatTheRoleMayNotDoIsSaid(ShadowDatabase database) {
    database
        .session()
        .execute(
            """
            CREATE TABLE a (id int PRIMARY KEY);
            CREATE TABLE t (id int PRIMARY KEY, n int);
            REVOKE INSERT ON t FROM current_user
            """);
    write("a.csv", "id\n1\n");
    write("t.csv", "id,n\n1,1\n2,2\n");
    var outcome = seed(database);
    assertThat(places(outcome)).containsExactly("SED011 t.csv");
    assertThat(fact(outcome)).contains("permission denied for table t");
    database
        .session()
        .execute(
            """
            GRANT INSERT ON t TO current_user;
            ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
            CREATE POLICY p ON t USING (n < 2)
            """);
    assertThat(places(seed(database))).containsExactly("SED011 t.csv:3:1");
  }

  @Test
  void aSequenceThatTheRoleMayNotMoveIsSaidWithItsTable(ShadowDatabase database) {
    database
        .session()
        .execute(
            """
            CREATE TABLE a (id serial PRIMARY KEY);
            CREATE TABLE t (id serial PRIMARY KEY);
            REVOKE UPDATE ON SEQUENCE t_id_seq FROM current_user
            """);
    write("a.csv", "id\n1\n");
    write("t.csv", "id\n5\n");
    assertThat(places(seed(database))).containsExactly("SED011 t.csv");
    assertThat(rows(database, "SELECT id FROM a")).isEmpty();
  }

  private static String fact(SeedRun.Outcome outcome) {
    places(outcome);
    return outcome.diagnostics().getFirst().fact();
  }
}
