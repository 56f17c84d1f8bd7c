package lockstep.text;

import java.util.ArrayList;
import java.util.List;

/// Writes the difference of two texts as `diff -u` and `git diff` do, with three lines of context.
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final List<String> from;
  private final List<String> to;
  private final List<LineEdit> edits;

  private UnifiedDiff(List<String> from, List<String> to) {
    this.from = from;
    this.to = to;
    this.edits = LineEdit.script(from, to);
  }

  /// Returns nothing when the texts are equal.
  ///
  /// @param fromName the first file's name, as in `a/app/user.py`; `/dev/null` where there is none
  /// @param toName the second file's name
  public static String of(String fromName, String from, String toName, String to) {
    if (from.equals(to)) {
      return "";
    }
    var diff = new UnifiedDiff(lines(from), lines(to));
    var out = new StringBuilder();
    out.append("--- ").append(fromName).append('\n');
    out.append("+++ ").append(toName).append('\n');
    diff.write(out);
    return out.toString();
  }

  /// Returns how a difference names one side of a file, as in `a/app/user.py`.
  public static String side(String side, String file) {
    return file.startsWith("/") ? side + file : side + "/" + file;
  }

  private void write(StringBuilder out) {
    var next = 0;
    while (next < edits.size()) {
      var last = next;
      while (last + 1 < edits.size()
          && edits.get(last + 1).fromStart() - edits.get(last).fromEnd() <= 2 * CONTEXT) {
        last++;
      }
      hunk(out, edits.subList(next, last + 1));
      next = last + 1;
    }
  }

  private void hunk(StringBuilder out, List<LineEdit> group) {
    var first = group.getFirst();
    var last = group.getLast();
    var before = Math.min(CONTEXT, first.fromStart());
    var after = Math.min(CONTEXT, from.size() - last.fromEnd());
    var start = first.fromStart() - before;
    out.append("@@ -").append(range(start, last.fromEnd() + after));
    out.append(" +").append(range(first.toStart() - before, last.toEnd() + after));
    out.append(" @@\n");
    for (var edit : group) {
      start = lines(out, ' ', from, start, edit.fromStart());
      lines(out, '-', from, edit.fromStart(), edit.fromEnd());
      lines(out, '+', to, edit.toStart(), edit.toEnd());
      start = edit.fromEnd();
    }
    lines(out, ' ', from, start, last.fromEnd() + after);
  }

  private static String range(int start, int end) {
    var count = end - start;
    var first = count == 0 ? start : start + 1;
    return count == 1 ? Integer.toString(first) : first + "," + count;
  }

  private static int lines(StringBuilder out, char sign, List<String> of, int start, int end) {
    for (var line : of.subList(start, end)) {
      out.append(sign).append(line);
      if (!line.endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
    return end;
  }

  /// Lines with their ends, so that a missing last line end is a difference.
  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    var start = 0;
    for (var end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }
}
