package lockstep.emit.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Writes a documentation text as the lines of a docstring.
///
/// Lines keep their breaks; one that is too long is wrapped at spaces, so that the text is the same
/// but for white space.
final class Docstring {
  private static final String QUOTES = "\"\"\"";
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private Docstring() {}

  /// Returns the lines without the indentation of the block they stand in; none for an empty text.
  ///
  /// @param indentation columns to the left of the docstring
  static List<String> lines(String documentation, int indentation) {
    var room = Width.LINE - indentation;
    var text = wrap(clean(documentation), room);
    if (text.isEmpty()) {
      return List.of();
    }
    var last = text.size() - 1;
    text.set(0, QUOTES + text.getFirst());
    if (last == 0 && Width.of(text.getFirst()) + QUOTES.length() <= room) {
      return List.of(withoutQuoteAtEnd(text.getFirst()) + QUOTES);
    }
    text.add(QUOTES);
    return text;
  }

  /// A quote before the closing ones would be taken for one of them.
  private static String withoutQuoteAtEnd(String line) {
    return line.endsWith("\"") ? line.substring(0, line.length() - 1) + "\\\"" : line;
  }

  private static List<String> clean(String documentation) {
    var lines = new ArrayList<String>();
    for (var line : LINE_BREAK.split(documentation.strip(), -1)) {
      lines.add(escape(line.replace("\t", "    ").stripTrailing()));
    }
    return lines;
  }

  private static String escape(String line) {
    var out = new StringBuilder(line.length());
    for (var i = 0; i < line.length(); ) {
      var c = line.codePointAt(i);
      if (c == '\\') {
        out.append("\\\\");
      } else if (line.startsWith(QUOTES, i)) {
        out.append("\\\"");
      } else if (c < ' ' || c == 0x7f || c > 0x7f && isEscaped(line, i)) {
        StringLiteral.escape(c, out);
      } else {
        out.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean isEscaped(String line, int at) {
    return !StringLiteral.isPlain(line.codePointAt(at)) || Ambiguous.isFlagged(line, at);
  }

  private static List<String> wrap(List<String> lines, int room) {
    var wrapped = new ArrayList<String>();
    for (var line : lines) {
      wrap(line, room - (wrapped.isEmpty() ? QUOTES.length() : 0), room, wrapped);
    }
    return wrapped.equals(List.of("")) ? new ArrayList<>() : wrapped;
  }

  private static void wrap(String line, int first, int others, List<String> into) {
    var indentation = line.substring(0, line.length() - line.stripLeading().length());
    var rest = line;
    var room = first;
    while (Width.of(rest) > room) {
      var space = lastSpace(rest, room, indentation.length());
      if (space < 0) {
        break;
      }
      into.add(rest.substring(0, space).stripTrailing());
      rest = indentation + rest.substring(space).stripLeading();
      room = others;
    }
    into.add(rest);
  }

  /// Returns the last space at which the text before it fits, else the first one there is, else -1.
  private static int lastSpace(String line, int room, int from) {
    var found = -1;
    for (var i = line.indexOf(' ', from); i >= 0; i = line.indexOf(' ', i + 1)) {
      if (found >= 0 && Width.of(line.substring(0, i)) > room) {
        break;
      }
      found = i;
    }
    return found;
  }
}
