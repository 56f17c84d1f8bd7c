package lockstep.engine.python;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import lockstep.engine.project.Environment;

/// The programs on the search path.
record Programs(Environment environment) {
  private static final List<String> PYTHONS =
      List.of(
          "python3",
          "python",
          "python3.13",
          "python3.12",
          "python3.11",
          "python3.14",
          "python3.10",
          "python3.9");

  Optional<Path> find(String name) {
    return environment.program(name);
  }

  /// Returns the Pythons that are there, each once, the one that people mean by `python3` first.
  List<Path> pythons() {
    var byFile = new LinkedHashMap<Path, Path>();
    for (var name : PYTHONS) {
      find(name).ifPresent(it -> byFile.putIfAbsent(real(it), it));
    }
    return new ArrayList<>(byFile.values());
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file;
    }
  }
}
