package lockstep.engine.source.sqlalchemy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.engine.source.sqlalchemy.ProbeReport.ModelFacts;

/// Finds the lines of classes and their attributes in Python files, by how they look.
///
/// The interpreter tells roughly where a class is made; which line names an attribute it does not
/// know.
final class PythonFiles {
  private static final Pattern ATTRIBUTE = Pattern.compile("(\\s+)(\\w+)\\s*[:=](?!=).*");

  private final Map<String, List<String>> files = new HashMap<>();

  /// A class in a file.
  ///
  /// @param line of its `class` statement, from 1; empty where it was not found
  /// @param attributes their lines by name
  record Definition(Optional<Integer> line, Map<String, Integer> attributes) {
    Optional<Integer> attribute(String name) {
      return Optional.ofNullable(attributes.get(name));
    }
  }

  Definition find(ModelFacts model) {
    var lines = model.spot().file().map(this::lines).orElse(List.of());
    var start = classLine(lines, model.name(), model.spot().line().orElse(1));
    return start < 0
        ? new Definition(Optional.empty(), Map.of())
        : new Definition(Optional.of(start + 1), attributes(lines, start));
  }

  /// Returns the index of the class statement nearest to the line, -1 where there is none.
  private static int classLine(List<String> lines, String name, int near) {
    var statement = Pattern.compile("\\s*class\\s+" + Pattern.quote(name) + "\\b.*");
    var best = -1;
    for (var i = 0; i < lines.size(); i++) {
      if (statement.matcher(lines.get(i)).matches()
          && (best < 0 || Math.abs(i + 1 - near) < Math.abs(best + 1 - near))) {
        best = i;
      }
    }
    return best;
  }

  private static Map<String, Integer> attributes(List<String> lines, int start) {
    var found = new LinkedHashMap<String, Integer>();
    var outer = indent(lines.get(start));
    var inner = -1;
    for (var i = start + 1; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      if (inner >= 0 && indent(line) <= outer && !line.stripLeading().startsWith(")")) {
        break;
      }
      var attribute = ATTRIBUTE.matcher(line);
      if (attribute.matches() && (inner < 0 || indent(line) == inner)) {
        inner = indent(line);
        found.putIfAbsent(attribute.group(2), i + 1);
      }
    }
    return found;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private List<String> lines(String file) {
    return files.computeIfAbsent(file, PythonFiles::read);
  }

  private static List<String> read(String file) {
    try {
      var bytes = Files.readAllBytes(Path.of(file));
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
