package lockstep.acceptance.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.acceptance.oracle.PythonEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The days after the switch: the schema is edited, pushed, models generated, all committed; and
/// what says so when a step is forgotten.
class DailyLifeTest {
  private static final String SCHEMA = "packages/db/prisma/schema.prisma";
  private static final String EMAIL = "  email             String       @unique\n";

  @TempDir private Path folder;
  private SampleProject project;

  @BeforeEach
  void copy() throws IOException {
    project = SampleProject.copy("file-cleanup/after", folder);
    passes("git init -q . && git add -A && " + commit("start"));
  }

  @AfterEach
  void drop() {
    project.close();
  }

  @Test
  void aChangeGoesFromTheSchemaToTheDatabaseAndTheModels() throws IOException {
    assertThat(check(0)).contains("6 models, 3 sources agree");
    addField("nickname");
    assertThat(check(1)).contains("next: `lockstep generate`, then `lockstep push`");
    passes("lockstep push");
    passes("lockstep generate");
    passes("lockstep check");
    imports("nickname");
    passes("git add -A && " + commit("nickname"));
    passes("lockstep generate --check");
    assertThat(passes("git status --short")).isEmpty();
  }

  @Test
  void whoForgetsToPushIsTold() throws IOException {
    addField("nickname");
    passes("lockstep generate");
    assertThat(check(1)).contains("next: `lockstep push`").doesNotContain("`lockstep generate`");
    passes("lockstep check --no-database");
    assertThat(passes("lockstep push --dry-run")).contains("ADD COLUMN");
    passes("lockstep push");
    passes("lockstep check");
  }

  @Test
  void whoForgetsToGenerateIsToldAndTheHookDoesIt() throws IOException {
    addField("nickname");
    passes("lockstep push --no-generate");
    assertThat(check(1)).contains("next: `lockstep generate`").doesNotContain("`lockstep push`");
    assertThat(fails("lockstep generate --check", 1)).contains("2 files out of date");
    // The hook's other line formats the schema by Prisma's own tool, which is not tried here.
    var hook = Files.readString(project.folder().resolve(".husky/pre-commit"));
    var last = hook.lines().reduce((_, line) -> line).orElseThrow();
    assertThat(last).startsWith("lockstep generate && git add ");
    passes("git add " + SCHEMA + " && " + last);
    assertThat(passes("git diff --cached --name-only"))
        .isEqualTo(
            SCHEMA + "\nservices/api/app/models/__init__.py\nservices/api/app/models/user.py\n");
    passes(commit("nickname"));
    passes("lockstep check");
  }

  @Test
  void aWrongAddressIsSaidWithoutItsPassword() {
    var url = "postgresql://nobody:secret@127.0.0.1:1/none";
    assertThat(fails("DATABASE_URL=%s lockstep check".formatted(url), 3))
        .contains("127.0.0.1")
        .doesNotContain("secret");
  }

  private void addField(String name) throws IOException {
    project.edit(SCHEMA, EMAIL, EMAIL + "  " + name + " String? @db.VarChar(40)\n");
    passes("lockstep format " + SCHEMA);
  }

  private void imports(String field) {
    var python = PythonEnvironment.oldest().program("python");
    passes(
        "cd services/api && '%s' -c 'from app.models import User; User.%s'"
            .formatted(python, field));
  }

  private static String commit(String message) {
    return "git -c user.name=T -c user.email=t@example.com commit -q -m " + message;
  }

  private String check(int exit) {
    return fails("lockstep check", exit);
  }

  private String passes(String line) {
    var result = project.run(line);
    assertThat(result.exit()).as("%s%n%s%n%s", line, result.output(), result.errors()).isZero();
    return result.output();
  }

  /// Returns all that a command says that is to end so.
  private String fails(String line, int exit) {
    var result = project.run(line);
    assertThat(result.exit())
        .as("%s%n%s%n%s", line, result.output(), result.errors())
        .isEqualTo(exit);
    return result.output() + result.errors();
  }
}
