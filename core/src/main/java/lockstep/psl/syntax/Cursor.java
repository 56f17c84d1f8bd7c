package lockstep.psl.syntax;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.text.Span;

/// A position in a text, and the smallest things that can be read there.
///
/// What reads nothing leaves the position where it was.
final class Cursor {
  private static final int NOT_SEARCHED = -1;

  private final String text;

  /// Most names of a schema stand in it many times.
  private final Map<String, String> names = new HashMap<>();

  private int position;
  private int searchedFrom = NOT_SEARCHED;
  private int commentEnd;

  Cursor(String text) {
    this.text = text;
  }

  int position() {
    return position;
  }

  void reset(int to) {
    position = to;
  }

  boolean atEnd() {
    return position == text.length();
  }

  /// Returns the next character, or a line break at the end of the text.
  char next() {
    return atEnd() ? '\n' : text.charAt(position);
  }

  Span from(int start) {
    return new Span(start, position);
  }

  String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /// White space is what Unicode calls a space separator, and the tab. Line breaks are not.
  void skipSpace() {
    while (!atEnd() && isSpace(text.charAt(position))) {
      position++;
    }
  }

  boolean accept(char expected) {
    if (!atEnd() && text.charAt(position) == expected) {
      position++;
      return true;
    }
    return false;
  }

  boolean accept(String expected) {
    if (text.startsWith(expected, position)) {
      position += expected.length();
      return true;
    }
    return false;
  }

  /// Reads one line break: LF, CR LF or CR.
  boolean acceptLineBreak() {
    if (accept('\n')) {
      return true;
    }
    if (accept('\r')) {
      accept('\n');
      return true;
    }
    return false;
  }

  void skipToLineBreak() {
    while (!atEnd() && !isLineBreak(text.charAt(position))) {
      position++;
    }
  }

  /// Reads what is left of this line and its line break, if there is any.
  void skipLine() {
    skipToLineBreak();
    acceptLineBreak();
  }

  /// Reads letters and digits of any script, and after the first of them also `_` and `-`.
  Optional<Name> identifier() {
    var start = position;
    if (!acceptIdentifier()) {
      return Optional.empty();
    }
    return Optional.of(name(start));
  }

  /// Reads identifiers with dots between and after them.
  Optional<Name> path() {
    var start = position;
    if (!acceptIdentifier()) {
      return Optional.empty();
    }
    while (accept('.')) {
      acceptIdentifier();
    }
    return Optional.of(name(start));
  }

  Optional<Span> number() {
    var start = position;
    accept('-');
    if (!acceptDigits()) {
      position = start;
      return Optional.empty();
    }
    var end = position;
    if (!(accept('.') && acceptDigits())) {
      position = end;
    }
    return Optional.of(from(start));
  }

  /// Reads a text in double quotes; a backslash takes the next character with it, whatever it is.
  Optional<Span> quoted() {
    var start = position;
    if (!accept('"')) {
      return Optional.empty();
    }
    while (!atEnd() && text.charAt(position) != '"' && text.charAt(position) >= ' ') {
      position += text.charAt(position) == '\\' && position + 1 < text.length() ? 2 : 1;
    }
    if (!accept('"')) {
      position = start;
      return Optional.empty();
    }
    return Optional.of(from(start));
  }

  /// Reads one comment without its line break.
  Optional<Comment> comment() {
    var start = position;
    if (text.startsWith("//", position)) {
      var kind = text.startsWith("///", position) ? Comment.Kind.DOCUMENTATION : Comment.Kind.LINE;
      skipToLineBreak();
      return Optional.of(new Comment(kind, from(start)));
    }
    if (text.startsWith("/*", position)) {
      var end = commentEnd(position + 2);
      if (end >= 0) {
        position = end;
        return Optional.of(new Comment(Comment.Kind.BLOCK, from(start)));
      }
    }
    return Optional.empty();
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c > '~' && Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private Name name(int start) {
    var word = text.substring(start, position);
    return new Name(names.computeIfAbsent(word, _ -> word), start);
  }

  private boolean acceptIdentifier() {
    var start = position;
    while (!atEnd()) {
      var c = text.codePointAt(position);
      if (!isLetterOrDigit(c) && (position == start || c != '_' && c != '-')) {
        break;
      }
      position += Character.charCount(c);
    }
    return position > start;
  }

  private static boolean isLetterOrDigit(int c) {
    return c < 128
        ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
        : Character.isLetter(c);
  }

  private boolean acceptDigits() {
    var start = position;
    while (!atEnd() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
      position++;
    }
    return position > start;
  }

  /// Returns where the next `*/` ends, or -1. Many comments may be open before one end, or before
  /// none, and each search would run as far: the last answer is kept.
  private int commentEnd(int from) {
    var known =
        searchedFrom != NOT_SEARCHED
            && from >= searchedFrom
            && (commentEnd < 0 || from <= commentEnd - 2);
    if (!known) {
      var found = text.indexOf("*/", from);
      searchedFrom = from;
      commentEnd = found < 0 ? -1 : found + 2;
    }
    return commentEnd;
  }
}
