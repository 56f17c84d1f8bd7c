package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import lockstep.engine.project.Environment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
  private static final String TABLE = "CREATE TABLE users (id bigint PRIMARY KEY, email text);\n";
  private static final String INDEX =
      "SET lock_timeout = '3s';\nCREATE INDEX users_email ON users (email);\n";

  private Calls calls;

  @BeforeEach
  void inFolder(@TempDir Path folder) throws IOException {
    calls = Calls.in(folder);
  }

  @Test
  void aFindingShowsItsPlaceAndMakesTheAnswerOne() throws IOException {
    calls.write("a.sql", INDEX);
    var answer = calls.run("lint", "a.sql");
    assertThat(answer.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(answer.out())
        .isEqualTo(
            """
            warning[LNT101]: `CREATE INDEX` blocks every write to `users` until the index is built.
              --> a.sql:2:1
               |
             2 | CREATE INDEX users_email ON users (email);
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = Use `CREATE INDEX CONCURRENTLY`, in a script of its own.
            1 warning in 1 script
            """);
  }

  @Test
  void aFolderIsReadInTheOrderOfItsMigrations() throws IOException {
    calls.write("migrations/2_index/migration.sql", INDEX);
    calls.write("migrations/1_table/migration.sql", TABLE);
    var answer = calls.run("lint", "migrations");
    assertThat(answer.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(answer.out()).contains("migrations/2_index/migration.sql:2:1");
    assertThat(answer.out()).endsWith("1 warning in 2 scripts\n");
  }

  @Test
  void aTableOfTheSameScriptIsNoHazard() throws IOException {
    calls.write("a.sql", TABLE + INDEX);
    var answer = calls.run("lint", "a.sql");
    assertThat(answer.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(answer.out()).isEqualTo("no hazard in 1 script\n");
  }

  @Test
  void aNoteAloneIsNoFinding() throws IOException {
    calls.write("a.sql", "CREATE TABLE logs (line text);\n");
    var answer = calls.run("lint", "a.sql");
    assertThat(answer.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(answer.out()).contains("note[LNT913]").endsWith("1 note in 1 script\n");
  }

  @Test
  void theProjectSaysHowMuchAHazardIsMinded() throws IOException {
    calls.write("lockstep.toml", "source = \"s.prisma\"\n[lint]\nLNT101 = \"note\"\n");
    calls.write("a.sql", INDEX);
    assertThat(calls.run("lint", "a.sql").code()).isEqualTo(ExitCode.CLEAN);
    calls.write("lockstep.toml", "source = \"s.prisma\"\n[lint]\nLNT01 = \"of\"\n");
    var wrong = calls.run("lint", "a.sql");
    assertThat(wrong.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(wrong.err()).contains("There is no key `LNT01` here.").contains("Did you mean");
  }

  @Test
  void everyFormatHasTheFinding() throws IOException, MalformedJsonException {
    calls.write("a.sql", INDEX);
    var json = JsonReader.read(calls.run("lint", "a.sql", "--format", "json").out());
    assertThat(json.get("clean").orElseThrow().toString()).contains("false");
    assertThat(calls.run("lint", "a.sql", "--format", "json").out()).contains("\"LNT101\"");
    assertThat(calls.run("lint", "a.sql", "--format", "sarif").out())
        .contains("\"ruleId\": \"LNT101\"")
        .contains("an index is built while nobody can write");
    assertThat(calls.run("lint", "a.sql", "--format", "github").out())
        .startsWith("::warning file=a.sql,line=2,col=1,");
  }

  @Test
  void aScriptMayComeFromAnotherProgram() {
    var out = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new Terminal.Input(
                new ByteArrayInputStream(INDEX.getBytes(StandardCharsets.UTF_8)), false),
            new Output(out, false, false),
            new Output(new ByteArrayOutputStream(), false, false));
    var environment = new Environment(Map.of(), calls.folder(), calls.folder());
    assertThat(new Shell(environment, terminal).run(List.of("lint", "-")))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--> stdin:2:1");
  }

  @Test
  void onlyADatabaseIsADatabase() throws IOException {
    calls.write("a.sql", INDEX);
    calls.write("s.prisma", "");
    var answer = calls.run("lint", "a.sql", "--database", "s.prisma");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err()).contains("is no database");
  }

  @Test
  void whatIsNotThereIsAWrongCall() throws IOException {
    assertThat(calls.run("lint", "none.sql").code()).isEqualTo(ExitCode.BAD_CALL);
    calls.write("empty/a.txt", "");
    assertThat(calls.run("lint", "empty").code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(calls.run("lint").code()).isEqualTo(ExitCode.BAD_CALL);
  }
}
