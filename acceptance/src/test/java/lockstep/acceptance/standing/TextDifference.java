package lockstep.acceptance.standing;

import java.util.List;
import java.util.Optional;

/// Where two texts part.
final class TextDifference {
  private TextDifference() {}

  /// Returns the first line that differs, as both have it; empty when the texts are equal.
  static Optional<String> first(String expected, String actual) {
    if (expected.equals(actual)) {
      return Optional.empty();
    }
    var want = List.of(expected.split("\n", -1));
    var have = List.of(actual.split("\n", -1));
    var at = 0;
    while (at < want.size() && at < have.size() && want.get(at).equals(have.get(at))) {
      at++;
    }
    return Optional.of(
        "line %d\nexpected |%s|\nactual   |%s|".formatted(at + 1, line(want, at), line(have, at)));
  }

  private static String line(List<String> lines, int at) {
    return at < lines.size() ? visible(lines.get(at)) : "<end>";
  }

  private static String visible(String line) {
    return line.replace("\t", "\\t").replace("\r", "\\r");
  }
}
