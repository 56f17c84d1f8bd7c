package lockstep.psl.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.text.Order;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// What shall become of one file: pieces that are taken out, put in or replaced.
final class Edits {
  private final SourceText source;
  private final List<Edit> all = new ArrayList<>();

  Edits(SourceText source) {
    this.source = source;
  }

  private record Edit(Span span, String text) {
    boolean isWithin(Span other) {
      return span.length() == 0
          ? other.start() < span.start() && span.start() < other.end()
          : !span.equals(other) && other.start() <= span.start() && span.end() <= other.end();
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /// @param text with LF at the end of each line, whatever the file has
  void replace(Span span, String text) {
    all.add(new Edit(span, text));
  }

  void insert(int offset, String text) {
    replace(new Span(offset, offset), text);
  }

  void remove(Span span) {
    replace(span, "");
  }

  /// Takes out whole lines, with the last one's line break.
  void removeLines(Span span) {
    remove(new Span(lineStart(span.start()), afterLine(span.end())));
  }

  /// Returns where the line begins in which an offset lies.
  int lineStart(int offset) {
    var start = offset;
    while (start > 0 && !isLineBreak(source.content().charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /// Returns where the line begins that follows the one in which a range ends.
  int afterLine(int end) {
    var text = source.content();
    var at = end;
    if (at > 0 && isLineBreak(text.charAt(at - 1))) {
      return at;
    }
    while (at < text.length() && !isLineBreak(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.startsWith("\r\n", at)
        ? at + 2
        : Math.min(at + 1, text.length());
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /// Returns the text with all edits made; one inside of what is taken out has no effect.
  String apply() {
    var text = source.content();
    var lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
    var out = new StringBuilder();
    var at = 0;
    for (var edit : effective()) {
      out.append(text, at, edit.span().start()).append(edit.text().replace("\n", lineBreak));
      at = edit.span().end();
    }
    return out.append(text, at, text.length()).toString();
  }

  /// Sorted by where they begin, so that one around others comes before them.
  private List<Edit> effective() {
    var effective = new ArrayList<Edit>();
    var around = Optional.<Span>empty();
    for (var edit : sorted(it -> -it.span().end())) {
      if (around.filter(edit::isWithin).isEmpty()) {
        effective.add(edit);
        around =
            around.filter(it -> it.end() >= edit.span().end()).or(() -> Optional.of(edit.span()));
      }
    }
    effective.sort(
        Order.<Edit, Integer>by(it -> it.span().start()).then(Order.by(it -> it.span().end())));
    return effective;
  }

  private List<Edit> sorted(Function<Edit, Integer> second) {
    var sorted = new ArrayList<>(all);
    sorted.sort(Order.<Edit, Integer>by(it -> it.span().start()).then(Order.by(second)));
    return sorted;
  }
}
