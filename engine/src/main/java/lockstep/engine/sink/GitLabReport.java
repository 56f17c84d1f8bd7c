package lockstep.engine.sink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.json.JsonWriter;

/// Diagnostics as a report of code quality, which GitLab (15.6) shows beside the lines of a change.
public final class GitLabReport {
  private GitLabReport() {}

  /// @param home where the repository is, for names of files
  public static String of(List<Diagnostic> diagnostics, RepositoryPath home) {
    var out = JsonWriter.indented();
    var seen = new HashMap<String, Integer>();
    try (var _ = out.array()) {
      for (var it : diagnostics) {
        var spot = spot(it);
        var file = home.of(spot.flatMap(Spot::file).orElse(RepositoryPath.SETTINGS));
        // Lines move with every edit, so that they do not make a finding another one.
        var text = it.code().id() + "\n" + file + "\n" + it.fact();
        var number = seen.merge(text, 1, Integer::sum);
        try (var _ = out.object()) {
          out.member("description", description(it));
          out.member("check_name", it.code().id());
          out.member("fingerprint", digest(text + "\n" + number));
          out.member("severity", severity(it.severity()));
          try (var _ = out.object("location")) {
            out.member("path", file);
            try (var _ = out.object("lines")) {
              out.member("begin", spot.flatMap(GitLabReport::line).orElse(1));
            }
          }
        }
      }
    }
    return out.toString();
  }

  /// Every finding needs a file: what a database has is shown where the settings are, unless a file
  /// is named beside it.
  private static Optional<Spot> spot(Diagnostic it) {
    return it.place()
        .map(Spot::of)
        .filter(spot -> spot.file().isPresent())
        .or(
            () ->
                it.related().stream()
                    .map(related -> Spot.of(related.place()))
                    .filter(spot -> spot.file().isPresent())
                    .findFirst());
  }

  private static Optional<Integer> line(Spot spot) {
    return spot.line().isPresent() ? Optional.of(spot.line().getAsInt()) : Optional.empty();
  }

  private static String description(Diagnostic it) {
    return it.advice().map(advice -> it.fact() + " " + advice).orElse(it.fact());
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case NOTE -> "info";
    };
  }

  private static String digest(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
          .substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
