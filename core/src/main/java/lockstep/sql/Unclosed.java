package lockstep.sql;

import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.text.Span;

/// A quote or comment that a script begins and never closes. A server takes all that comes behind
/// it for part of it.
public final class Unclosed {
  private static final Pattern OPENING = Pattern.compile("/\\*|\\$[^$]*\\$|[A-Za-z]?'|\"");

  /// With it off, a backslash is no letter like others, and quotes are paired otherwise.
  private static final String SETTING = "standard_conforming_strings";

  private Unclosed() {}

  /// Returns the signs that begin it: none where all is closed, or where the script sets how quotes
  /// are read.
  public static Optional<Span> in(String script) {
    var scanner = new SqlScanner(script, 0);
    var kind = scanner.next();
    while (kind != SqlScanner.Kind.END && scanner.unclosed().isEmpty()) {
      kind = scanner.next();
    }
    return scanner.unclosed().isEmpty() || script.contains(SETTING)
        ? Optional.empty()
        : Optional.of(opening(script, scanner.unclosed().getAsInt()));
  }

  private static Span opening(String script, int start) {
    var signs = OPENING.matcher(script).region(start, script.length());
    return new Span(start, signs.lookingAt() ? signs.end() : start + 1);
  }
}
