package lockstep.rewrite;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lockstep.rewrite.Results.Renamed;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.text.Span;

/// The text of a file in which some names have another form.
final class Renames {
  private final PythonFile file;
  private final TreeMap<Integer, Renamed> byStart = new TreeMap<>();

  private final Set<Expr> plainTimes;

  /// @param plainTimes attributes of rows that have times without a zone
  Renames(PythonFile file, Iterable<Renamed> all, Set<Expr> plainTimes) {
    this.file = file;
    this.plainTimes = plainTimes;
    all.forEach(it -> byStart.put(it.span().start(), it));
  }

  boolean isPlainTime(Expr.Attribute attribute) {
    return plainTimes.contains(attribute);
  }

  /// Returns an expression as its author wrote it, but for the names.
  String text(Expr expression) {
    return text(expression.span());
  }

  String text(Span span) {
    var out = new StringBuilder();
    var at = span.start();
    var end = span.end();
    for (Map.Entry<Integer, Renamed> it : byStart.subMap(at, end).entrySet()) {
      out.append(file.text().text(new Span(at, it.getKey()))).append(it.getValue().attribute());
      at = it.getValue().span().end();
    }
    return out.append(file.text().text(new Span(at, end))).toString();
  }
}
