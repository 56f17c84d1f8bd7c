package lockstep.engine.source.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.python.InterpreterSearch;
import lockstep.engine.python.PythonCode;
import lockstep.engine.python.PythonProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeFailureTest {
  private static final String USER =
      """
      from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
      class Base(DeclarativeBase): pass
      class User(Base):
          __tablename__ = "users"
          id: Mapped[int] = mapped_column(primary_key=True)
      """;

  @TempDir private Path folder;

  private TestPython python = TestPython.SQLALCHEMY_2_0;
  private Duration timeout = Duration.ofSeconds(60);
  private String models = "app.models";

  @Test
  void modelsThatAreFineFailInNothing() throws IOException {
    write("app/models/user.py", USER);
    assertThat(probe()).isEmpty();
  }

  @Test
  void anInterpreterWithoutSqlAlchemyIsNamedWithTheCure() throws IOException {
    python = TestPython.NO_SQLALCHEMY;
    write("app/models.py", USER);
    var said = failure(ProbeCode.NO_SQLALCHEMY);
    assertThat(said.fact()).contains("/bin/python` (from the requirements file)");
    assertThat(said.advice().orElseThrow())
        .startsWith("Add a line `sqlalchemy>=2` to the requirements");
  }

  @Test
  void sqlAlchemy1IsNamedWithItsVersion() throws IOException {
    python = TestPython.SQLALCHEMY_1_4;
    write("app/models.py", "");
    assertThat(failure(ProbeCode.OLD_SQLALCHEMY).fact()).contains("has SQLAlchemy 1.4.54;");
  }

  @Test
  void aModuleThatIsNotThereIsToldFromOneThatItImports() throws IOException {
    write("app/__init__.py", "");
    assertThat(failure(ProbeCode.NO_MODULE).fact())
        .isEqualTo("There is no module `app.models` in `.`.");
    models = "shop.models";
    assertThat(failure(ProbeCode.NO_MODULE).fact())
        .isEqualTo("There is no module `shop.models` in `.`, since there is no `shop`.");
    models = "app.models";
    write("app/models/__init__.py", "");
    write("app/models/user.py", "import os\nimport passlib.hash\n");
    assertThat(rendered(ProbeCode.MISSING_DEPENDENCY))
        .contains("`app.models.user` imports `passlib`, which is not installed for")
        .contains("--> app/models/user.py:2\n");
  }

  @Test
  void modulesBelowSrcAreFound() throws IOException {
    write("src/app/models.py", USER);
    assertThat(probe()).isEmpty();
  }

  @Test
  void aMissingVariableIsNamed() throws IOException {
    write("app/settings.py", "import os\nNAME = 'x'\nURL = os.environ['SHOP_DATABASE_URL']\n");
    write("app/models.py", "from app.settings import URL\n" + USER);
    assertThat(rendered(ProbeCode.MISSING_SETTING))
        .contains("without the setting `SHOP_DATABASE_URL`: KeyError: 'SHOP_DATABASE_URL'.")
        .contains("--> app/settings.py:3\n");
  }

  @Test
  void aSettingsClassNamesWhatIsMissingAndShowsNoValue() throws IOException {
    python = TestPython.SQLALCHEMY_2_1;
    write(
        "app/models.py",
        """
        from pydantic import BaseModel
        class Settings(BaseModel):
            database_url: str
            port: int
        Settings.model_validate({"port": "hunter2"})
        """);
    assertThat(rendered(ProbeCode.MISSING_SETTING))
        .contains(
            "without the setting `DATABASE_URL`: ValidationError: database_url: Field required")
        .doesNotContain("hunter2");
  }

  @Test
  void anExceptionIsShownWithTheUsersLine() throws IOException {
    write("app/models/__init__.py", "");
    write("app/models/user.py", "import enum\n\nclass Role(enum.Enum):\n    A = missing\n");
    assertThat(rendered(ProbeCode.IMPORT_RAISED))
        .contains("`app.models.user` cannot be imported: NameError: name 'missing' is not defined.")
        .contains("--> app/models/user.py:4\n");
  }

  @Test
  void aSyntaxErrorIsShownWithItsLine() throws IOException {
    write("app/models.py", "x = 1\nclass Broken\n");
    assertThat(rendered(ProbeCode.IMPORT_RAISED))
        .contains("SyntaxError: ")
        .contains("--> app/models.py:2\n");
  }

  @Test
  void noSecretIsShown() throws IOException {
    write(".env", "SHOP_API_KEY=abcdef123456\n# comment\n");
    write(
        "app/models.py",
        """
        raise RuntimeError("cannot reach postgresql://shop:hunter2@db/shop with password=hunter3,"
            " key abcdef123456")
        """);
    assertThat(rendered(ProbeCode.IMPORT_RAISED))
        .contains("postgresql://shop:***@db/shop with password=***, key $SHOP_API_KEY")
        .doesNotContain("hunter")
        .doesNotContain("abcdef");
  }

  @Test
  void theFolderThatTheProcessRunsInIsNoSecret() throws IOException {
    write("app/models.py", "import os\nraise RuntimeError('no file in ' + os.environ['PWD'])\n");
    assertThat(failure(ProbeCode.IMPORT_RAISED).fact()).doesNotContain("$PWD").contains(" in /");
  }

  @Test
  void endingTheProcessPolitelyIsAnException() throws IOException {
    write("app/models.py", "import sys\nsys.exit('not configured')\n");
    assertThat(failure(ProbeCode.IMPORT_RAISED).fact()).contains("SystemExit: not configured");
  }

  @Test
  void endingTheProcessAtOnceIsNoAnswer() throws IOException {
    write("app/models.py", "import os\nos._exit(3)\n");
    assertThat(failure(PythonCode.NO_ANSWER).fact()).contains("ended with exit code 3");
  }

  @Test
  void aCrashIsNamedByItsSignal() throws IOException {
    write("app/models.py", "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n");
    assertThat(failure(PythonCode.CRASHED).fact()).contains("signal 11 (a fault in native code)");
  }

  @Test
  void whatHangsIsStoppedWithItsChildren() throws IOException {
    timeout = Duration.ofSeconds(3);
    write(
        "app/models.py",
        """
        import pathlib, subprocess, time
        child = subprocess.Popen(["sleep", "600"])
        pathlib.Path("child").write_text(str(child.pid))
        time.sleep(600)
        """);
    assertThat(failure(PythonCode.TIMED_OUT).fact()).contains("within 3 seconds and was stopped");
    var child = Long.parseLong(Files.readString(folder.resolve("child")));
    assertThat(ProcessHandle.of(child).map(ProcessHandle::onExit))
        .satisfiesAnyOf(
            it -> assertThat(it).isEmpty(),
            it -> assertThat(it.orElseThrow()).succeedsWithin(Duration.ofSeconds(10)));
  }

  @Test
  void printsPromptsAndThreadsDoNoHarm() throws IOException {
    write(
        "app/models.py",
        """
        import os, subprocess, sys, threading, time
        print("hello", "\\x1elockstep\\x1e{}\\x1e")
        sys.stdout.write("no line end")
        os.system("echo from a child")
        threading.Thread(target=time.sleep, args=(600,)).start()
        try:
            input("who? ")
        except EOFError:
            pass
        """
            + USER);
    assertThat(probe()).isEmpty();
  }

  @Test
  void aChildThatHoldsOnToTheOutputIsNotWaitedFor() throws IOException {
    write(
        "app/models.py",
        """
        import os, time
        if os.fork() == 0:
            time.sleep(20)
            os._exit(0)
        """
            + USER);
    var start = System.nanoTime();
    assertThat(probe()).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void aNameWithoutTablesIsRefused() throws IOException {
    write("app/models.py", USER + "engine = object()\n");
    models = "app.models:Bass";
    assertThat(failure(ProbeCode.NO_METADATA).fact()).isEqualTo("`app.models` has no `Bass`.");
    models = "app.models:engine";
    assertThat(failure(ProbeCode.NO_METADATA).fact())
        .isEqualTo("`app.models:engine` is a `object`, which holds no tables.");
    models = "app.models:Base";
    assertThat(probe()).isEmpty();
  }

  @Test
  void mappersThatDoNotFitAreSaidInSqlAlchemysWords() throws IOException {
    write(
        "app/models.py",
        USER.replace("mapped_column\n", "mapped_column, relationship\n")
            + "    posts: Mapped[list['Post']] = relationship()\n");
    assertThat(rendered(ProbeCode.MAPPERS_FAILED))
        .contains("failed to locate a name ('Post')")
        .contains("--> app/models.py:3\n");
  }

  @Test
  void tablesThatCannotBeRenderedAreSaidInSqlAlchemysWords() throws IOException {
    write(
        "app/models.py",
        """
        import sqlalchemy as sa
        metadata = sa.MetaData()
        sa.Table("posts", metadata, sa.Column("author", sa.ForeignKey("usres.id")))
        """);
    assertThat(rendered(ProbeCode.DDL_FAILED))
        .contains("could not find table 'usres'")
        .contains("--> app/models.py:3\n");
  }

  @Test
  void aProgramThatIsNoPythonIsRefused() throws IOException {
    write("app/models.py", USER);
    var settings =
        new PythonSettings(Optional.of("/bin/true"), Optional.empty(), Optional.empty(), timeout);
    var given = python.project(folder);
    var project = new PythonProject(folder, folder, settings, given.environment());
    assertThat(diagnostic(project).orElseThrow().code()).isEqualTo(PythonCode.NO_ANSWER);
  }

  @Test
  void aProgramThatRepeatsItsArgumentsDoesNotShowTheProbe() throws IOException {
    var echo = folder.resolve("echo");
    Files.writeString(echo, "#!/bin/sh\necho \"echo: $*\" | tr '\\n' ' ' >&2\nexit 2\n");
    assertThat(echo.toFile().setExecutable(true)).isTrue();
    var settings =
        new PythonSettings(
            Optional.of(echo.toString()), Optional.empty(), Optional.empty(), timeout);
    var project = new PythonProject(folder, folder, settings, python.project(folder).environment());
    assertThat(diagnostic(project).orElseThrow().fact())
        .endsWith("(from --python) ended with exit code 2 before it had reported anything.");
  }

  @Test
  void anOldPythonIsRefusedByItsVersion() throws IOException {
    var old = folder.resolve("python3.8");
    Files.writeString(
        old,
        """
        #!/bin/sh
        printf '\\036lockstep\\036{"error":{"kind":"old-python"},"python":"3.8.18"}\\036'
        """);
    assertThat(old.toFile().setExecutable(true)).isTrue();
    var settings =
        new PythonSettings(
            Optional.of(old.toString()), Optional.empty(), Optional.empty(), timeout);
    var project = new PythonProject(folder, folder, settings, python.project(folder).environment());
    var said = diagnostic(project).orElseThrow();
    assertThat(said.code()).isEqualTo(PythonCode.TOO_OLD);
    assertThat(said.fact()).contains("is Python 3.8.18;");
  }

  @Test
  void placesAreNamedFromWhereTheProcessRuns() throws IOException {
    write("api/app/models.py", "import os\nraise ValueError('no')\n");
    var given = python.project(folder);
    var api = folder.resolve("api");
    var project = new PythonProject(api, api, given.settings(), given.environment());
    assertThat(PlainRenderer.render(diagnostic(project).orElseThrow()))
        .contains("--> api/app/models.py:2\n");
  }

  private String rendered(lockstep.diagnostic.Code code) {
    return PlainRenderer.render(failure(code));
  }

  private Diagnostic failure(lockstep.diagnostic.Code code) {
    var said = probe().orElseThrow(() -> new AssertionError("nothing failed"));
    assertThat(said.code()).as(said.fact()).isEqualTo(code);
    return said;
  }

  /// Returns what was wrong, whether the models or the environment.
  private Optional<Diagnostic> probe() {
    return diagnostic(python.project(folder, timeout));
  }

  private Optional<Diagnostic> diagnostic(PythonProject project) {
    try {
      var interpreter = InterpreterSearch.find(project, Progress.SILENT);
      var specs = List.of(ModelsSpec.parse(models).orElseThrow());
      var report = new Probe(interpreter, project).run(specs, 180_000);
      return report
          .get("error")
          .map(
              it ->
                  new ProbeFailure(interpreter, models, project.environment(), report, it)
                      .diagnostic());
    } catch (EnvironmentException e) {
      return Optional.of(e.diagnostic());
    }
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
