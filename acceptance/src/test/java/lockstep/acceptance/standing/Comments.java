package lockstep.acceptance.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The comments in a schema's text.
final class Comments {
  private static final Pattern STRING_OR_COMMENT =
      Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*+\"?|//[^\n]*|/\\*(?:[^*]++|\\*(?!/))*+(?:\\*/)?");

  private Comments() {}

  /// Returns the comments that `from` has and `to` has not, each as often as it is missing.
  static List<String> lost(String from, String to) {
    var lost = new ArrayList<>(all(from));
    all(to).forEach(lost::remove);
    return List.copyOf(lost);
  }

  private static List<String> all(String text) {
    return STRING_OR_COMMENT
        .matcher(text)
        .results()
        .map(it -> it.group())
        .filter(it -> it.startsWith("/"))
        .map(it -> it.replaceAll("[/*\\s]+", " ").strip())
        .toList();
  }
}
