package lockstep.engine.python;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.python.Interpreter.Attempt;
import lockstep.engine.python.Interpreter.Way;

/// Finds the interpreter that a project means: `--python`, the configuration, `VIRTUAL_ENV`,
/// `.venv`, uv, poetry, conda; else an environment made from the requirements file; else `python3`
/// on the path.
public final class InterpreterSearch {
  private static final Duration ASKING = Duration.ofSeconds(20);

  private final PythonProject project;
  private final Programs programs;
  private final List<Attempt> tried = new ArrayList<>();

  private InterpreterSearch(PythonProject project) {
    this.project = project;
    this.programs = new Programs(project.environment());
  }

  /// Returns the interpreter; that there is none, or that the one named cannot be used, is an
  /// [EnvironmentException].
  public static Interpreter find(PythonProject project, Progress progress) {
    return new InterpreterSearch(project).find(progress);
  }

  /// Returns the interpreter of whoever works here; none is made where there is none.
  public static Optional<Interpreter> own(PythonProject project) {
    var search = new InterpreterSearch(project);
    return search.own().or(search::onPath);
  }

  private Optional<Interpreter> own() {
    return named(Way.OPTION, project.settings().option(), project.environment().folder())
        .or(() -> named(Way.CONFIGURATION, project.settings().interpreter(), project.project()))
        .or(this::virtualEnv)
        .or(this::dotVenv)
        .or(this::uv)
        .or(this::poetry)
        .or(this::conda);
  }

  private Interpreter find(Progress progress) {
    return own().or(() -> managed(progress)).or(this::onPath).orElseThrow(this::none);
  }

  /// What somebody named is used or refused, never passed over.
  private Optional<Interpreter> named(Way way, Optional<String> value, Path base) {
    if (value.isEmpty()) {
      return missed(way, way == Way.OPTION ? "is not given" : "names none");
    }
    var command = command(value.get(), base);
    if (command.isEmpty()) {
      throw new EnvironmentException(
          Diagnostic.of(
                  PythonCode.CANNOT_START,
                  "`%s`, named by %s, is neither a program nor a virtual environment."
                      .formatted(value.get(), way.word()))
              .withAdvice(
                  "Name a Python interpreter, the folder of a virtual environment, or a command as"
                      + " in `uv run python`."));
    }
    return found(way, command);
  }

  private List<String> command(String value, Path base) {
    var path = base.resolve(value);
    if (Files.isDirectory(path)) {
      return inside(path).map(it -> List.of(it.toString())).orElse(List.of());
    }
    if (value.contains(File.separator) && Files.isExecutable(path)) {
      return List.of(path.normalize().toString());
    }
    var words = List.of(value.strip().split("\\s+"));
    var first = words.getFirst();
    var program =
        first.contains(File.separator)
            ? Optional.of(base.resolve(first)).filter(Files::isExecutable)
            : programs.find(first);
    return program
        .map(
            it -> {
              var command = new ArrayList<>(words);
              command.set(0, it.toString());
              return List.copyOf(command);
            })
        .orElse(List.of());
  }

  private Optional<Interpreter> virtualEnv() {
    var folder = project.environment().variable("VIRTUAL_ENV");
    if (folder.isEmpty()) {
      return missed(Way.VIRTUAL_ENV, "is not set");
    }
    var python = inside(project.environment().folder().resolve(folder.get()));
    if (python.isEmpty()) {
      throw EnvironmentException.of(
          PythonCode.CANNOT_START,
          "`%s`, named by VIRTUAL_ENV, has no Python.".formatted(folder.get()),
          "Run `deactivate` or unset VIRTUAL_ENV, or name an interpreter by `--python`.");
    }
    return found(Way.VIRTUAL_ENV, python.get());
  }

  private Optional<Interpreter> dotVenv() {
    for (var folder : folders()) {
      var python = inside(folder.resolve(".venv"));
      if (python.isPresent()) {
        return found(Way.DOT_VENV, python.get());
      }
    }
    return missed(Way.DOT_VENV, "is not in `" + project.folder() + "`" + orAbove());
  }

  private Optional<Interpreter> uv() {
    var home = withFile("uv.lock", "[tool.uv");
    if (home.isEmpty()) {
      return missed(Way.UV, "is not used by the project");
    }
    return uvEnvironment(home.get())
        .or(() -> asked(Way.UV, home.get(), List.of("uv", "python", "find")));
  }

  /// The environment of a project that keeps it elsewhere; `uv python find` does not know of it (uv
  /// 0.13).
  private Optional<Interpreter> uvEnvironment(Path home) {
    return project
        .environment()
        .variable("UV_PROJECT_ENVIRONMENT")
        .flatMap(it -> inside(home.resolve(it)))
        .flatMap(it -> found(Way.UV, it));
  }

  private Optional<Interpreter> poetry() {
    var home = withFile("poetry.lock", "[tool.poetry");
    if (home.isEmpty()) {
      return missed(Way.POETRY, "is not used by the project");
    }
    return asked(Way.POETRY, home.get(), List.of("poetry", "env", "info", "--executable"));
  }

  /// An active environment of conda's; not its base, which is active in every shell.
  private Optional<Interpreter> conda() {
    var prefix = project.environment().variable("CONDA_PREFIX");
    if (prefix.isEmpty()) {
      return missed(Way.CONDA, "has no active environment");
    }
    if (project.environment().variable("CONDA_DEFAULT_ENV").filter("base"::equals).isPresent()) {
      return missed(Way.CONDA, "is in its base environment");
    }
    return inside(Path.of(prefix.get()))
        .flatMap(it -> found(Way.CONDA, it))
        .or(() -> missed(Way.CONDA, "names `" + prefix.get() + "`, which has no Python"));
  }

  private Optional<Interpreter> managed(Progress progress) {
    var file =
        project
            .settings()
            .requirements()
            .or(
                () ->
                    folders().stream()
                        .map(it -> it.resolve("requirements.txt"))
                        .filter(Files::isRegularFile)
                        .findFirst());
    if (file.isEmpty()) {
      return missed(Way.MANAGED, "`requirements.txt` is not there");
    }
    var makers = programs.pythons();
    if (makers.isEmpty()) {
      return missed(Way.MANAGED, "needs a `python3` on the path");
    }
    var cache = project.environment().cacheFolder().resolve("python");
    var python = new ManagedEnvironment(cache, makers, progress).prepare(file.get());
    return found(Way.MANAGED, python);
  }

  private Optional<Interpreter> onPath() {
    return programs.pythons().stream()
        .findFirst()
        .flatMap(it -> found(Way.PATH, it))
        .or(() -> missed(Way.PATH, "has neither `python3` nor `python`"));
  }

  private EnvironmentException none() {
    var all = String.join("; ", tried.stream().map(Attempt::toString).toList());
    return EnvironmentException.of(
        PythonCode.NO_PYTHON,
        "No Python interpreter was found for `%s`: %s.".formatted(project.folder(), all),
        "Install Python 3.11 or later, or name an interpreter by `--python`.");
  }

  private Optional<Interpreter> asked(Way way, Path home, List<String> question) {
    var program = programs.find(question.getFirst());
    if (program.isEmpty()) {
      return passedOver(way, "is used by the project but not on the path");
    }
    var words = new ArrayList<>(question);
    words.set(0, program.get().toString());
    var run = PythonProcess.run(PythonProcess.Call.of(words, home, ASKING));
    var answer = run.output().strip();
    if (run.exitCode() != 0 || answer.isEmpty() || !Files.isExecutable(Path.of(answer))) {
      return passedOver(way, "has no environment for `%s`".formatted(home));
    }
    return found(way, Path.of(answer));
  }

  /// Returns the nearest folder that holds the file, or whose `pyproject.toml` holds the text.
  private Optional<Path> withFile(String file, String table) {
    return folders().stream()
        .filter(it -> Files.exists(it.resolve(file)) || mentions(it, table))
        .findFirst();
  }

  private static boolean mentions(Path folder, String table) {
    var file = folder.resolve("pyproject.toml");
    try {
      return Files.isRegularFile(file)
          && Files.readString(file).lines().anyMatch(it -> it.startsWith(table));
    } catch (IOException e) {
      return false;
    }
  }

  /// Returns the folders from the code up to the project.
  private List<Path> folders() {
    var all = new ArrayList<Path>();
    for (var it = project.folder(); it != null; it = it.getParent()) {
      all.add(it);
      if (it.equals(project.project()) || !it.startsWith(project.project())) {
        break;
      }
    }
    return all;
  }

  private String orAbove() {
    return folders().size() > 1 ? " or above it" : "";
  }

  private static Optional<Path> inside(Path environment) {
    return List.of("bin/python", "bin/python3", "Scripts/python.exe", "python.exe").stream()
        .map(environment::resolve)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Optional<Interpreter> found(Way way, Path python) {
    return found(way, List.of(python.toString()));
  }

  private Optional<Interpreter> found(Way way, List<String> command) {
    return Optional.of(new Interpreter(command, way, tried));
  }

  private Optional<Interpreter> missed(Way way, String outcome) {
    tried.add(new Attempt(way, outcome, false));
    return Optional.empty();
  }

  private Optional<Interpreter> passedOver(Way way, String outcome) {
    tried.add(new Attempt(way, outcome, true));
    return Optional.empty();
  }
}
