package lockstep.psl.syntax;

import java.util.List;
import java.util.Optional;

/// Guesses what a line that was not understood was meant to be.
final class InvalidLineAdvice {
  private static final List<String> KEYWORDS =
      List.of("model", "view", "enum", "type", "datasource", "generator");

  private InvalidLineAdvice() {}

  /// @param line without the white space around it
  static Optional<String> of(String line) {
    if (opensBlock(line)) {
      return Optional.of(
          line.endsWith("}")
              ? "Put the content of the block and the closing brace on lines of their own."
              : "Close the block by a `}` on a line of its own.");
    }
    if (line.startsWith("/*")) {
      return Optional.of("Close the comment by `*/`.");
    }
    if (opens(line) > 0) {
      return Optional.of("Put the whole definition on one line; brackets cannot go beyond it.");
    }
    return Optional.empty();
  }

  private static boolean opensBlock(String line) {
    return line.indexOf('{') >= 0 && KEYWORDS.stream().anyMatch(it -> line.startsWith(it + " "));
  }

  private static int opens(String line) {
    var open = 0;
    for (var i = 0; i < line.length(); i++) {
      switch (line.charAt(i)) {
        case '(', '[' -> open++;
        case ')', ']' -> open--;
        default -> {}
      }
    }
    return open;
  }
}
