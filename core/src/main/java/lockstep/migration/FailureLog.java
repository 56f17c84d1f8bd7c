package lockstep.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text in which a history records why a migration failed, laid out as Prisma's own engine does
/// it (Prisma 7), so that whoever searches logs for its words finds ours too.
public final class FailureLog {
  private static final String CODE = "Database error code: ";

  /// What the server said, in a log of Prisma's engine or of ours; in one by a driver of
  /// JavaScript; or, last, the first line that says anything.
  private static final List<Pattern> GIST =
      List.of(
          Pattern.compile("Database error:\\s*(?:ERROR: )?(.+)"),
          Pattern.compile("Error querying the database: (?:ERROR: )?(.+)"),
          Pattern.compile("external connector error\\s+(.+)"),
          Pattern.compile("(\\S.*)"));

  private static final Pattern STATE = Pattern.compile(CODE + "([0-9A-Z]{5})");

  private FailureLog() {}

  /// @param state the server's code, as in `42P01`
  /// @param words what the server said, of one or more lines
  public static String of(String migration, String state, String words) {
    return """
    A migration failed to apply. New migrations cannot be applied before the error is recovered from. \
    Read more about how to resolve migration issues in a production database: \
    https://pris.ly/d/migrate-resolve

    Migration name: %s

    %s%s

    Database error:
    ERROR: %s
    """
        .formatted(migration, CODE, state, words);
  }

  /// Returns in one line what the server said, and its code where the log has it; ends a sentence.
  static String gist(String log) {
    var words =
        GIST.stream()
            .map(it -> first(it, log))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("no reason is recorded");
    return words.replaceFirst("\\.$", "")
        + first(STATE, log).map(" (%s)"::formatted).orElse("")
        + ".";
  }

  private static Optional<String> first(Pattern pattern, String log) {
    var matcher = pattern.matcher(log);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }
}
