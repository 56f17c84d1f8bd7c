package lockstep.acceptance.oracle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A virtual environment of pinned packages, made once into the cache.
///
/// The pins are `acceptance/python/NAME/requirements.txt`.
public final class PythonEnvironment {
  private static final class Made {
    private static final PythonEnvironment OLDEST = make("sqlalchemy-2.0", List.of("3.11", "3.12"));
    private static final PythonEnvironment NEWEST =
        make("sqlalchemy-2.1", List.of("3.14", "3.13", "3.12", "3.11"));
  }

  private final String name;
  private final Path folder;

  private PythonEnvironment(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /// Returns SQLAlchemy 2.0.25 with asyncpg 0.29 and pgvector 0.2.5 on the oldest Python for it.
  public static PythonEnvironment oldest() {
    return Made.OLDEST;
  }

  /// Returns SQLAlchemy 2.1 with Alembic, mypy, pyright and ruff on the newest Python found.
  public static PythonEnvironment newest() {
    return Made.NEWEST;
  }

  /// Returns the environment of a real application, by the folder of its pins.
  public static PythonEnvironment of(String name) {
    return make(name, List.of("3.11", "3.12", "3.13"));
  }

  /// Returns a fresh environment of Python 3.11 for a project's own requirements, with all that
  /// they need in turn.
  ///
  /// @param name what the cache calls it
  public static PythonEnvironment ofProject(String name, Path requirements) {
    return new PythonEnvironment(
        name,
        Installation.at(
            name,
            List.of(requirements),
            it -> install(it, requirements, List.of("3.11"), List.of())));
  }

  public String name() {
    return name;
  }

  /// Returns a program of the environment, as in `python` or `mypy`.
  public Path program(String program) {
    return folder.resolve("venv/bin").resolve(program);
  }

  /// Runs a program of the environment to its end; its own `bin` comes first on the PATH.
  public Command.Result run(Path in, Duration limit, String program, List<String> arguments) {
    var words = Stream.concat(Stream.of(program(program).toString()), arguments.stream()).toList();
    var path = folder.resolve("venv/bin") + java.io.File.pathSeparator + System.getenv("PATH");
    return Command.run(in, Map.of("PATH", path, "PYTHONDONTWRITEBYTECODE", "1"), limit, words);
  }

  /// Starts a script of `acceptance/python` that answers JSON lines.
  LineService service(String script) {
    var file = Checkout.acceptance("python").resolve(script).toString();
    var command = new ProcessBuilder(program("python").toString(), file);
    command.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    return new LineService(name + " " + script, command);
  }

  private static PythonEnvironment make(String name, List<String> versions) {
    var requirements = Checkout.acceptance("python").resolve(name).resolve("requirements.txt");
    return new PythonEnvironment(
        name,
        Installation.at(
            name,
            List.of(requirements),
            it -> install(it, requirements, versions, List.of("--no-deps"))));
  }

  private static void install(
      Path folder, Path requirements, List<String> versions, List<String> options) {
    var venv = folder.resolve("venv").toString();
    var python = interpreter(versions);
    run(folder, List.of(python.toString(), "-m", "venv", "--clear", venv));
    var pip = List.of(venv + "/bin/python", "-m", "pip", "install", "--quiet");
    var what = List.of("--disable-pip-version-check", "-r", requirements.toString());
    run(folder, Stream.of(pip, options, what).flatMap(List::stream).toList());
  }

  private static void run(Path folder, List<String> words) {
    Command.run(folder, Map.of(), Duration.ofMinutes(10), words).orThrow(String.join(" ", words));
  }

  /// Returns the first interpreter that really is of one of the versions, in their order.
  private static Path interpreter(List<String> versions) {
    return versions.stream()
        .flatMap(version -> candidates(version).filter(it -> isOf(it, version)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "These tests need Python %s on the PATH, under $PYENV_ROOT or ~/.pyenv."
                        .formatted(String.join(" or ", versions))));
  }

  private static Stream<Path> candidates(String version) {
    var onPath =
        Stream.of("python" + version, "python3", "python")
            .map(Command::find)
            .flatMap(Optional::stream);
    return Stream.concat(onPath, pyenv(version));
  }

  private static Stream<Path> pyenv(String version) {
    var root =
        Optional.ofNullable(System.getenv("PYENV_ROOT"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".pyenv"));
    var versions =
        Optional.ofNullable(root.resolve("versions").toFile().list()).orElse(new String[0]);
    return Arrays.stream(versions)
        .filter(it -> it.startsWith(version + "."))
        .sorted()
        .map(it -> root.resolve("versions").resolve(it).resolve("bin/python"))
        .filter(Files::isExecutable);
  }

  /// A name on the PATH may be a shim for another version or for none.
  private static boolean isOf(Path python, String version) {
    var code = "import sys, venv; print('%d.%d' % sys.version_info[:2])";
    var words = List.of(python.toString(), "-c", code);
    var answer = Command.run(Checkout.root(), Map.of(), Duration.ofSeconds(20), words);
    return answer.exit() == 0 && answer.output().strip().equals(version);
  }
}
