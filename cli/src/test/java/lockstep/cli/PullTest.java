package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls of `pull` that never come to a database.
class PullTest {
  @TempDir private Path folder;
  private Calls calls;

  @BeforeEach
  void inFolder() throws IOException {
    calls = Calls.in(folder);
  }

  @Test
  void withoutADatabaseItSaysHowToNameOne() {
    var answer = calls.run("pull");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err()).contains("`DATABASE_URL`").contains("--database");
  }

  @Test
  void aDatabaseIsNamedByItsAddress() {
    var answer = calls.run("pull", "--database", "python:app");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err()).contains("--database");
  }

  @Test
  void waysToWriteNothingContradictEachOther() {
    for (var options : new String[] {"--check --print", "--dry-run --print", "--check --dry-run"}) {
      var answer = calls.run(("pull " + options).split(" "));
      assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
      assertThat(answer.err()).contains("contradict each other");
    }
    var answer = calls.run("pull", "--print", "--format", "json");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
  }

  @Test
  void anotherSourceOfTheProjectIsNotWrittenOver() throws IOException {
    calls.write("lockstep.toml", "source = \"sql:schema.sql\"\n");
    calls.write("schema.sql", "");
    var answer = calls.run("pull", "--database", "postgresql://ann:s3cret@localhost:1/app");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err()).contains("--schema").doesNotContain("s3cret");
  }

  @Test
  void anInvalidSchemaIsShownBeforeTheDatabaseIsAsked() throws IOException {
    calls.write("prisma/schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\nmodel\n");
    var answer = calls.run("pull", "--database", "postgresql://ann:s3cret@localhost:1/app");
    assertThat(answer.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(answer.err()).contains("prisma/schema.prisma:4:1").doesNotContain("s3cret");
    var json = calls.run("pull", "--database", "postgresql://localhost:1/app", "--format", "json");
    assertThat(json.out()).contains("\"upToDate\": false").contains("PSL001");
  }
}
