package lockstep.engine.postgres.introspection;

/// Expressions as PostgreSQL prints them.
final class ExpressionText {
  private ExpressionText() {}

  /// Returns an expression without the parentheses around the whole of it.
  static String unwrapped(String expression) {
    var text = expression.strip();
    while (text.startsWith("(") && closing(text, 0) == text.length() - 1) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return text;
  }

  /// Returns where the parenthesis that opens at `start` closes; -1 where it does not.
  private static int closing(String text, int start) {
    var depth = 0;
    var i = start;
    while (i < text.length()) {
      switch (text.charAt(i)) {
        case '\'', '"' -> i = quoteEnd(text, i);
        case '(' -> depth++;
        case ')' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return i;
      }
      i++;
    }
    return -1;
  }

  /// A doubled quote ends one quotation and begins the next, which comes to the same.
  private static int quoteEnd(String text, int start) {
    var escapes = text.charAt(start) == '\'' && start > 0 && text.charAt(start - 1) == 'E';
    var i = start + 1;
    while (i < text.length() && text.charAt(i) != text.charAt(start)) {
      i += escapes && text.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
