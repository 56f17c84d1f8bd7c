package lockstep.engine.postgres.introspection;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.engine.Resource;

/// A query that lies in a file of its own, as a server of some version understands it.
final class CatalogQuery {
  private static final Pattern CONDITION = Pattern.compile("(.*?)\\s*-- (from|before) (\\d+)");

  private CatalogQuery() {}

  /// @param serverVersion as `server_version_num` has it: 180006 is 18.6
  static String load(String name, int serverVersion) {
    return Resource.text(CatalogQuery.class, name)
        .lines()
        .filter(line -> isFor(line, serverVersion / 10_000))
        .collect(Collectors.joining("\n"));
  }

  /// A line may have both conditions, as in `… -- from 15 -- before 17`.
  private static boolean isFor(String line, int major) {
    // Most lines are for all, and a pattern takes its time to see that.
    if (!line.contains("-- from ") && !line.contains("-- before ")) {
      return true;
    }
    var condition = CONDITION.matcher(line);
    if (!condition.matches()) {
      return true;
    }
    var bound = Integer.parseInt(condition.group(3));
    var holds = condition.group(2).equals("from") ? major >= bound : major < bound;
    return holds && isFor(condition.group(1), major);
  }
}
