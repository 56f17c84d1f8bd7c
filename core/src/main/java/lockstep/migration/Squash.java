package lockstep.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.text.SourceText;

/// The lines on top of a migration that is in the place of others, which name them.
final class Squash {
  private static final String MARK = "-- squashes: ";
  private static final Pattern LINE = Pattern.compile(MARK + "(\\S+)");

  private Squash() {}

  /// Returns the line that names one.
  static String mark(Migration replaced) {
    return MARK + replaced.name() + "\n";
  }

  /// Returns the name that a line says, if it is one of these.
  static Optional<String> name(String line) {
    var found = LINE.matcher(line);
    return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
  }

  static List<String> replaced(SourceText script) {
    return script.content().startsWith(MARK)
        ? script
            .content()
            .lines()
            .takeWhile(it -> it.startsWith("--"))
            .flatMap(it -> name(it).stream())
            .toList()
        : List.of();
  }
}
