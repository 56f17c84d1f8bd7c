package lockstep.check.drift;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lockstep.schema.ObjectPath;

/// What each side has under a name of its own, where the names differ in case only: most often a
/// schema that does not say how the database calls it.
final class OtherCase {
  private static final Set<ObjectPath.Kind> NAMED_BY_CODE =
      Set.of(ObjectPath.Kind.TABLE, ObjectPath.Kind.ENUM, ObjectPath.Kind.COLUMN);

  private OtherCase() {}

  /// Returns the same drift, with advice where another one is about the same object.
  static Drift advised(Drift drift, List<Drift> all) {
    if (drift.diagnostic().code() != DriftCode.MISSING) {
      return drift;
    }
    return all.stream()
        .filter(it -> areOne(drift, it))
        .findFirst()
        .map(it -> drift.withAdvice(advice(it.object())))
        .orElse(drift);
  }

  private static boolean areOne(Drift drift, Drift other) {
    return other.diagnostic().code() == DriftCode.MISSING
        && drift.from().isPresent() == other.to().isPresent()
        && NAMED_BY_CODE.contains(drift.object().kind())
        && drift.object().kind() == other.object().kind()
        && differInCase(drift.object(), other.object());
  }

  private static boolean differInCase(ObjectPath one, ObjectPath other) {
    var last = one.names().size() - 1;
    return IntStream.range(0, last).allMatch(i -> one.names().get(i).equals(other.names().get(i)))
        && one.names().get(last).text().equalsIgnoreCase(other.names().get(last).text());
  }

  private static String advice(ObjectPath other) {
    var attribute = other.kind() == ObjectPath.Kind.COLUMN ? "@map" : "@@map";
    return "The other side calls it `%s`, the same but for its case: in a Prisma schema, `%s` says how the database calls it."
        .formatted(other.names().getLast().text(), attribute);
  }
}
