package lockstep.text;

import java.util.Arrays;

/// The name and the content of a file, with an index of its lines.
///
/// A line ends at LF, CR LF or a lone CR. Two texts are equal when name and content are.
public final class SourceText {
  private final String name;
  private final String content;

  /// Searched when the first line is asked for: most texts are read without a fault.
  private volatile int[] lineStarts = {};

  private SourceText(String name, String content) {
    this.name = name;
    this.content = content;
  }

  /// @param name as it shall stand in messages, usually a path relative to the project
  public static SourceText of(String name, String content) {
    return new SourceText(name, content);
  }

  public String name() {
    return name;
  }

  public String content() {
    return content;
  }

  public String text(Span span) {
    return content.substring(span.start(), span.end());
  }

  /// Returns line and column of an offset; the offset after the last character is a place too.
  public Position position(int offsetUtf16) {
    var starts = lineStarts();
    var found = Arrays.binarySearch(starts, offsetUtf16);
    var line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, offsetUtf16 - starts[line] + 1);
  }

  /// Returns the offset of a place in this text; a column behind the line's end is its end.
  public int offset(Position at) {
    var line = Math.min(at.line(), lineCount());
    var start = lineStarts()[line - 1];
    var end = start + line(line).length();
    return Math.min(start + at.column() - 1, end);
  }

  /// Returns a line without its line break.
  ///
  /// @param line from 1 to [#lineCount()]
  public String line(int line) {
    var starts = lineStarts();
    var start = starts[line - 1];
    var end = line == starts.length ? content.length() : starts[line];
    while (end > start && (content.charAt(end - 1) == '\n' || content.charAt(end - 1) == '\r')) {
      end--;
    }
    return content.substring(start, end);
  }

  /// Returns at least 1: an empty text is one empty line.
  public int lineCount() {
    return lineStarts().length;
  }

  private int[] lineStarts() {
    if (lineStarts.length == 0) {
      lineStarts = lineStarts(content);
    }
    return lineStarts;
  }

  private static int[] lineStarts(String content) {
    var starts = new int[16];
    var count = 1;
    for (var i = 0; i < content.length(); i++) {
      var c = content.charAt(i);
      var endsLine =
          c == '\n' || c == '\r' && (i + 1 == content.length() || content.charAt(i + 1) != '\n');
      if (endsLine) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceText that
        && name.equals(that.name)
        && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + content.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
