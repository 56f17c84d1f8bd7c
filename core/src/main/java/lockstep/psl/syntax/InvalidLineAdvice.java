package lockstep.psl.syntax;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.text.Closest;

/// Guesses what a line that was not understood was meant to be.
final class InvalidLineAdvice {
  private static final List<String> KEYWORDS =
      List.of("model", "view", "enum", "type", "datasource", "generator");
  private static final Pattern HEADER = Pattern.compile("(\\w+)\\s+\\w+\\s*(\\{.*)?");

  private InvalidLineAdvice() {}

  /// Returns what to do with a line outside of all blocks.
  ///
  /// @param line without the white space around it
  static Optional<String> outside(String line) {
    var header = HEADER.matcher(line);
    if (!header.matches()) {
      return anywhere(line);
    }
    if (!KEYWORDS.contains(header.group(1))) {
      return Closest.to(header.group(1), KEYWORDS).map("Did you mean `%s`?"::formatted);
    }
    if (header.group(2) == null) {
      return Optional.of("Open the block by a `{` at the end of the line.");
    }
    return Optional.of(
        line.endsWith("}")
            ? "Put the content of the block and the closing brace on lines of their own."
            : "Close the block by a `}` on a line of its own.");
  }

  /// Returns what to do with a line in a block.
  ///
  /// @param line without the white space around it
  static Optional<String> inside(String line) {
    var header = HEADER.matcher(line);
    return header.matches() && header.group(2) != null && KEYWORDS.contains(header.group(1))
        ? Optional.of("Close the block above by a `}` on a line of its own, before this one.")
        : anywhere(line);
  }

  private static Optional<String> anywhere(String line) {
    if (line.startsWith("/*")) {
      return Optional.of("Close the comment by `*/`.");
    }
    if (line.endsWith(",") && unclosed(line) == 0) {
      return Optional.of("Remove the comma: a definition ends with its line.");
    }
    if (unclosed(line) > 0) {
      return Optional.of("Put the whole definition on one line; brackets cannot go beyond it.");
    }
    return Optional.empty();
  }

  private static long unclosed(String line) {
    return line.chars().filter(it -> it == '(' || it == '[').count()
        - line.chars().filter(it -> it == ')' || it == ']').count();
  }
}
