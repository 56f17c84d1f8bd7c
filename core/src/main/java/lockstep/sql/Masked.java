package lockstep.sql;

import java.util.regex.Pattern;

/// SQL as messages show it: without the values of options that are secrets by their names, as
/// servers of foreign data have them.
public final class Masked {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:password|passwd|secret|token|key)\\w*\"?\\s+)(?:'(?:[^']|'')*'|E'(?:[^'\\\\]|''|\\\\.)*')");

  private Masked() {}

  public static String of(String sql) {
    return SECRET.matcher(sql).replaceAll("$1'…'");
  }

  /// Returns the first line, by which people know a statement.
  public static String firstLine(String sql) {
    return of(sql).lines().findFirst().orElse("");
  }
}
