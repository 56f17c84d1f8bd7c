package lockstep.check.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// A comment that waives one hazard of the statement behind it: `-- lockstep:ignore LNT101 the
/// table is small`.
///
/// @param code as written
/// @param reason may be missing
record Waiver(Span span, String code, String reason) {
  private static final Pattern COMMENT =
      Pattern.compile(
          "--[ \\t]*lockstep:ignore\\b[ \\t]*([A-Za-z]+\\d+(?:[ \\t]*,[ \\t]*[A-Za-z]+\\d+)*)?"
              + "([^\\r\\n]*)");

  /// Returns the waivers between two offsets, where nothing but comments and semicolons stands.
  static List<Waiver> between(int from, int to, SourceText source) {
    var waivers = new ArrayList<Waiver>();
    var comments = COMMENT.matcher(source.content()).region(from, to);
    while (comments.find()) {
      var span = new Span(comments.start(), comments.end());
      var codes = comments.group(1) == null ? "" : comments.group(1);
      for (var code : codes.split("[ \\t]*,[ \\t]*", -1)) {
        waivers.add(new Waiver(span, code, comments.group(2).strip()));
      }
    }
    return waivers;
  }
}
