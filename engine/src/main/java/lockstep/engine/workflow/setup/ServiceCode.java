package lockstep.engine.workflow.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lockstep.engine.source.client.PythonSources;

/// What the texts of Python files show without being understood: which drivers they speak of, where
/// engines are made, which tables have models.
///
/// @param texts by file, of those that speak of SQLAlchemy, a driver or Prisma's client
/// @param tables by name, the files that have a model of it
record ServiceCode(SortedMap<Path, String> texts, SortedMap<String, SortedSet<Path>> tables) {
  private static final long LARGEST = 1 << 20;
  private static final Pattern OF_INTEREST =
      Pattern.compile("sqlalchemy|asyncpg|psycopg|prisma|__tablename__");
  private static final Pattern TABLE =
      Pattern.compile("(?m)^\\s+__tablename__(?:\\s*:[^=\\n]*)?\\s*=\\s*[\"'](\\w+)[\"']");

  static ServiceCode in(Path folder) {
    var texts = new TreeMap<Path, String>();
    var tables = new TreeMap<String, SortedSet<Path>>();
    for (var file : PythonSources.find(List.of(folder))) {
      var text = text(file);
      if (OF_INTEREST.matcher(text).find()) {
        texts.put(file, text);
        var table = TABLE.matcher(text);
        while (table.find()) {
          tables.computeIfAbsent(table.group(1), _ -> new TreeSet<>()).add(file);
        }
      }
    }
    return new ServiceCode(texts, tables);
  }

  private static String text(Path file) {
    try {
      return Files.size(file) > LARGEST
          ? ""
          : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }

  /// Returns the same, of the files below a folder.
  ServiceCode below(Path folder) {
    var below = new TreeMap<>(texts);
    below.keySet().removeIf(it -> !it.startsWith(folder));
    return new ServiceCode(below, tables);
  }

  boolean mentions(String pattern) {
    var words = Pattern.compile(pattern);
    return texts.values().stream().anyMatch(it -> words.matcher(it).find());
  }

  /// Returns the first file in which a pattern is found.
  Optional<Path> where(String pattern) {
    var words = Pattern.compile(pattern);
    return texts.entrySet().stream()
        .filter(it -> words.matcher(it.getValue()).find())
        .map(SortedMap.Entry::getKey)
        .findFirst();
  }

  /// Returns the drivers that the code speaks of, as packages.
  List<String> drivers() {
    var drivers = new ArrayList<String>();
    if (mentions("\\basyncpg\\b")) {
      drivers.add("asyncpg");
    }
    if (mentions("\\bpsycopg\\b")) {
      drivers.add("psycopg");
    }
    if (mentions("\\bpsycopg2\\b")) {
      drivers.add("psycopg2");
    }
    return drivers;
  }

  boolean isAsynchronous() {
    return mentions("\\bcreate_async_engine\\b|\\basync_engine_from_config\\b");
  }
}
