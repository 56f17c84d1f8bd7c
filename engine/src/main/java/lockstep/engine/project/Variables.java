package lockstep.engine.project;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The variables that settings may name: those of the process, then those of the project's `.env`
/// files. Shows no value.
///
/// One that the process sets to nothing hides what the files say, as it does from Prisma.
public final class Variables {
  /// Those that are read, the one that wins first.
  static final List<String> FILES = List.of(".env", ".env.local");

  private final Map<String, String> values;
  private final Map<String, Path> files;

  private Variables(Map<String, String> values, Map<String, Path> files) {
    this.values = values;
    this.files = files;
  }

  /// @param folders looked through for such files, the first that sets a variable wins; a
  ///   `.env.local` says only what no `.env` does
  public static Variables of(Environment environment, List<Path> folders) {
    var values = new LinkedHashMap<String, String>();
    var files = new LinkedHashMap<String, Path>();
    environment.variables().forEach(values::put);
    for (var name : FILES) {
      for (var folder : folders) {
        var file = folder.resolve(name);
        DotEnv.read(file, environment.variables())
            .forEach(
                (variable, value) -> {
                  if (values.putIfAbsent(variable, value) == null) {
                    files.put(variable, file);
                  }
                });
      }
    }
    return new Variables(values, files);
  }

  /// Returns whether a file of variables is one of those that are read in a folder.
  public static boolean isRead(Path file, Path folder) {
    return FILES.stream().map(folder::resolve).anyMatch(file::equals);
  }

  /// Returns the file that sets a variable; empty where the environment does, or nobody.
  Optional<Path> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /// Returns a variable that is set and not empty.
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(it -> !it.isEmpty());
  }

  @Override
  public String toString() {
    return "Variables[" + values.size() + "]";
  }
}
