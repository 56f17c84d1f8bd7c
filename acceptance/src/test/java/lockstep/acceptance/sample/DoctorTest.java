package lockstep.acceptance.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.PythonEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each thing that can be wrong around a real project is said, with what mends it, and keeps
/// nothing else from being said.
class DoctorTest {
  private static final String SAMPLE = "file-cleanup/after";
  private static final String SCHEMA = "packages/db/prisma/schema.prisma";
  private static final String MIGRATIONS = "packages/db/prisma/migrations";

  @TempDir private Path folder;
  private SampleProject project;

  @BeforeEach
  void copy() throws IOException {
    project = SampleProject.copy(SAMPLE, folder);
  }

  @AfterEach
  void drop() {
    project.close();
  }

  @Test
  void forgottenStepsAreSaidOneByOne() throws IOException {
    project.edit(
        SCHEMA,
        "  name              String?",
        "  name              String?\n  nickname          String?      @db.VarChar(40)");
    assertThat(doctor("lockstep doctor", 1))
        .contains("wrong  generated", "`user.py`", "[DOC010]", "= Run `lockstep generate`.")
        .contains("wrong  drift", "[DOC009]", "= Run `lockstep check`")
        .contains("ok     python", "ok     packages", "ok     database");
    passes("lockstep push");
    assertThat(doctor("lockstep doctor", 0))
        .contains("ok     generated", "ok     drift       none", "note   migrations", "[DOC008]")
        .endsWith("nothing is wrong\n");
    passes("lockstep migrate resolve --applied 20260112090000_init");
    write(MIGRATIONS + "/20260113100000_tags/migration.sql", "CREATE TABLE tags (id int);");
    assertThat(project.database().run("DROP EXTENSION vector CASCADE")).isEmpty();
    assertThat(doctor("lockstep doctor --quiet", 1))
        .contains("wrong  migrations", "one migration: `20260113100000_tags`", "[DOC007]")
        .contains("wrong  database", "has not the extension `vector`", "[DOC006]")
        .doesNotContain("ok  ");
  }

  @Test
  void withoutServerAndInterpreterTheRestIsStillSaid() {
    var url = project.database().url().withUser("nobody_here", Optional.empty()).reveal();
    assertThat(
            doctor("DATABASE_URL='%s' lockstep doctor --python nowhere/python".formatted(url), 1))
        .contains("ok     schema", "ok     generated")
        .contains("wrong  python", "[PY002]")
        .contains("wrong  database", "nobody_here", "(DATABASE_URL in the environment)", "[PG0")
        .contains("-      migrations  the database is not reached");
  }

  /// The client is laid out as prisma 0.15 generates it; its engine is not to be had here.
  @Test
  void aClientThatIsStaleOrHasNoEngineIsSeen() throws IOException {
    project.edit(
        SCHEMA, "generator", "generator py {\n  provider = \"prisma-client-py\"\n}\n\ngenerator");
    var python = PythonEnvironment.oldest().program("python");
    passes("'%s' -m venv --without-pip services/api/.venv".formatted(python));
    assertThat(doctor("lockstep doctor --no-database", 1))
        .contains("wrong  client", "`prisma` is not installed in", "[DOC013]")
        .contains("wrong  packages", "`sqlalchemy` is not installed in", "sqlalchemy==2.0.25");
    var client =
        passes("ls -d services/api/.venv/lib/python*/site-packages").output().strip() + "/prisma/";
    write(client + "__init__.py", "");
    write(
        client + "client.py",
        "BINARY_PATHS = model_parse(BinaryPaths, {'queryEngine': {'debian': '/nowhere/engine'}})\n");
    write(client + "schema.prisma", "// older\nmodel User {\n  id Int @id\n}\n");
    assertThat(doctor("HOME=$PWD lockstep doctor --no-database", 1))
        .contains("another schema than the present one. [DOC014]")
        .contains("has no query engine to start: none is where it looks. [DOC015]");
    assertThat(project.run("HOME=$PWD lockstep check --no-database").output())
        .contains("error[DOC014]", "error[DOC015]");
    write(client + "schema.prisma", Files.readString(project.folder().resolve(SCHEMA)));
    write("services/api/prisma-query-engine-debian", "");
    assertThat(doctor("HOME=$PWD lockstep doctor --no-database", 1))
        .contains("ok     client")
        .doesNotContain("DOC014", "DOC015");
  }

  private String doctor(String line, int exit) {
    var result = project.run(line);
    assertThat(result.exit()).as("%s%n%s", result.output(), result.errors()).isEqualTo(exit);
    return result.output();
  }

  private Command.Result passes(String line) {
    var result = project.run(line);
    assertThat(result.exit()).as("%s%n%s", result.output(), result.errors()).isZero();
    return result;
  }

  private void write(String name, String text) throws IOException {
    var file = project.folder().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }
}
