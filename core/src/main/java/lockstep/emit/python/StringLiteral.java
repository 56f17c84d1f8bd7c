package lockstep.emit.python;

import java.util.ArrayList;
import java.util.List;

/// Writes texts as Python string literals.
///
/// Quotes are double, unless the text holds more double quotes than single ones, as `ruff format`
/// has it. Characters that a reader could take for others are written as escapes (ruff, RUF001).
public final class StringLiteral {
  private StringLiteral() {}

  public static String of(String value) {
    var quote = quote(value);
    var out = new StringBuilder(value.length() + 2).append(quote);
    for (var i = 0; i < value.length(); ) {
      i = character(value, i, quote, out);
    }
    return out.append(quote).toString();
  }

  /// Cuts a text into pieces whose literals fit, after spaces or signs where there are any.
  ///
  /// @param first columns that the first literal may take
  /// @param others columns that each further one may take
  static List<String> pieces(String value, int first, int others) {
    var pieces = new ArrayList<String>();
    var rest = value;
    var room = first;
    while (Width.of(of(rest)) > room) {
      var end = end(rest, Math.max(room, 8) - 2);
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end);
      room = others;
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  private static int end(String value, int columns) {
    var quote = quote(value);
    var written = new StringBuilder();
    var afterSpace = 0;
    var afterSign = 0;
    var i = 0;
    while (i < value.length()) {
      var next = character(value, i, quote, written);
      if (Width.of(written.toString()) > columns) {
        break;
      }
      i = next;
      var last = value.charAt(i - 1);
      if (last == ' ') {
        afterSpace = i;
      } else if (last < 0x80 && !Character.isLetterOrDigit(last)) {
        afterSign = i;
      }
    }
    return afterSpace > i / 2 ? afterSpace : afterSign > i / 2 ? afterSign : Math.max(i, 1);
  }

  private static char quote(String value) {
    var twice = 0;
    var once = 0;
    for (var i = 0; i < value.length(); i++) {
      switch (value.charAt(i)) {
        case '"' -> twice++;
        case '\'' -> once++;
        default -> {}
      }
    }
    return twice > once ? '\'' : '"';
  }

  /// Writes the character at `i` and returns where the next one starts.
  private static int character(String value, int i, char quote, StringBuilder out) {
    var c = value.codePointAt(i);
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '"', '\'' -> {
        if (c == quote) {
          out.append('\\');
        }
        out.appendCodePoint(c);
      }
      default -> {
        if (c < 0x7f && c >= ' ' || c > 0x7f && isPlain(c) && !Ambiguous.isFlagged(value, i)) {
          out.appendCodePoint(c);
        } else {
          escape(c, out);
        }
      }
    }
    return i + Character.charCount(c);
  }

  static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /// Writes a character by its number, in lower-case hexadecimal digits.
  static void escape(int c, StringBuilder out) {
    if (c <= 0xff) {
      hexadecimal("\\x", 2, c, out);
    } else if (c <= 0xffff) {
      hexadecimal("\\u", 4, c, out);
    } else {
      hexadecimal("\\U", 8, c, out);
    }
  }

  private static void hexadecimal(String prefix, int digits, int c, StringBuilder out) {
    var hex = Integer.toHexString(c);
    out.append(prefix).repeat("0", digits - hex.length()).append(hex);
  }
}
