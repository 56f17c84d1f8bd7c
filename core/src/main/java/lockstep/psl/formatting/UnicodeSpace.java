package lockstep.psl.formatting;

/// White space as the Unicode property `White_Space` has it; Java's own notion leaves out spaces
/// that do not break.
final class UnicodeSpace {
  private UnicodeSpace() {}

  static String trim(String text) {
    var start = 0;
    var end = text.length();
    while (start < end && isWhiteSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isWhiteSpace(char c) {
    return c >= '\t' && c <= '\r' || c == '\u0085' || Character.isSpaceChar(c);
  }
}
