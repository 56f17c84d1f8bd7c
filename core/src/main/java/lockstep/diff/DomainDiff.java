package lockstep.diff;

import lockstep.schema.Domain;

/// Differences between domains.
final class DomainDiff {
  private DomainDiff() {}

  /// The order of checks means nothing.
  static boolean areEqual(Domain from, Domain to) {
    return comparable(from.inOrder()).equals(comparable(to.inOrder()));
  }

  private static Domain comparable(Domain it) {
    return new Domain(
        it.name(),
        ColumnDiff.comparable(it.baseType()),
        it.nullability(),
        it.defaultValue(),
        it.collation(),
        it.checks(),
        it.comment());
  }
}
