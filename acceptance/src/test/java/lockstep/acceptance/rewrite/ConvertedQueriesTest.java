package lockstep.acceptance.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.sample.SampleProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Converted queries on a database: what they return, how many statements they send, and what
/// Python's checkers say of them.
class ConvertedQueriesTest {
  @TempDir private Path folder;

  @Test
  void meanTheSameOnTheOldestSqlAlchemy() throws IOException {
    meanTheSame(PythonEnvironment.oldest(), "asyncpg");
  }

  @Test
  void meanTheSameOnTheNewestSqlAlchemy() throws IOException {
    meanTheSame(PythonEnvironment.newest(), "psycopg");
  }

  private void meanTheSame(PythonEnvironment python, String driver) throws IOException {
    try (var project = SampleProject.own("rewrite", folder)) {
      prepare(project, driver, python);
      var run = project.run("'%s' check.py".formatted(python.program("python")));
      assertThat(run.exit()).as(run.errors()).isZero();
      assertThat(run.output().strip()).isEqualTo("89 queries, 0 wrong");
    }
  }

  @Test
  void pleaseTheCheckers() throws IOException {
    var python = PythonEnvironment.newest();
    try (var project = SampleProject.own("rewrite", folder)) {
      prepare(project, "asyncpg", python);
      // That a row may be None, and what is in Json, is the business of who wrote the queries.
      passes(
          project,
          "'%s' --check-untyped-defs --disable-error-code union-attr --disable-error-code index"
                  .formatted(python.program("mypy"))
              + " --disable-error-code call-overload queries.py app");
      passes(project, "'%s' --strict app/core".formatted(python.program("mypy")));
      passes(project, "'%s' format --check app".formatted(python.program("ruff")));
      passes(project, "'%s' check --select E4,E7,E9,F app".formatted(python.program("ruff")));
    }
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    try (var project = SampleProject.own("rewrite", folder)) {
      prepare(project, "asyncpg", PythonEnvironment.newest());
      var converted = Files.readString(project.folder().resolve("queries.py"));
      assertThat(passes(project, "lockstep rewrite . --write").output())
          .startsWith("no call of Prisma's client in ");
      assertThat(project.folder().resolve("queries.py")).hasContent(converted);
      passes(project, "lockstep rewrite . --check");
    }
  }

  @Test
  void whatIsNotUnderstoodOrElsewhereKeepsNothingFromBeingConverted() throws IOException {
    try (var project = SampleProject.own("rewrite", folder)) {
      var code = project.folder().resolve("code");
      Files.createDirectories(code);
      Files.createDirectories(project.folder().resolve("elsewhere"));
      var query = "async def f(db):\n    await db.user.find_first()\n";
      Files.writeString(code.resolve("new.py"), query);
      Files.writeString(code.resolve("old.py"), "print 'prisma'\n");
      Files.writeString(project.folder().resolve("elsewhere/more.py"), query);
      Files.createSymbolicLink(code.resolve("linked"), Path.of("../elsewhere"));
      Files.createSymbolicLink(code.resolve("more.py"), Path.of("../elsewhere/more.py"));
      Files.createSymbolicLink(code.resolve("same.py"), Path.of("new.py"));
      Files.createSymbolicLink(code.resolve("loop"), Path.of("../code"));
      Files.createSymbolicLink(code.resolve("gone.py"), Path.of("nowhere.py"));
      passes(project, "mkfifo code/pipe.py");
      var run = project.run("lockstep rewrite code --write");
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.output()).contains("1 call in 1 file: 1 converted");
      assertThat(run.errors())
          .contains("[QRY004]", "--> code/linked\n", "--> code/more.py\n", "--> code/pipe.py\n")
          .doesNotContain("code/same.py", "code/loop", "code/gone.py");
      assertThat(code.resolve("new.py")).content().contains("AsyncSessionLocal");
      assertThat(project.folder().resolve("elsewhere/more.py")).hasContent(query);
      assertThat(project.run("lockstep rewrite code/pipe.py").errors())
          .contains("It is a pipe, a socket or a device");
    }
  }

  private static void prepare(SampleProject project, String driver, PythonEnvironment python) {
    passes(project, "mkdir -p app/core; touch app/__init__.py app/core/__init__.py");
    passes(project, "lockstep generate");
    passes(project, "lockstep scaffold session --out app/core --driver " + driver);
    var check = project.run("lockstep rewrite queries.py --check");
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.output())
        .contains(
            "127 calls in 1 file: 127 can be converted, of them 13 with a note and 15 with a helper; 0 refused");
    passes(
        project,
        "lockstep rewrite queries.py --write --python '%s'".formatted(python.program("python")));
  }

  private static Command.Result passes(SampleProject project, String line) {
    var result = project.run(line);
    assertThat(result.exit()).as("%s%n%s%n%s", line, result.output(), result.errors()).isZero();
    return result;
  }
}
