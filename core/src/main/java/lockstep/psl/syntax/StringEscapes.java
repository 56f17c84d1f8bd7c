package lockstep.psl.syntax;

import java.util.function.BiConsumer;
import lockstep.text.Span;

/// Resolves the escape sequences of a text in double quotes: those of JSON (RFC 8259, 7).
final class StringEscapes {
  private static final int UNICODE_LENGTH = 6;

  /// What can be wrong with an escape sequence.
  enum Fault {
    UNKNOWN,
    INVALID_UNICODE
  }

  private final String content;
  private final BiConsumer<Fault, Span> faults;
  private final StringBuilder out;
  private int position;

  private StringEscapes(String content, BiConsumer<Fault, Span> faults) {
    this.content = content;
    this.faults = faults;
    this.out = new StringBuilder(content.length());
  }

  /// Returns the text that a literal stands for; what is wrong in it is left out.
  ///
  /// @param literal with its quotes
  static String value(String literal) {
    var content = literal.substring(1, literal.length() - 1);
    return content.indexOf('\\') < 0 ? content : new StringEscapes(content, (_, _) -> {}).resolve();
  }

  /// Reports what is wrong in a literal, with places counted from its first quote.
  static void check(String literal, BiConsumer<Fault, Span> faults) {
    if (literal.indexOf('\\') >= 0) {
      var content = literal.substring(1, literal.length() - 1);
      new StringEscapes(content, faults).resolve();
    }
  }

  private String resolve() {
    while (position < content.length()) {
      var c = content.charAt(position++);
      if (c == '\\') {
        escape();
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private void escape() {
    var start = position - 1;
    var c = content.codePointAt(position);
    position += Character.charCount(c);
    switch (c) {
      case '"', '\\', '/' -> out.appendCodePoint(c);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> unicode(start);
      default -> report(Fault.UNKNOWN, start, position);
    }
  }

  /// A character outside the basic plane is written as two escapes, a surrogate pair.
  private void unicode(int start) {
    var digits = hexDigits(start + 2);
    position = start + 2 + digits;
    if (digits < 4) {
      report(Fault.INVALID_UNICODE, start, position);
      return;
    }
    var first = unit(start);
    if (!Character.isSurrogate(first)) {
      out.append(first);
    } else if (content.startsWith("\\u", position) && hexDigits(position + 2) == 4) {
      pair(start, first);
    } else {
      report(Fault.INVALID_UNICODE, start, position);
    }
  }

  private void pair(int start, char first) {
    var second = unit(position);
    position += UNICODE_LENGTH;
    if (Character.isSurrogatePair(first, second)) {
      out.append(first).append(second);
    } else {
      report(Fault.INVALID_UNICODE, start, position);
    }
  }

  private char unit(int start) {
    return (char) Integer.parseInt(content, start + 2, start + UNICODE_LENGTH, 16);
  }

  private int hexDigits(int from) {
    var count = 0;
    while (count < 4
        && from + count < content.length()
        && isHexDigit(content.charAt(from + count))) {
      count++;
    }
    return count;
  }

  private static boolean isHexDigit(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  private void report(Fault fault, int start, int end) {
    faults.accept(fault, new Span(start + 1, end + 1));
  }
}
