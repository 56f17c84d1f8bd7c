package lockstep.psl.formatting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines whose cells are aligned in columns.
final class Table {
  private final List<Row> rows = new ArrayList<>();

  private sealed interface Row {
    /// @param suffix what follows the cells and takes no part in the alignment, such as a comment
    record Cells(List<String> cells, String suffix) implements Row {}

    record Verbatim(String text) implements Row {}
  }

  /// Adds a line of cells; empty ones at the end count as missing.
  void row(List<String> cells, String suffix) {
    var end = cells.size();
    while (end > 0 && cells.get(end - 1).isEmpty()) {
      end--;
    }
    rows.add(new Row.Cells(List.copyOf(cells.subList(0, end)), suffix));
  }

  /// Adds a line that consists of a comment or the like.
  void line(String text) {
    rows.add(new Row.Cells(List.of(), text));
  }

  void blankLine() {
    line("");
  }

  /// Adds a line that stays as it is.
  void verbatim(String text) {
    rows.add(new Row.Verbatim(text));
  }

  /// Writes all lines and forgets them: the next ones are aligned anew.
  void flush(Output out) {
    var widths = widths();
    for (var row : rows) {
      switch (row) {
        case Row.Cells(var cells, var suffix) -> {
          cells(out, cells, widths);
          if (!suffix.isEmpty()) {
            out.write(cells.isEmpty() ? suffix : " " + suffix);
          }
        }
        case Row.Verbatim(var text) -> out.write(text);
      }
      out.endLine();
    }
    rows.clear();
  }

  private static void cells(Output out, List<String> cells, int[] widths) {
    for (var i = 0; i < cells.size(); i++) {
      out.write(cells.get(i));
      if (i < cells.size() - 1) {
        out.write(" ".repeat(widths[i] - width(cells.get(i)) + 1));
      }
    }
  }

  private int[] widths() {
    var widths = new int[0];
    for (var row : rows) {
      if (row instanceof Row.Cells(var cells, _)) {
        widths = Arrays.copyOf(widths, Math.max(widths.length, cells.size()));
        for (var i = 0; i < cells.size(); i++) {
          widths[i] = Math.max(widths[i], width(cells.get(i)));
        }
      }
    }
    return widths;
  }

  /// Counts bytes of UTF-8: the width of a cell as Prisma sees it.
  private static int width(String text) {
    var width = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      // Each half of a surrogate pair counts for two of its four bytes.
      width += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return width;
  }
}
