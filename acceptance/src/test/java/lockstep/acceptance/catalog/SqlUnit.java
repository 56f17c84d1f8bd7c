package lockstep.acceptance.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.acceptance.oracle.Checkout;

/// SQL files of the corpus that make one database together, in the order in which they run.
record SqlUnit(String name, List<Path> files) {
  /// `V1.56.0__officer.sql` runs by its number, `R__…` after all of those.
  private static final Pattern VERSION = Pattern.compile("V([0-9._]+?)__.*");

  /// Roles as statements name them that need them to be there, one or a list.
  private static final Pattern ROLES =
      Pattern.compile(
          "(?i)\\b(?:owner to|for role|(?:grant|revoke)\\b[^;']*?\\b(?:to|from)|create policy[^;]*?\\bto)"
              + "\\s+((?:\"[^\"]+\"|[a-z_][a-z_0-9]*)(?:\\s*,\\s*(?:\"[^\"]+\"|[a-z_][a-z_0-9]*))*)");

  private static final Pattern EXTENSION = Pattern.compile("(?i)create extension[^;]*uuid-ossp");

  private static final Pattern NEW_ROLE =
      Pattern.compile("(?i)\\bcreate (?:role|user(?!\\s+mapping\\b))\\s+\"?([a-z_][a-z_0-9]*)");

  SqlUnit {
    files = List.copyOf(files);
  }

  /// One of every kind of object.
  static SqlUnit kitchenSink() {
    var file = Checkout.acceptance("sql/kitchen-sink.sql");
    return new SqlUnit(name(file), List.of(file));
  }

  /// @param corpus the folder `corpus/sql`
  static List<SqlUnit> in(Path corpus) {
    var units = new ArrayList<SqlUnit>();
    for (var folder : children(corpus)) {
      if (folder.getFileName().toString().endsWith("flyway")) {
        children(folder).forEach(it -> units.add(new SqlUnit(name(it), inVersionOrder(it))));
      } else if (!folder.getFileName().toString().equals("civitai-programmability")) {
        scripts(folder).forEach(it -> units.add(new SqlUnit(name(it), List.of(it))));
      } else {
        var all = new ArrayList<>(scripts(folder.resolveSibling("civitai-ddl")));
        all.addAll(scripts(folder));
        units.add(new SqlUnit(folder.getFileName().toString(), all));
      }
    }
    return units;
  }

  List<String> texts() {
    return files.stream().map(SqlUnit::text).toList();
  }

  /// Returns the names of roles that its statements may take for granted.
  List<String> roles() {
    var roles = new TreeSet<String>();
    for (var text : texts()) {
      ROLES
          .matcher(text)
          .results()
          .flatMap(it -> Stream.of(it.group(1).split("\\s*,\\s*")))
          .map(it -> it.startsWith("\"") ? it.replace("\"", "") : it.toLowerCase(Locale.ROOT))
          .forEach(roles::add);
    }
    roles.removeAll(List.of("public", "postgres", "current_user", "session_user", "current_role"));
    return List.copyOf(roles);
  }

  /// Returns what makes the extensions that its statements use and none of them creates.
  String extensions() {
    var isTaken =
        texts().stream().anyMatch(it -> it.contains("uuid_generate_v4()"))
            && texts().stream().noneMatch(it -> EXTENSION.matcher(it).find());
    return isTaken ? "create extension \"uuid-ossp\"" : "";
  }

  /// Returns the names of roles that its statements make.
  List<String> rolesMade() {
    return texts().stream()
        .flatMap(it -> NEW_ROLE.matcher(it).results())
        .map(it -> it.group(1).toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private static String name(Path path) {
    return path.getParent().getFileName() + "/" + path.getFileName();
  }

  private static List<Path> inVersionOrder(Path folder) {
    return scripts(folder).stream().sorted((a, b) -> version(a).compareTo(version(b))).toList();
  }

  /// Returns a text that sorts as the numbers do.
  private static String version(Path script) {
    var name = script.getFileName().toString();
    var version = VERSION.matcher(name);
    if (!version.matches()) {
      return "R" + name;
    }
    var key = new StringBuilder("A");
    for (var number : version.group(1).split("[._]")) {
      key.append("%06d.".formatted(Integer.parseInt(number)));
    }
    return key + name;
  }

  private static List<Path> children(Path folder) {
    try (var all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> scripts(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(it -> it.toString().endsWith(".sql")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
