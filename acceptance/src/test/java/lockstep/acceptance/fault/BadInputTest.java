package lockstep.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import lockstep.acceptance.launcher.Launcher;
import lockstep.acceptance.oracle.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
  private static final String SCHEMA =
      "datasource db {\n  provider = \"postgresql\"\n}\n\nmodel A {\n  id Int @id\n}\n";

  private final Launcher lockstep = Launcher.ofCheckout();

  @TempDir private Path folder;

  @Test
  void aMissingFile() {
    var answer = lockstep.run(folder, "validate", "nowhere.prisma");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(said(answer)).contains("PRJ010").contains("nowhere.prisma");
  }

  @Test
  void aFolderWithoutSchema() {
    assertThat(lockstep.run(folder, "validate", ".").exit()).isEqualTo(2);
    var answer = lockstep.run(folder, "check");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(said(answer)).contains("PRJ005");
  }

  @Test
  void aBinaryFile() throws IOException {
    var bytes = new byte[100_000];
    new Random(1).nextBytes(bytes);
    Files.write(folder.resolve("a.prisma"), bytes);
    for (var verb : new String[] {"validate", "format", "ddl"}) {
      var answer = lockstep.run(folder, verb, "a.prisma");
      assertThat(answer.exit()).isEqualTo(2);
      assertThat(said(answer)).contains("PRJ012");
    }
  }

  @Test
  void aSchemaOf50Megabytes() throws IOException {
    var text = new StringBuilder(SCHEMA);
    for (var i = 0; text.length() < 50 << 20; i++) {
      text.append("// ").repeat("comment ", 100).append(i).append('\n');
    }
    Files.writeString(folder.resolve("a.prisma"), text);
    assertThat(lockstep.run(folder, "validate", "a.prisma").exit()).isZero();
    Files.writeString(folder.resolve("a.prisma"), "x".repeat(50 << 20));
    var answer = lockstep.run(folder, "validate", "a.prisma");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(said(answer).length()).as("no line of 50 MB is shown").isLessThan(10_000);
  }

  @Test
  void tooLittleMemory() throws IOException {
    var text = new StringBuilder(SCHEMA);
    for (var i = 0; i < 60_000; i++) {
      text.append("model M").append(i).append(" {\n  id Int @id\n}\n");
    }
    Files.writeString(folder.resolve("a.prisma"), text);
    // A build would need more.
    assertThat(lockstep.run(folder, "--version").exit()).isZero();
    var answer =
        lockstep.run(folder, Map.of("JAVA_TOOL_OPTIONS", "-Xmx40m"), "validate", "a.prisma");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(said(answer)).contains("CLI007").doesNotContain("bug");
  }

  @Test
  void deepNesting() throws IOException {
    var deep = "[".repeat(200_000);
    Files.writeString(
        folder.resolve("a.prisma"), "model A {\n  id Int @id @default(" + deep + ")\n}\n");
    var answer = lockstep.run(folder, "validate", "a.prisma");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(said(answer)).contains("error[PSL");
    Files.writeString(folder.resolve("a.prisma"), "model A {".repeat(100_000));
    assertThat(lockstep.run(folder, "validate", "a.prisma").exit()).isEqualTo(1);
    assertThat(said(lockstep.run(folder, "format", "a.prisma"))).doesNotContain("internal error");
  }

  @Test
  void aStringWithoutEnd() throws IOException {
    Files.writeString(folder.resolve("a.prisma"), SCHEMA.replace("\"postgresql\"", "\"postgresql"));
    var answer = lockstep.run(folder, "validate", "a.prisma");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(said(answer)).contains("a.prisma:2:");
  }

  @Test
  void anotherProvider() throws IOException {
    Files.writeString(folder.resolve("a.prisma"), SCHEMA.replace("postgresql", "mysql"));
    var answer = lockstep.run(folder, "validate", "a.prisma");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(said(answer)).contains("a.prisma:2:").contains("mysql");
  }

  @Test
  void anUnknownKeyInTheSettings() throws IOException {
    Files.writeString(folder.resolve("lockstep.toml"), "source = \"a.prisma\"\ntagret = 1\n");
    var answer = lockstep.run(folder, "check");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(said(answer)).contains("lockstep.toml:2:1").contains("Did you mean `target`?");
  }

  @Test
  void anUnreachableDatabase() throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    var url = "postgresql://ann:s3cret@localhost:1/app";
    var answer = lockstep.run(folder, "diff", "schema.prisma", url);
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(said(answer)).contains("localhost:1").doesNotContain("s3cret");
  }

  @Test
  void aVariableWithASecretIsNeverShown() throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    Files.writeString(folder.resolve(".env"), "DB=postgresql://ann:s3cret@localhost:1/app\n");
    Files.writeString(
        folder.resolve("lockstep.toml"),
        "source = \"schema.prisma\"\n[database]\nurl = \"env:DB\"\n");
    var answer = lockstep.run(folder, "check", "--verbose", "--format", "json");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(said(answer) + answer.output()).doesNotContain("s3cret");
  }

  @Test
  void anUnreachableDatabaseKeepsNothingFromBeingSaidAboutTheOthers() throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    Files.writeString(folder.resolve("other.sql"), "create table b (id int primary key);");
    Files.writeString(
        folder.resolve("lockstep.toml"),
        """
        source = "schema.prisma"
        compare = ["python:app", "sql:other.sql"]
        [database]
        url = "postgresql://ann:s3cret@localhost:1/app"
        """);
    var answer = lockstep.run(folder, "check", "--format", "json", "--python", "/nowhere/python");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.output())
        .contains("table public.b")
        .contains("localhost:1")
        .contains("/nowhere/python");
  }

  @Test
  void anImportThatNobodyWaitsForIsEnded() throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA.replace("Int @id", "Unknown"));
    Files.writeString(
        folder.resolve("models.py"),
        "import os, time\nopen('pid', 'w').write(str(os.getpid()))\ntime.sleep(600)\n");
    Files.writeString(
        folder.resolve("lockstep.toml"),
        "source = \"schema.prisma\"\ncompare = [\"python:models\"]\n");
    var answer = lockstep.run(folder, "check", "--python", "python3");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(ProcessHandle.allProcesses().filter(it -> isIn(it, folder))).isEmpty();
  }

  private static boolean isIn(ProcessHandle process, Path folder) {
    try {
      return Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath().startsWith(folder);
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void aProgramThatIsNoPython() throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    var answer =
        lockstep.run(folder, "diff", "schema.prisma", "python:app", "--python", "/nowhere/python");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(said(answer)).contains("/nowhere/python");
  }

  @Test
  void namesOfFilesInAnyScript() throws IOException {
    Files.createDirectories(folder.resolve("схема 模式"));
    Files.writeString(folder.resolve("схема 模式/ü.prisma"), SCHEMA);
    var answer = lockstep.run(folder, Map.of("LC_ALL", "C"), "validate", "схема 模式/ü.prisma");
    assertThat(answer.exit()).isZero();
    assertThat(answer.output()).startsWith("схема 模式/ü.prisma is valid");
  }

  /// What was said, after making sure that it is fit to be shown.
  private static String said(Command.Result answer) {
    assertThat(answer.errors())
        .doesNotContain("Exception")
        .doesNotContain("\tat ")
        .doesNotContain("internal error");
    return answer.errors();
  }
}
