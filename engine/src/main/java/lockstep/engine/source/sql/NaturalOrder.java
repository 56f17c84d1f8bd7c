package lockstep.engine.source.sql;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/// The order in which people number their files: `V2` before `V10`.
final class NaturalOrder {
  static final Comparator<Path> OF_PATHS =
      (one, other) -> {
        var shared = Math.min(one.getNameCount(), other.getNameCount());
        for (var i = 0; i < shared; i++) {
          var order = compare(one.getName(i).toString(), other.getName(i).toString());
          if (order != 0) {
            return order;
          }
        }
        return Integer.compare(one.getNameCount(), other.getNameCount());
      };

  private static final Pattern PIECES = Pattern.compile("\\d+|\\D+");

  private NaturalOrder() {}

  static int compare(String one, String other) {
    var name = FlywayName.of(one);
    var otherName = FlywayName.of(other);
    if (name.isPresent() && otherName.isPresent()) {
      var order = name.get().compareTo(otherName.get());
      return order != 0 ? order : one.compareTo(other);
    }
    return compareNumbered(one, other);
  }

  private static int compareNumbered(String one, String other) {
    var pieces = PIECES.matcher(one).results().map(it -> it.group()).toList();
    var others = PIECES.matcher(other).results().map(it -> it.group()).toList();
    for (var i = 0; i < Math.min(pieces.size(), others.size()); i++) {
      var order = comparePieces(pieces.get(i), others.get(i));
      if (order != 0) {
        return order;
      }
    }
    var bySize = Integer.compare(pieces.size(), others.size());
    return bySize != 0 ? bySize : one.compareTo(other);
  }

  private static int comparePieces(String one, String other) {
    return Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0))
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareTo(other);
  }
}
