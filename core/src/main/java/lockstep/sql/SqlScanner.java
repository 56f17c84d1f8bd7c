package lockstep.sql;

import java.util.OptionalInt;

/// Walks over the tokens of an SQL text as PostgreSQL's own scanner cuts them (PostgreSQL 18, 4.1),
/// skipping white space and comments. Takes any text; a quote or comment that is never closed
/// reaches to the end.
///
/// A cursor: [#next()] moves it, the other methods tell of the token it is at.
final class SqlScanner {
  /// What a token is.
  enum Kind {
    WORD,
    QUOTED_NAME,
    STRING,
    NUMBER,
    SYMBOL,
    /// A backslash outside of quotes: PostgreSQL knows none, psql takes it as a command.
    BACKSLASH,
    END
  }

  private final String text;
  private int start;
  private int end;
  private Kind kind = Kind.SYMBOL;
  private OptionalInt unclosed = OptionalInt.empty();

  SqlScanner(String text, int from) {
    this.text = text;
    this.end = from;
  }

  Kind kind() {
    return kind;
  }

  /// Returns the token's first offset.
  int start() {
    return start;
  }

  /// Returns the offset after the token.
  int end() {
    return end;
  }

  /// Returns where a quote or comment begins that has no end, once it came by one.
  OptionalInt unclosed() {
    return unclosed;
  }

  String token() {
    return text.substring(start, end);
  }

  boolean isWord(String lowerCase) {
    return kind == Kind.WORD
        && end - start == lowerCase.length()
        && text.regionMatches(true, start, lowerCase, 0, lowerCase.length());
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(start) == symbol;
  }

  /// Continues at another offset.
  void moveTo(int offset) {
    end = offset;
  }

  /// Moves to the next token and returns its kind, [Kind#END] from the end on.
  Kind next() {
    start = skipBlank(end);
    if (start >= text.length()) {
      end = text.length();
      kind = Kind.END;
    } else {
      kind = scan(text.charAt(start));
    }
    return kind;
  }

  private Kind scan(char first) {
    if (first == '\'') {
      end = afterString(start + 1);
      return Kind.STRING;
    }
    if (first == '"') {
      end = afterQuote(start + 1, '"');
      return Kind.QUOTED_NAME;
    }
    if (first == '$') {
      return dollar();
    }
    if (isNameStart(first)) {
      return word();
    }
    if (isDigit(first)) {
      end = afterNumber();
      return Kind.NUMBER;
    }
    end = start + 1;
    return first == '\\' ? Kind.BACKSLASH : Kind.SYMBOL;
  }

  private Kind word() {
    end = start + 1;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    if (at(end) != '\'' || end - start > 1) {
      return Kind.WORD;
    }
    switch (text.charAt(start)) {
      case 'e', 'E' -> end = afterEscapedString(end + 1);
      case 'b', 'B', 'x', 'X', 'n', 'N' -> end = afterString(end + 1);
      default -> {
        return Kind.WORD;
      }
    }
    return Kind.STRING;
  }

  private Kind dollar() {
    var close = start + 1;
    while (isNamePart(at(close)) && at(close) != '$') {
      close++;
    }
    if (at(close) != '$' || isDigit(at(start + 1))) {
      end = start + 1;
      return Kind.SYMBOL;
    }
    var tag = text.substring(start, close + 1);
    var found = text.indexOf(tag, close + 1);
    end = found < 0 ? toTheEnd(start) : found + tag.length();
    return Kind.STRING;
  }

  private int afterString(int from) {
    return afterQuote(from, '\'');
  }

  private int afterQuote(int from, char quote) {
    var i = from;
    while (i < text.length()) {
      if (text.charAt(i) == quote) {
        if (at(i + 1) != quote) {
          return i + 1;
        }
        i++;
      }
      i++;
    }
    return toTheEnd(start);
  }

  /// A string that goes on after a line break is read by the rules of its beginning.
  private int afterEscapedString(int from) {
    var i = from;
    while (i < text.length()) {
      var c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '\'' && at(i + 1) == '\'') {
        i++;
      } else if (c == '\'') {
        var next = skipBlank(i + 1);
        var continues = at(next) == '\'' && text.substring(i + 1, next).indexOf('\n') >= 0;
        if (!continues) {
          return i + 1;
        }
        i = next;
      }
      i++;
    }
    return toTheEnd(start);
  }

  private int toTheEnd(int opening) {
    unclosed = OptionalInt.of(opening);
    return text.length();
  }

  private int afterNumber() {
    var i = start + 1;
    while (isDigit(at(i)) || isNameStart(at(i)) || at(i) == '.') {
      i++;
    }
    return i;
  }

  private int skipBlank(int from) {
    var i = from;
    while (i < text.length()) {
      var c = text.charAt(i);
      if (c == ' ' || c >= '\t' && c <= '\r') {
        i++;
      } else if (c == '-' && at(i + 1) == '-') {
        i = afterLine(i);
      } else if (c == '/' && at(i + 1) == '*') {
        i = afterComment(i);
      } else {
        return i;
      }
    }
    return i;
  }

  private int afterLine(int from) {
    var i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private int afterComment(int from) {
    var depth = 0;
    var i = from;
    do {
      if (at(i) == '/' && at(i + 1) == '*') {
        depth++;
        i += 2;
      } else if (at(i) == '*' && at(i + 1) == '/') {
        depth--;
        i += 2;
      } else {
        i++;
      }
    } while (depth > 0 && i < text.length());
    return depth > 0 ? toTheEnd(from) : i;
  }

  /// Returns the character at an offset, or NUL where the text has ended.
  private char at(int offset) {
    return offset < text.length() ? text.charAt(offset) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '\u0080';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c) || c == '$';
  }
}
