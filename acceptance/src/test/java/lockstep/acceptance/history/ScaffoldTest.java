package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.NodeProject;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.oracle.TcpDoor;
import lockstep.acceptance.sample.SampleProject;
import lockstep.engine.postgres.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests that a project begins with run, are green, and see what is wrong.
class ScaffoldTest {
  private static final String TAGS = "packages/db/prisma/migrations/20260113100000_tags";

  @TempDir private Path folder;
  private SampleProject project;

  @BeforeEach
  void copy() throws IOException {
    project = SampleProject.copy("file-cleanup/after", folder);
    Files.createDirectories(project.folder().resolve(TAGS));
    write("migration.sql", "CREATE TABLE \"tags\" (\"id\" SERIAL PRIMARY KEY);");
    write("down.sql", "DROP TABLE \"tags\";");
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void pytest() throws IOException {
    scaffold("pytest", "tests/test_migrations.py");
    var python = PythonEnvironment.of("pytest").program("python");
    var command = server() + "'%s' -m pytest -q -rs tests".formatted(python);
    assertThat(passes(command).output()).contains("3 passed").doesNotContain("skipped");
    fails(command, "test_every_migration_leads_there_and_back");
  }

  @Test
  void vitest() throws IOException {
    scaffold("vitest", "tests/migrations.test.ts");
    var modules = NodeProject.of("vitest").modules();
    Files.createSymbolicLink(project.folder().resolve("node_modules"), modules);
    var command = server() + "node node_modules/vitest/vitest.mjs run --root . tests";
    assertThat(passes(command).output()).contains("3 passed").doesNotContain("skipped");
  }

  @Test
  void junit() throws IOException {
    scaffold("junit", "src/test/java/MigrationsTest.java");
    var classes = Files.createDirectories(project.folder().resolve("classes"));
    var path = System.getProperty("java.class.path");
    var source = project.folder().resolve("src/test/java/MigrationsTest.java").toString();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = compiler.run(null, null, null, "-cp", path, "-d", classes.toString(), source);
    assertThat(said).isZero();
    var url = project.database().url();
    var socket = ((Endpoint.UnixSocket) url.endpoints().getFirst()).file();
    try (var door = TcpDoor.to(socket)) {
      var command =
          "TEST_DATABASE_URL='jdbc:postgresql://127.0.0.1:%d/%s?user=%s' '%s' -cp '%s:%s' %s MigrationsTest"
              .formatted(
                  door.port(),
                  url.database(),
                  url.user(),
                  Path.of(System.getProperty("java.home"), "bin", "java"),
                  classes,
                  path,
                  RunTests.class.getName());
      assertThat(passes(command).output()).contains("3 passed");
    }
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    scaffold("pytest", "tests/test_migrations.py");
    var file = project.folder().resolve("tests/test_migrations.py");
    Files.writeString(file, "mine");
    var again = project.run("lockstep scaffold migration-tests --for pytest");
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.errors()).contains("error[PRJ015]");
    assertThat(file).hasContent("mine");
    passes("lockstep scaffold migration-tests --for pytest --force");
    assertThat(Files.readString(file)).contains("def test_");
    var none = project.run("lockstep scaffold migration-tests");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.errors()).contains("--for pytest");
  }

  private void scaffold(String runner, String file) {
    assertThat(passes("lockstep scaffold migration-tests --for " + runner).output())
        .contains("created  " + file);
  }

  private Command.Result passes(String command) {
    var result = project.run(command);
    assertThat(result.exit()).as("%s%n%s", result.output(), result.errors()).isZero();
    return result;
  }

  /// A way back that does not lead there is what such tests are for.
  private void fails(String command, String name) throws IOException {
    write("down.sql", "SELECT 1;");
    var result = project.run(command);
    assertThat(result.exit()).isNotZero();
    assertThat(result.output() + result.errors()).contains(name, "already exists");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(project.folder().resolve(TAGS).resolve(name), text + "\n");
  }

  private String server() {
    return "TEST_DATABASE_URL='%s' ".formatted(project.database().url());
  }
}
