package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lockstep.text.Span;

/// What stands between commas, as parameters and arguments do, from which some are taken out.
///
/// @param elements where each stands, in the order of the text
record ListedCode(String content, List<Span> elements) {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern MARK_BEFORE = Pattern.compile("(?s).*?(\\*\\s*,\\s*)");

  /// Returns what to take out, commas included, so that the rest is a list.
  ///
  /// @param gone which of them, in order
  List<Span> without(List<Integer> gone) {
    var spans = new ArrayList<Span>();
    for (var i = 0; i < gone.size(); ) {
      var first = gone.get(i);
      var start = i;
      var length =
          (int)
              IntStream.range(i, gone.size())
                  .takeWhile(it -> gone.get(it) == first + it - start)
                  .count();
      spans.add(run(first, first + length - 1));
      i += length;
    }
    return spans;
  }

  private Span run(int first, int last) {
    var start = elements.get(first).start();
    var end = elements.get(last).end();
    if (last < elements.size() - 1) {
      return new Span(start, behindComma(end));
    }
    if (first > 0) {
      return new Span(elements.get(first - 1).end(), end);
    }
    var open = start;
    var marked = MARK_BEFORE.matcher(content).region(lineOpening(start), start);
    if (marked.matches()) {
      open = marked.start(1);
    }
    var close = behindComma(end);
    return new Span(before(open), after(close));
  }

  private int lineOpening(int offset) {
    return content.lastIndexOf('(', offset - 1) + 1;
  }

  private int behindComma(int offset) {
    var comma = COMMA.matcher(content).region(offset, content.length());
    return comma.lookingAt() ? comma.end() : offset;
  }

  private int before(int offset) {
    var at = offset;
    while (Character.isWhitespace(content.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int after(int offset) {
    var at = offset;
    while (Character.isWhitespace(content.charAt(at))) {
      at++;
    }
    return at;
  }
}
