package lockstep.cli;

import java.util.ArrayList;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.diagnostic.Severity;

/// Shows diagnostics to a person: the plain rendering, with colour where the output has it.
public final class DiagnosticView {
  private DiagnosticView() {}

  public static void show(Diagnostic it, Output to) {
    to.text(text(it, to));
  }

  /// Shows a diagnostic below a title.
  public static void showIndented(Diagnostic it, Output to) {
    to.text(text(it, to).indent(2));
  }

  private static String text(Diagnostic it, Output to) {
    var plain = PlainRenderer.render(it);
    return to.hasColor() ? painted(plain, it.severity()) : plain;
  }

  private static String painted(String plain, Severity severity) {
    var color = color(severity);
    var lines = new ArrayList<String>();
    for (var line : plain.split("\n", -1)) {
      lines.add(lines.isEmpty() ? headline(line, color) : detail(line, color));
    }
    return String.join("\n", lines);
  }

  private static String headline(String line, Ansi color) {
    var end = line.indexOf("]:") + 1;
    return color.paint(line.substring(0, end)) + Ansi.BOLD.paint(line.substring(end));
  }

  private static String detail(String line, Ansi color) {
    var bar = line.indexOf('|');
    if (bar >= 0
        && line.substring(0, bar).chars().allMatch(c -> c == ' ' || c >= '0' && c <= '9')) {
      var rest = line.substring(bar + 1);
      var marks = !rest.isBlank() && rest.chars().allMatch(c -> c == ' ' || c == '^');
      return Ansi.BLUE.paint(line.substring(0, bar + 1)) + (marks ? color.paint(rest) : rest);
    }
    if (line.startsWith("  --> ")) {
      return Ansi.BLUE.paint("  -->") + line.substring(5);
    }
    return line.startsWith("   = ") ? Ansi.BLUE.paint("   =") + line.substring(4) : line;
  }

  private static Ansi color(Severity severity) {
    return switch (severity) {
      case ERROR -> Ansi.RED;
      case WARNING -> Ansi.YELLOW;
      case NOTE -> Ansi.CYAN;
    };
  }
}
