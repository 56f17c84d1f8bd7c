package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls of `seed` that never come to a database.
class SeedTest {
  private static final String[] CALL = {
    "seed", "--database", "postgresql://ann:s3cret@localhost:1/a"
  };

  @TempDir private Path folder;
  private Calls calls;

  @BeforeEach
  void inFolder() throws IOException {
    calls = Calls.in(folder);
  }

  @Test
  void withoutFilesItSaysHowToNameThem() {
    var answer = calls.run(CALL);
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err()).contains("`lockstep seed db/seed`").doesNotContain("s3cret");
  }

  @Test
  void withoutADatabaseItSaysHowToNameOne() {
    var answer = calls.run("seed", "data");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err()).contains("`DATABASE_URL`").contains("--database");
  }

  @Test
  void wrongSettingsAreShownAtTheirPlace() throws IOException {
    calls.write("schema.sql", "");
    for (var wrong :
        new String[] {
          "fils = 1", "files = 1", "expect = { a = -1 }", "expect = 1", "keys = { a = 1 }"
        }) {
      calls.write("lockstep.toml", "source = \"sql:schema.sql\"\n[seed]\n" + wrong + "\n");
      var answer = calls.run(CALL);
      assertThat(answer.code()).as(wrong).isEqualTo(ExitCode.BAD_CALL);
      assertThat(answer.err()).as(wrong).contains("lockstep.toml:3:");
    }
  }

  @Test
  void allFilesAreReadBeforeTheDatabaseIsAsked() throws IOException {
    calls.write("schema.sql", "");
    calls.write("lockstep.toml", "source = \"sql:schema.sql\"\n[seed]\nfiles = \"data\"\n");
    var answer = calls.run(CALL);
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err()).contains("PRJ010").contains("data");
    calls.write("data/a.json", "[{]");
    calls.write("data/b.csv", "a\n\"");
    calls.write("data/c.yaml", "");
    calls.write("data/notes.md", "");
    answer = calls.run(CALL);
    assertThat(answer.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(answer.err())
        .contains("data/a.json:1:3", "data/b.csv:2:1", "data/c.yaml", "nothing written")
        .doesNotContain("notes.md");
    var json =
        calls.run("seed", "data", "--database", "postgresql://localhost:1/a", "--format", "json");
    assertThat(json.out()).contains("\"seeded\": false", "SED002", "SED001");
  }

  @Test
  void theTimeToWaitIsANumberOfSeconds() throws IOException {
    calls.write("data/a.json", "[]");
    for (var wrong : new String[] {"0", "-1", "3s", "soon"}) {
      var answer =
          calls.run(
              "seed",
              "data",
              "--database",
              "postgresql://localhost:1/a",
              "--lock-timeout=" + wrong);
      assertThat(answer.code()).as(wrong).isEqualTo(ExitCode.BAD_CALL);
      assertThat(answer.err()).as(wrong).contains("`--lock-timeout`", "number of seconds");
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsTheEnvironments() throws IOException {
    calls.write("data/a.json", "[]");
    var answer = calls.run("seed", "data", "--database", "postgresql://ann:s3cret@localhost:1/a");
    assertThat(answer.code()).isEqualTo(ExitCode.ENVIRONMENT_FAILED);
    assertThat(answer.err()).contains("PG001").doesNotContain("s3cret");
  }
}
