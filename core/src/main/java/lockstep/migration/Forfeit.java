package lockstep.migration;

import java.util.List;
import java.util.regex.Pattern;
import lockstep.sql.Quote;
import lockstep.text.SourceText;

/// What nobody gets back once a migration is taken back, as its down file says it in a comment.
///
/// @param permission what allows it, as in `drop-column:public.users.age`
public record Forfeit(String permission) {
  private static final String MARK = "-- loses: ";
  private static final Pattern LINE =
      Pattern.compile("^\\s*" + MARK + "(.*\\S)\\s*$", Pattern.MULTILINE);

  /// Returns all that a down file marks.
  public static List<Forfeit> in(SourceText down) {
    return LINE.matcher(down.content()).results().map(it -> new Forfeit(it.group(1))).toList();
  }

  /// Returns the lines of a comment that mark it.
  ///
  /// @param fact a sentence about what happens
  public static String mark(String permission, String fact) {
    return MARK + Quote.inComment(permission) + "\n--   " + Quote.inComment(fact) + "\n";
  }

  /// Returns whether somebody who wrote these words means this: all there is, all of its kind, or
  /// this one, with or without the namespace.
  public boolean isAllowedBy(String words) {
    var colon = permission.indexOf(':');
    return words.equals("all")
        || words.equals(permission)
        || colon > 0 && words.equals(permission.substring(0, colon))
        || words.equals(permission.replaceFirst(":[^.]*\\.", ":"));
  }
}
