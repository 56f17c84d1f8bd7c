package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.text.Order;
import lockstep.text.Span;

/// Parts of a text with other text in the place of some expressions.
final class Replacements {
  private final PythonFile file;
  private final List<Replacement> all = new ArrayList<>();
  private Optional<Row> row = Optional.empty();

  private record Replacement(Span span, String text) {}

  /// What stands for one of many in a loop.
  ///
  /// @param first the number of the slot that is its first element
  record Row(String variable, int first) {}

  Replacements(PythonFile file) {
    this.file = file;
  }

  void add(Span span, String text) {
    all.add(new Replacement(span, text));
  }

  Optional<Row> row() {
    return row;
  }

  /// Runs what looks at the inside of a loop.
  void within(String variable, int first, Runnable look) {
    var outer = row;
    row = Optional.of(new Row(variable, first));
    look.run();
    row = outer;
  }

  /// Returns a part of the file.
  String text(Span span) {
    var text = new StringBuilder();
    var from = span.start();
    var inside =
        all.stream()
            .filter(it -> span.contains(it.span()))
            .sorted(Order.by(it -> it.span().start(), Integer::compare))
            .toList();
    for (var it : inside) {
      text.append(file.text().content(), from, it.span().start()).append(it.text());
      from = it.span().end();
    }
    return text.append(file.text().content(), from, span.end()).toString();
  }
}
