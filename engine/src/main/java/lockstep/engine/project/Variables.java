package lockstep.engine.project;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The variables that settings may name: those of the process, then those of the project's `.env`
/// files. Shows no value.
public final class Variables {
  private static final String FILE = ".env";

  private final Map<String, String> values;
  private final Map<String, Path> files;

  private Variables(Map<String, String> values, Map<String, Path> files) {
    this.values = values;
    this.files = files;
  }

  /// @param folders looked through for a file `.env`, the first that sets a variable wins
  public static Variables of(Environment environment, List<Path> folders) {
    var values = new LinkedHashMap<String, String>();
    var files = new LinkedHashMap<String, Path>();
    environment.variables().forEach(values::put);
    for (var folder : folders) {
      var file = folder.resolve(FILE);
      DotEnv.read(file, environment.variables())
          .forEach(
              (name, value) -> {
                if (values.putIfAbsent(name, value) == null) {
                  files.put(name, file);
                }
              });
    }
    return new Variables(values, files);
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
