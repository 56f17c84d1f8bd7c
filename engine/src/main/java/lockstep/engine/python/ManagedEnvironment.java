package lockstep.engine.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.FileTrees;
import lockstep.engine.ProcessLock;
import lockstep.engine.Progress;
import lockstep.engine.Reason;

/// A virtual environment in the cache, made from a requirements file and kept for as long as that
/// file stays the same.
///
/// An environment is complete once its marker is there; one without (its maker was killed) is made
/// anew. Two runs that want the same one wait for each other.
final class ManagedEnvironment {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final String MARKER = "lockstep-complete";
  private static final Pattern INCLUDE =
      Pattern.compile("^\\s*(?:-r|--requirement|-c|--constraint)[\\s=]\\s*(\\S+)");

  private final Path cache;
  private final List<Path> makers;
  private final Progress progress;

  /// @param makers Pythons to make it with; where the packages do not install for one, the next is
  ///   tried
  ManagedEnvironment(Path cache, List<Path> makers, Progress progress) {
    this.cache = cache;
    this.makers = makers;
    this.progress = progress;
  }

  /// Returns the environment's interpreter.
  Path prepare(Path requirements) {
    var texts = texts(requirements);
    try {
      var environment =
          cache.resolve(RequirementsKey.of(texts, requirements.toRealPath().getParent()));
      if (!isComplete(environment)) {
        make(environment, requirements);
      }
      return python(environment);
    } catch (IOException e) {
      throw new EnvironmentException(
          Diagnostic.of(
                  PythonCode.ENVIRONMENT_FAILED,
                  "No Python environment could be made in `%s`: %s.".formatted(cache, Reason.of(e)))
              .withAdvice(
                  "Look at the folder and the room on its disk, or name an interpreter by"
                      + " `--python`."),
          e);
    }
  }

  private void make(Path environment, Path requirements) throws IOException {
    Files.createDirectories(cache);
    try (var _ =
        ProcessLock.acquire(environment.resolveSibling(environment.getFileName() + ".lock"))) {
      if (isComplete(environment)) {
        return;
      }
      progress.started("Making a Python environment from " + requirements.getFileName());
      try {
        install(environment, requirements);
      } finally {
        progress.finished();
      }
    }
  }

  private void install(Path environment, Path requirements) throws IOException {
    var failures = new ArrayList<EnvironmentException>();
    for (var maker : makers) {
      try {
        FileTrees.delete(environment);
        create(maker, environment);
        new PipInstall(pip(maker, environment), progress).run(requirements, PATIENCE);
        Files.writeString(environment.resolve(MARKER), "");
        return;
      } catch (EnvironmentException e) {
        failures.add(e);
        if (e.code() == PythonCode.OFFLINE) {
          break;
        }
      }
    }
    FileTrees.delete(environment);
    throw mostTelling(failures);
  }

  /// What pip said about the first Python says more than that a later one could not even start.
  private static EnvironmentException mostTelling(List<EnvironmentException> failures) {
    return failures.stream()
        .filter(it -> it.code() != PythonCode.ENVIRONMENT_FAILED)
        .findFirst()
        .orElseGet(failures::getFirst);
  }

  private void create(Path maker, Path environment) {
    var run = run(maker, "-m", "venv", "--without-pip", environment.toString());
    if (run.exitCode() != 0 || !Files.isExecutable(python(environment))) {
      throw failed(maker + " -m venv", run, "Name an interpreter by `--python`.");
    }
  }

  /// Returns how to call a pip that installs into the environment: that of its maker, which spares
  /// unpacking another (pip 22.3, `--python`), else one of its own.
  private List<String> pip(Path maker, Path environment) {
    var python = python(environment).toString();
    var pip = List.of(maker.toString(), "-m", "pip", "--python", python);
    if (run(maker, "-m", "pip", "--python", python, "--version").exitCode() == 0) {
      return pip;
    }
    var run = run(python(environment), "-m", "ensurepip");
    if (run.exitCode() != 0) {
      throw failed(
          maker + " -m ensurepip",
          run,
          "Install pip for it (`apt-get install python3-venv python3-pip`), or name an interpreter"
              + " by `--python`.");
    }
    return List.of(python, "-m", "pip");
  }

  private PythonProcess.Run run(Path python, String... arguments) {
    var command = new ArrayList<>(List.of(python.toString()));
    command.addAll(List.of(arguments));
    var variables = Map.of("PYTHONUTF8", "1", "PIP_DISABLE_PIP_VERSION_CHECK", "1");
    return PythonProcess.run(new PythonProcess.Call(command, cache, variables, "", PATIENCE));
  }

  private static EnvironmentException failed(String what, PythonProcess.Run run, String advice) {
    var said = (run.output() + "\n" + run.errors()).strip();
    return EnvironmentException.of(
        PythonCode.ENVIRONMENT_FAILED,
        "`%s` failed: %s".formatted(what, PipInstall.lastLine(said)),
        PipInstall.isDiskFull(said) ? PipInstall.MAKE_ROOM : advice);
  }

  private static boolean isComplete(Path environment) {
    return Files.exists(environment.resolve(MARKER)) && Files.isExecutable(python(environment));
  }

  private static Path python(Path environment) {
    return environment.resolve("bin").resolve("python");
  }

  /// Returns the texts of the file and of those that it includes, each once.
  private static List<String> texts(Path requirements) {
    try {
      var texts = new ArrayList<String>();
      collect(requirements.normalize(), new LinkedHashSet<>(), texts);
      return texts;
    } catch (IOException e) {
      throw new EnvironmentException(
          Diagnostic.of(
                  PythonCode.INSTALL_FAILED,
                  "`%s`, or a file that it includes, cannot be read: %s."
                      .formatted(requirements, Reason.of(e)))
              .withAdvice(PipInstall.MEND),
          e);
    }
  }

  private static void collect(Path file, Set<Path> seen, List<String> texts) throws IOException {
    if (!seen.add(file)) {
      return;
    }
    var text = Files.readString(file, StandardCharsets.UTF_8);
    texts.add(text);
    for (var line : text.lines().toList()) {
      var include = INCLUDE.matcher(line);
      if (include.find() && !include.group(1).contains("://")) {
        collect(file.resolveSibling(include.group(1)).normalize(), seen, texts);
      }
    }
  }
}
