package lockstep.diff;

import java.util.Comparator;
import java.util.List;
import lockstep.schema.Index;

/// Differences between indexes.
final class IndexDiff {
  private IndexDiff() {}

  /// The order of storage parameters means nothing.
  static boolean areEqual(Index from, Index to) {
    return from.equals(to) || sorted(from).equals(sorted(to));
  }

  static List<Index.Parameter> sorted(List<Index.Parameter> parameters) {
    return parameters.stream().sorted(Comparator.comparing(Index.Parameter::name)).toList();
  }

  private static Index sorted(Index it) {
    return new Index(
        it.name(),
        it.uniqueness(),
        it.method(),
        it.keys(),
        it.include(),
        it.where(),
        sorted(it.parameters()),
        it.comment());
  }
}
