package lockstep.emit;

import java.util.Optional;
import java.util.regex.Pattern;

/// The part of a Markdown file that is generated, between two marks; the rest is its team's own.
///
/// Each mark is a comment in a line of its own. A file without both, or with several of either, has
/// no such part.
///
/// @param start offset of the first mark, in UTF-16 units
/// @param end offset behind the last mark
public record Region(int start, int end) {
  public static final String BEGIN =
      "<!-- lockstep:begin; `lockstep generate` writes what follows, do not edit it -->";
  public static final String END = "<!-- lockstep:end -->";
  private static final Pattern MARK =
      Pattern.compile("(?m)^[ \\t]*<!--\\s*lockstep:(begin|end)\\b[^\\n]*?-->[ \\t]*(?=\\r?$)");

  /// Returns the generated part of a text.
  public static Optional<Region> of(String text) {
    var mark = MARK.matcher(text);
    if (!mark.find() || mark.group(1).equals("end")) {
      return Optional.empty();
    }
    var start = mark.start();
    if (!mark.find() || mark.group(1).equals("begin")) {
      return Optional.empty();
    }
    var end = mark.end();
    return mark.find() ? Optional.empty() : Optional.of(new Region(start, end));
  }

  /// Returns a file with its generated part as in another text; lines end as they do in the file.
  /// Empty where either has no such part.
  public static Optional<String> replaced(String present, String wanted) {
    var from = of(wanted);
    var to = of(present);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    var text = wanted.substring(from.get().start(), from.get().end());
    return Optional.of(
        present.substring(0, to.get().start())
            + (present.contains("\r\n") ? text.replace("\n", "\r\n") : text)
            + present.substring(to.get().end()));
  }
}
