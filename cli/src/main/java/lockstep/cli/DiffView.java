package lockstep.cli;

/// Shows a unified difference, coloured line by line where the output has colour.
public final class DiffView {
  private DiffView() {}

  public static void show(String diff, Output to) {
    if (!to.hasColor()) {
      to.text(diff);
      return;
    }
    diff.lines().map(DiffView::painted).forEach(to::line);
  }

  private static String painted(String line) {
    if (line.startsWith("+++") || line.startsWith("---")) {
      return Ansi.BOLD.paint(line);
    }
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> Ansi.GREEN.paint(line);
      case '-' -> Ansi.RED.paint(line);
      case '@' -> Ansi.CYAN.paint(line);
      default -> line;
    };
  }
}
