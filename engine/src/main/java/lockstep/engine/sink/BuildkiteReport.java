package lockstep.engine.sink;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;

/// Diagnostics as Markdown, for `buildkite-agent annotate`; nothing where there are none.
public final class BuildkiteReport {
  private static final String SIGNS = "\\*_<>[]&#|~";

  private BuildkiteReport() {}

  /// @param home where the repository is, for names of files
  public static String of(List<Diagnostic> diagnostics, RepositoryPath home) {
    return diagnostics.stream().map(it -> item(it, home)).collect(Collectors.joining());
  }

  private static String item(Diagnostic it, RepositoryPath home) {
    var out = new StringBuilder();
    out.append("- **%s** `%s`".formatted(it.severity().word(), it.code().id()));
    it.place().ifPresent(place -> out.append(" `%s`".formatted(place(place, home))));
    out.append(": ").append(text(it.fact())).append('\n');
    it.related()
        .forEach(
            related ->
                out.append(
                    "  - %s: `%s`\n"
                        .formatted(text(related.note()), place(related.place(), home))));
    it.advice().ifPresent(advice -> out.append("  - ").append(text(advice)).append('\n'));
    return out.toString();
  }

  private static String place(Place place, RepositoryPath home) {
    var spot = Spot.of(place);
    var text = new StringBuilder(spot.file().map(home::of).orElse(""));
    spot.line().ifPresent(line -> text.append(':').append(line));
    spot.object().ifPresent(it -> text.append(spot.source().orElse("")).append(": ").append(it));
    return text.toString().replace('`', '\'');
  }

  /// Words as they are: what stands between backquotes is code already, elsewhere no sign of
  /// Markdown means anything.
  private static String text(String words) {
    var out = new StringBuilder();
    var isCode = false;
    for (var it : words.replaceAll("\\s*\\R\\s*", " ").toCharArray()) {
      isCode ^= it == '`';
      if (!isCode && SIGNS.indexOf(it) >= 0) {
        out.append('\\');
      }
      out.append(it);
    }
    return out.toString();
  }
}
