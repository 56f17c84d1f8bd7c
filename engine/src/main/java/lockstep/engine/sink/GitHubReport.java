package lockstep.engine.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.diagnostic.Severity;

/// Diagnostics as workflow commands, which GitHub Actions shows beside the lines of a change.
public final class GitHubReport {
  private GitHubReport() {}

  /// @param home where the repository is, for names of files
  public static String of(List<Diagnostic> diagnostics, RepositoryPath home) {
    return diagnostics.stream().map(it -> line(it, home)).collect(Collectors.joining());
  }

  private static String line(Diagnostic it, RepositoryPath home) {
    var properties = new ArrayList<String>();
    it.place().map(Spot::of).ifPresent(spot -> place(properties, spot, home));
    properties.add("title=" + property("Lockstep " + it.code().id()));
    return "::%s %s::%s\n"
        .formatted(command(it.severity()), String.join(",", properties), data(message(it)));
  }

  private static void place(List<String> properties, Spot spot, RepositoryPath home) {
    spot.file().ifPresent(file -> properties.add("file=" + property(home.of(file))));
    spot.line().ifPresent(line -> properties.add("line=" + line));
    spot.column().ifPresent(column -> properties.add("col=" + column));
    spot.end()
        .ifPresent(
            end -> {
              properties.add("endLine=" + end.line());
              properties.add("endColumn=" + end.column());
            });
  }

  private static String message(Diagnostic it) {
    var text = new StringBuilder(it.fact());
    it.related()
        .forEach(
            related ->
                text.append('\n')
                    .append(related.note())
                    .append(": ")
                    .append(PlainRenderer.place(related.place())));
    it.advice().ifPresent(advice -> text.append('\n').append(advice));
    return text.toString();
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
