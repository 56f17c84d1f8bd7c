package lockstep.engine.project;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The variables that settings may name: those of the process, then those of the project's `.env`
/// files. Shows no value.
public final class Variables {
  private final Map<String, String> values;

  private Variables(Map<String, String> values) {
    this.values = values;
  }

  /// @param folders looked through for a file `.env`, the first that sets a variable wins
  public static Variables of(Environment environment, List<Path> folders) {
    var values = new LinkedHashMap<String, String>();
    environment.variables().forEach(values::put);
    for (var folder : folders) {
      DotEnv.read(folder.resolve(".env"), environment.variables()).forEach(values::putIfAbsent);
    }
    return new Variables(values);
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
