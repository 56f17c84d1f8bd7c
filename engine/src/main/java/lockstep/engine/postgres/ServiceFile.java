package lockstep.engine.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// libpq's connection service files: sections `[name]` with lines `parameter=value` (PostgreSQL 18,
/// 32.17).
final class ServiceFile {
  private ServiceFile() {}

  /// Returns what the first file that has the service says about it.
  static Map<String, String> find(List<Path> files, String service) {
    for (var file : files) {
      var found = find(file, service);
      if (found.isPresent()) {
        return found.get();
      }
    }
    var looked = files.stream().map(it -> "`" + it + "`").toList();
    throw new MalformedConnection(
        looked.isEmpty()
            ? "There is no file of connection services in which `%s` could stand."
                .formatted(service)
            : "No service `%s` is defined in %s.".formatted(service, String.join(" or ", looked)));
  }

  private static Optional<Map<String, String>> find(Path file, String service) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    var found = new TreeMap<String, String>();
    var number = 0;
    var state = State.BEFORE;
    for (var line : lines(file)) {
      number++;
      var text = line.strip();
      if (text.startsWith("[")) {
        if (state == State.INSIDE) {
          break;
        }
        state = text.equals("[" + service + "]") ? State.INSIDE : State.BEFORE;
      } else if (state == State.INSIDE && !text.isEmpty() && !text.startsWith("#")) {
        parameter(text, found, "line %d of `%s`".formatted(number, file));
      }
    }
    return state == State.INSIDE ? Optional.of(found) : Optional.empty();
  }

  private enum State {
    BEFORE,
    INSIDE
  }

  /// The first value counts where a parameter is there twice.
  private static void parameter(String text, Map<String, String> found, String place) {
    var equals = text.indexOf('=');
    var name = equals < 0 ? text : text.substring(0, equals);
    if (equals < 0 || !ConnectionParameters.isOfLibpq(name) || name.equals("service")) {
      throw new MalformedConnection(
          "%s is no parameter of a connection with its value, as in `host=localhost`."
              .formatted(place.substring(0, 1).toUpperCase(Locale.ROOT) + place.substring(1)));
    }
    found.putIfAbsent(name, text.substring(equals + 1));
  }

  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new MalformedConnection("The file of services `%s` cannot be read.".formatted(file));
    }
  }
}
