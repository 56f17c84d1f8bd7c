package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.project.Environment;
import lockstep.engine.testing.Postgres;
import lockstep.migration.Migration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Histories that are run there, back and there again.
@Postgres
class VerifyHistoryTest {
  @TempDir private Path folder;

  @Test
  void eachLeadsThereAndBackUnlessNothingTakesItBack() throws IOException {
    write("1_a", "create table a (b int);", "-- loses: drop-table:public.a\ndrop table a;");
    write("2_b", "create index concurrently on a (b);", "drop index a_b_idx;");
    write("3_c", "alter table a add c int;", "");
    var outcome = verify();
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.proven()).extracting(Migration::name).containsExactly("1_a", "2_b");
    assertThat(outcome.oneWay()).extracting(Migration::name).containsExactly("3_c");
  }

  @Test
  void whatDoesNotLeadBackIsSaidAndTheNextIsVerifiedAllTheSame() throws IOException {
    write("1_a", "create table a (b int);", "drop table b;");
    write("2_b", "create table b (); create type t as enum ();", "drop table b;");
    write("3_c", "create table if not exists c ();", "select 1;");
    write("4_d", "create table d ();", "drop table d;");
    var outcome = verify();
    assertThat(outcome.diagnostics())
        .extracting(Diagnostic::fact)
        .containsExactly(
            "The way back is refused: table \"b\" does not exist (SQLSTATE 42P01).",
            "The way back does not lead there: it leaves a difference in enum public.t.",
            "The way back does not lead there: it leaves a difference in table public.c.",
            "The way back drops or empties tables or columns, and does not say that what is in them is"
                + " lost, of `4_d`.");
    assertThat(outcome.proven()).extracting(Migration::name).containsExactly("4_d");
  }

  @Test
  void aHistoryThatIsBrokenEndsThere() throws IOException {
    write("1_a", "select 1/0;", "select 1;");
    write("2_b", "create table b ();", "drop table b;");
    var outcome = verify();
    assertThat(outcome.diagnostics()).extracting(it -> it.code().id()).containsExactly("SQL001");
    assertThat(outcome.proven()).isEmpty();
  }

  @Test
  void whatTakesItselfBackIsSaidAndTheNextIsVerifiedAllTheSame() throws IOException {
    write("1_a", "begin; create table a (); rollback;", "");
    write("2_b", "create table b ();", "-- loses: drop-table:public.b\ndrop table b;");
    var outcome = verify();
    assertThat(outcome.diagnostics()).extracting(it -> it.code().id()).containsExactly("MIG068");
    assertThat(outcome.proven()).extracting(Migration::name).containsExactly("2_b");
  }

  private void write(String name, String script, String down) throws IOException {
    var migration = Files.createDirectories(folder.resolve(name));
    Files.writeString(migration.resolve("migration.sql"), script);
    if (!down.isEmpty()) {
      Files.writeString(migration.resolve("down.sql"), down);
    }
  }

  private VerifyHistory.Outcome verify() {
    var environment = new Environment(Map.of(), folder, folder);
    try (var reader = MigrationsFixture.reader(environment, folder)) {
      return VerifyHistory.run(new VerifyHistory.Request(folder, reader, environment));
    }
  }
}
