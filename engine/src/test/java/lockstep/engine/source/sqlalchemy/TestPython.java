package lockstep.engine.source.sqlalchemy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import lockstep.engine.Progress;
import lockstep.engine.project.Environment;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.python.Interpreter;
import lockstep.engine.python.InterpreterSearch;
import lockstep.engine.python.PythonProject;

/// Interpreters with pinned packages, made by the product itself into a cache of the tests' own.
enum TestPython {
  SQLALCHEMY_2_0("sqlalchemy-2.0"),
  SQLALCHEMY_2_1("sqlalchemy-2.1"),
  SQLALCHEMY_1_4("sqlalchemy-1.4"),
  NO_SQLALCHEMY("no-sqlalchemy");

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Path requirements;

  TestPython(String folder) {
    requirements = Path.of("src", "test", "python", folder, "requirements.txt").toAbsolutePath();
  }

  /// Returns the interpreter for the code in a folder.
  PythonProject project(Path folder) {
    return project(folder, TIMEOUT);
  }

  PythonProject project(Path folder, Duration timeout) {
    var given = Environment.ofProcess();
    var cache = given.home().resolve(".cache/lockstep-tests").toString();
    var environment =
        new Environment(
            Map.of("PATH", given.variable("PATH").orElse(""), "LOCKSTEP_CACHE", cache),
            folder,
            given.home());
    var settings =
        new PythonSettings(Optional.empty(), Optional.empty(), Optional.of(requirements), timeout);
    return new PythonProject(folder, folder, settings, environment);
  }

  Interpreter interpreter(Path folder) {
    return InterpreterSearch.find(project(folder), Progress.SILENT);
  }
}
