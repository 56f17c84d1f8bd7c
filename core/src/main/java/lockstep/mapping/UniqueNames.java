package lockstep.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Names that are taken in one place.
final class UniqueNames {
  private final Set<String> taken = new HashSet<>();

  /// Takes the first of some names that is free; where none is, the last with a number.
  String take(List<String> candidates) {
    for (var candidate : candidates) {
      if (!candidate.isEmpty() && taken.add(candidate)) {
        return candidate;
      }
    }
    var number = 2;
    while (!taken.add(candidates.getLast() + "_" + number)) {
      number++;
    }
    return candidates.getLast() + "_" + number;
  }
}
