package lockstep.migration;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// How new migrations are called: the second in which they were made, as Prisma writes it, and a
/// few words.
public final class MigrationName {
  private static final String FORM = "uuuuMMddHHmmss";
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(FORM, Locale.ROOT);

  /// What Prisma allows with the time before it is 200 (Prisma 7).
  private static final int MOST_LETTERS = 180;

  private MigrationName() {}

  /// Returns words as they stand in the name of a folder; empty where nothing of them is left.
  public static Optional<String> words(String written) {
    var words =
        written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    return Optional.of(words.substring(0, Math.min(words.length(), MOST_LETTERS)))
        .filter(it -> !it.isEmpty());
  }

  /// Returns names that come after the last one there is, one second after the other; from the
  /// second on they are counted.
  ///
  /// @param now in UTC
  public static List<String> next(
      String words, LocalDateTime now, Optional<String> last, int count) {
    var first =
        last.flatMap(MigrationName::time)
            .map(it -> it.plusSeconds(1))
            .filter(it -> it.isAfter(now))
            .orElse(now);
    return IntStream.range(0, count)
        .mapToObj(
            it ->
                STAMP.format(first.plusSeconds(it)) + "_" + words + (it == 0 ? "" : "_" + (it + 1)))
        .toList();
  }

  /// Returns the words of a name, or all of a name that does not begin with a time.
  static String title(String name) {
    var words = time(name).map(_ -> name.substring(FORM.length())).orElse(name);
    return words.replace('_', ' ').strip();
  }

  /// Returns a name of other words that begins with the same time; where there is none, with the
  /// whole of the other name.
  public static String beside(String name, String words) {
    return time(name).map(_ -> name.substring(0, FORM.length())).orElse(name) + "_" + words;
  }

  /// Returns when a migration was written, where its name begins with that.
  static Optional<LocalDateTime> time(String name) {
    try {
      return name.length() < FORM.length()
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(name.substring(0, FORM.length()), STAMP));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
