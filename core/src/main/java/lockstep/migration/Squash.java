package lockstep.migration;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.text.SourceText;

/// The lines on top of a migration that is in the place of others, which name them.
public final class Squash {
  private static final String MARK = "-- squashes: ";
  private static final Pattern LINE = Pattern.compile(MARK + "(\\S+)");

  private Squash() {}

  /// Returns the lines that name them.
  public static String marks(List<Migration> replaced) {
    return replaced.stream().map(it -> MARK + it.name() + "\n").collect(Collectors.joining());
  }

  static List<String> replaced(SourceText script) {
    return script.content().startsWith(MARK)
        ? script
            .content()
            .lines()
            .takeWhile(it -> it.startsWith("--"))
            .map(LINE::matcher)
            .filter(it -> it.matches())
            .map(it -> it.group(1))
            .toList()
        : List.of();
  }
}
