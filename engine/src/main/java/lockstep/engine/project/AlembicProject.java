package lockstep.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tomlj.Toml;

/// Where a project keeps its Alembic history, as `alembic.ini` or `[tool.alembic]` in
/// `pyproject.toml` says (Alembic 1.20).
///
/// @param settings the file that says so
/// @param scripts the folder of `env.py`
/// @param versions the folders of revision files
/// @param isRecursive whether folders below these count too
public record AlembicProject(
    Path settings, Path scripts, List<Path> versions, boolean isRecursive) {
  private static final String INI = "alembic.ini";
  private static final String TOML = "pyproject.toml";
  private static final Pattern SECTION = Pattern.compile("\\[([^\\]]+)\\]\\s*");
  private static final Pattern KEY = Pattern.compile("([\\w.]+)\\s*[=:]\\s*(.*)");

  public AlembicProject {
    versions = List.copyOf(versions);
  }

  /// Returns the history that a folder's settings name, or that a file of settings does.
  ///
  /// @throws IOException where the settings cannot be read
  public static Optional<AlembicProject> find(Path place) throws IOException {
    var candidates =
        Files.isDirectory(place)
            ? List.of(place.resolve(INI), place.resolve(TOML))
            : List.of(place);
    for (var file : candidates) {
      var found = Files.isRegularFile(file) ? read(file) : Optional.<AlembicProject>empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// Returns the history that begins in a folder, laid out as `alembic init` does it.
  public static AlembicProject begin(Path folder) {
    var scripts = folder.resolve("alembic");
    return new AlembicProject(
        folder.resolve(INI), scripts, List.of(scripts.resolve("versions")), false);
  }

  /// Returns the same project with its revisions elsewhere, as where `env.py` says so.
  public AlembicProject withVersions(Path folder) {
    return new AlembicProject(settings, scripts, List.of(folder), isRecursive);
  }

  /// Returns the folder that the project's commands run in.
  public Path folder() {
    return settings.getParent();
  }

  private static Optional<AlembicProject> read(Path file) throws IOException {
    var here = file.getParent();
    var keys = file.toString().endsWith(".toml") ? toml(file) : ini(file);
    keys.replaceAll((_, value) -> value.replace("%(here)s", here.toString()).replace("%%", "%"));
    return Optional.ofNullable(keys.get("script_location"))
        .map(
            it -> {
              var scripts = folder(here, it);
              return new AlembicProject(
                  file,
                  scripts,
                  versions(here, scripts, keys),
                  "true".equals(keys.get("recursive_version_locations")));
            });
  }

  private static List<Path> versions(Path here, Path scripts, Map<String, String> keys) {
    var set = keys.get("version_locations");
    if (set == null || set.isBlank()) {
      return List.of(scripts.resolve("versions"));
    }
    var separator = keys.getOrDefault("path_separator", keys.get("version_path_separator"));
    return Stream.of(set.strip().split(pattern(separator)))
        .filter(it -> !it.isBlank())
        .map(it -> folder(here, it.strip()))
        .toList();
  }

  private static String pattern(String separator) {
    if (separator == null) {
      return "[\\s,]+";
    }
    return switch (separator) {
      case "os" -> Pattern.quote(System.getProperty("path.separator"));
      case "space" -> "\\s+";
      case "newline" -> "\\n";
      default -> Pattern.quote(separator);
    };
  }

  /// A folder, or `package:folder:folder`; seen from the settings, or, as in what is installed,
  /// from a folder above them.
  private static Path folder(Path here, String text) {
    var isPackage = text.indexOf(':') > 1;
    var below = isPackage ? text.replace('.', '/').replace(':', '/') : text;
    var above = Stream.iterate(here, Objects::nonNull, Path::getParent);
    return Stream.concat(above, Stream.of(here.resolve("src")))
        .map(it -> it.resolve(below).normalize())
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(here.resolve(below).normalize());
  }

  private static Map<String, String> toml(Path file) throws IOException {
    var keys = new LinkedHashMap<String, String>();
    var table = Toml.parse(Files.readString(file)).getTable("tool.alembic");
    if (table != null) {
      for (var key : table.keySet()) {
        if (table.isArray(key)) {
          var all = new ArrayList<String>();
          table.getArray(key).toList().forEach(it -> all.add(String.valueOf(it)));
          keys.put(key, String.join("\n", all));
          keys.put("path_separator", "newline");
        } else {
          keys.putIfAbsent(key, String.valueOf(table.get(key)));
        }
      }
    }
    return keys;
  }

  /// Reads the section `[alembic]`; lines that begin with space go on with the one before.
  private static Map<String, String> ini(Path file) throws IOException {
    var keys = new LinkedHashMap<String, String>();
    var section = "";
    var last = "";
    for (var line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#") || line.startsWith(";")) {
        continue;
      }
      var head = SECTION.matcher(line);
      var key = KEY.matcher(line);
      if (head.matches()) {
        section = head.group(1);
      } else if (section.equals("alembic") && Character.isWhitespace(line.charAt(0))) {
        keys.merge(last, line.strip(), (before, more) -> before + "\n" + more);
      } else if (section.equals("alembic") && key.matches()) {
        last = key.group(1);
        keys.put(last, key.group(2).strip());
      }
    }
    return keys;
  }
}
