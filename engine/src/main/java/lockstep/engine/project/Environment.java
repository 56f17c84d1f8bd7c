package lockstep.engine.project;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a process is given by whoever started it: variables, a folder to run in, a home.
///
/// The only place where Lockstep asks the operating system for them; everything else is handed this
/// value. Its text shows no variable.
///
/// @param folder absolute; what relative paths of the command line are relative to
/// @param home the user's own folder
public record Environment(Map<String, String> variables, Path folder, Path home) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  public static Environment ofProcess() {
    return new Environment(System.getenv(), Path.of("").toAbsolutePath(), Path.of(homeOfProcess()));
  }

  /// As the shell means it; where it means none, as the system's list of users does.
  private static String homeOfProcess() {
    var home = System.getenv("HOME");
    return home == null || home.isEmpty() ? System.getProperty("user.home", ".") : home;
  }

  /// Returns a variable that is set and not empty.
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(it -> !it.isEmpty());
  }

  /// Returns whether a variable is set to nothing, which is not the same as not set: it hides what
  /// files of variables say.
  public boolean isEmptied(String name) {
    return variables.getOrDefault(name, "-").isEmpty();
  }

  /// Returns a program on the search path.
  public Optional<Path> program(String name) {
    return Stream.of(variable("PATH").orElse("").split(File.pathSeparator))
        .filter(it -> !it.isEmpty())
        .map(it -> folder.resolve(it).resolve(name))
        .filter(it -> Files.isRegularFile(it) && Files.isExecutable(it))
        .findFirst();
  }

  /// Returns the folder for what can be made again: `LOCKSTEP_CACHE`, else `lockstep` in the user's
  /// cache folder (XDG base directories 0.8).
  public Path cacheFolder() {
    return variable("LOCKSTEP_CACHE")
        .map(folder::resolve)
        .or(() -> variable("XDG_CACHE_HOME").map(it -> folder.resolve(it).resolve("lockstep")))
        .orElse(home.resolve(".cache").resolve("lockstep"));
  }

  /// Returns how messages name a file: relative to the folder that the process runs in where it
  /// lies there, else in full.
  public String show(Path path) {
    var absolute = folder.resolve(path).normalize();
    if (absolute.equals(folder)) {
      return ".";
    }
    return absolute.startsWith(folder)
        ? folder.relativize(absolute).toString()
        : absolute.toString();
  }

  @Override
  public String toString() {
    return "Environment[" + folder + "]";
  }
}
