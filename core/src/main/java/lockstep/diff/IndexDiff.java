package lockstep.diff;

import lockstep.schema.Index;

/// Differences between indexes.
final class IndexDiff {
  private IndexDiff() {}

  /// The order of storage parameters means nothing, nor does the namespace in which an extension
  /// put its operator classes.
  static boolean areEqual(Index from, Index to) {
    return from.equals(to) || comparable(from.inOrder()).equals(comparable(to.inOrder()));
  }

  private static Index comparable(Index it) {
    return new Index(
        it.name(),
        it.uniqueness(),
        it.method(),
        it.keys().stream().map(IndexDiff::comparable).toList(),
        it.include(),
        it.where(),
        it.parameters(),
        it.placement(),
        it.comment());
  }

  private static Index.Key comparable(Index.Key it) {
    return new Index.Key(
        it.target(),
        it.operatorClass().map(one -> new Index.OperatorClass(one.name(), one.parameters())),
        it.collation(),
        it.order(),
        it.nulls());
  }
}
