package lockstep.diff;

import java.util.Comparator;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;

/// Differences between domains.
final class DomainDiff {
  private DomainDiff() {}

  /// The order of checks means nothing.
  static boolean areEqual(Domain from, Domain to) {
    return sorted(from).equals(sorted(to));
  }

  private static Domain sorted(Domain it) {
    return new Domain(
        it.name(),
        ColumnDiff.comparable(it.baseType()),
        it.nullability(),
        it.defaultValue(),
        it.collation(),
        it.checks().stream().sorted(Comparator.comparing(Constraint.Check::name)).toList(),
        it.comment());
  }
}
