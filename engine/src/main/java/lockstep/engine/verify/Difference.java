package lockstep.engine.verify;

import java.util.Optional;
import lockstep.engine.json.Json;

/// Where two values begin to differ.
final class Difference {
  private static final int LENGTH = 300;

  private Difference() {}

  /// Returns the first place at which they differ, in words; empty where they are equal.
  ///
  /// @param meant what Prisma's client has
  static Optional<String> between(Json meant, Json found) {
    return between("", meant, found);
  }

  private static Optional<String> between(String path, Json meant, Json found) {
    if (meant.equals(found)) {
      return Optional.empty();
    }
    if (meant instanceof Json.OfArray(var expected)
        && found instanceof Json.OfArray(var actual)
        && !expected.isEmpty()) {
      if (expected.size() != actual.size()) {
        return Optional.of(
            "%sPrisma has %d, the converted call %d: %s, and %s"
                .formatted(at(path), expected.size(), actual.size(), shown(meant), shown(found)));
      }
      for (var i = 0; i < expected.size(); i++) {
        var inside = between(path + "[" + i + "]", expected.get(i), actual.get(i));
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    if (meant instanceof Json.OfObject(var expected)
        && found instanceof Json.OfObject(var actual)
        && expected.keySet().equals(actual.keySet())) {
      for (var name : expected.keySet()) {
        var inside = between(path + "." + name, expected.get(name), actual.get(name));
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.of(
        "%sPrisma has %s, the converted call %s".formatted(at(path), shown(meant), shown(found)));
  }

  private static String at(String path) {
    return path.isEmpty() ? "" : "at `" + path + "` ";
  }

  private static String shown(Json value) {
    var text = SampleValues.shown(value);
    return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
  }
}
