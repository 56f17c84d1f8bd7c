package lockstep.diagnostic;

import lockstep.text.Position;

/// Renders diagnostics as plain text, one block each: headline, place, source line, advice.
///
/// ```
/// error[PSL101]: Type `Strin` is neither built in nor declared in this schema.
///   --> schema.prisma:12:9
///    |
/// 12 |   name  Strin
///    |         ^^^^^
///    = Did you mean `String`?
/// ```
public final class PlainRenderer {
  private PlainRenderer() {}

  public static String render(Diagnostic it) {
    var out = new StringBuilder();
    out.append(it.severity().word()).append('[').append(it.code().id()).append("]: ");
    out.append(it.fact()).append('\n');
    it.place().ifPresent(place -> place(out, place));
    it.related().forEach(related -> related(out, related));
    it.advice().ifPresent(advice -> out.append("   = ").append(advice).append('\n'));
    return out.toString();
  }

  /// Returns `file:line:column`, or as much of it as is known.
  public static String place(Place place) {
    return switch (place) {
      case Place.InText(var source, var span) -> {
        var at = source.position(span.start());
        yield source.name() + ":" + at.line() + ":" + at.column();
      }
      case Place.InFile(var file, var line) -> file + ":" + line;
      case Place.File(var file) -> file;
      case Place.InSource(var source, var object) -> source + ": " + object;
    };
  }

  private static void related(StringBuilder out, Diagnostic.Related related) {
    out.append("   = ").append(related.note()).append(": ").append(place(related.place()));
    out.append('\n');
  }

  private static void place(StringBuilder out, Place place) {
    out.append("  --> ").append(place(place)).append('\n');
    if (place instanceof Place.InText text) {
      excerpt(out, text);
    }
  }

  private static void excerpt(StringBuilder out, Place.InText text) {
    var from = text.source().position(text.span().start());
    var to = text.source().position(text.span().end());
    var line = text.source().line(from.line());
    var number = Integer.toString(from.line());
    var gutter = " ".repeat(Math.max(0, number.length() - 2));
    var shown = Window.of(line, from.column() - 1, markEnd(from, to, line));
    out.append(gutter).append("   |\n");
    out.append(" ".repeat(Math.max(0, 2 - number.length()))).append(number);
    out.append(" | ").append(shown.text().replace('\t', ' ')).append('\n');
    out.append(gutter).append("   | ").append(" ".repeat(shown.start()));
    out.repeat("^", shown.end() - shown.start()).append('\n');
  }

  /// Returns the offset in the line after its last marked character; at least one is marked.
  private static int markEnd(Position from, Position to, String line) {
    var end = from.line() == to.line() ? to.column() - 1 : line.length();
    return Math.max(from.column(), end);
  }

  /// As much of a line as can be shown around what is marked in it.
  ///
  /// @param start offset in `text` of the first marked character
  /// @param end offset after the last one
  private record Window(String text, int start, int end) {
    private static final int WIDTH = 160;
    private static final int BEFORE = 60;

    static Window of(String line, int start, int end) {
      if (line.length() <= WIDTH) {
        return new Window(line, start, end);
      }
      var from = start > BEFORE ? start - BEFORE : 0;
      var to = Math.min(line.length(), from + WIDTH);
      var head = from > 0 ? "…" : "";
      var text = head + line.substring(from, to) + (to < line.length() ? "…" : "");
      var shift = head.length() - from;
      return new Window(text, start + shift, Math.min(end, Math.max(to, start + 1)) + shift);
    }
  }
}
