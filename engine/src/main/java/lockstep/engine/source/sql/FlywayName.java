package lockstep.engine.source.sql;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a migration of Flyway (Flyway 11): `V1_2__add_users.sql`, or `R__views.sql`, which
/// runs after all versions whenever it has changed.
///
/// @param version as numbers; empty for one that is repeatable
record FlywayName(List<BigInteger> version, String description) implements Comparable<FlywayName> {
  private static final Pattern NAME = Pattern.compile("(?:V([0-9]+(?:[._][0-9]+)*)|R)__(.+)\\.sql");
  private static final Pattern UNDO = Pattern.compile("U[0-9]+([._][0-9]+)*__.+\\.sql");

  static Optional<FlywayName> of(String file) {
    var name = NAME.matcher(file);
    if (!name.matches()) {
      return Optional.empty();
    }
    var version =
        Optional.ofNullable(name.group(1)).stream()
            .flatMap(it -> Arrays.stream(it.split("[._]")))
            .map(BigInteger::new)
            .toList();
    return Optional.of(new FlywayName(version, name.group(2)));
  }

  static boolean isUndo(String file) {
    return UNDO.matcher(file).matches();
  }

  /// A part of a version that is missing counts as 0.
  @Override
  public int compareTo(FlywayName other) {
    if (version.isEmpty() || other.version.isEmpty()) {
      var byKind = Boolean.compare(version.isEmpty(), other.version.isEmpty());
      return byKind != 0 ? byKind : description.compareTo(other.description);
    }
    for (var i = 0; i < Math.max(version.size(), other.version.size()); i++) {
      var order = part(version, i).compareTo(part(other.version, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger part(List<BigInteger> version, int index) {
    return index < version.size() ? version.get(index) : BigInteger.ZERO;
  }
}
