package lockstep.engine.source.sqlalchemy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.engine.source.sqlalchemy.ProbeReport.Spot;

/// The user's Python files, each read once.
final class PythonFiles {
  private final Map<String, PythonClasses> files = new HashMap<>();

  /// Returns the class as it is written; empty where it is not written there, but made by a call.
  Optional<PythonClasses.Definition> find(String name, Spot spot) {
    return spot.file()
        .map(it -> files.computeIfAbsent(it, PythonFiles::read))
        .flatMap(it -> it.find(name, spot.line().orElse(1)));
  }

  private static PythonClasses read(String file) {
    try {
      var bytes = Files.readAllBytes(Path.of(file));
      return PythonClasses.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return PythonClasses.of("");
    }
  }
}
