package lockstep.psl.printer;

import java.util.Collection;
import java.util.stream.Collectors;

/// Pieces of the language.
final class PslText {
  private PslText() {}

  /// Returns a text in double quotes, escaped as in JSON.
  static String quoted(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  static String list(Collection<String> elements) {
    return elements.stream().collect(Collectors.joining(", ", "[", "]"));
  }
}
