package lockstep.check.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.schema.ObjectPath;

/// Who stands alone where more than two sources are compared: pairs alone do not say whether the
/// schema or everybody else has moved on.
public final class Agreement {
  private Agreement() {}

  /// One source and how it differs from the first.
  public record Compared(String name, List<Drift> drifts) {
    public Compared {
      drifts = List.copyOf(drifts);
    }
  }

  /// What is different about an object, whatever it is called in the sentence.
  private record Difference(
      ObjectPath object, DriftCode code, Optional<String> from, Optional<String> to) {
    /// Where a source has something that another one lacks, how it is written does not matter.
    static Difference of(Drift it) {
      var code = (DriftCode) it.diagnostic().code();
      return code == DriftCode.MISSING
          ? new Difference(it.object(), code, it.from().map(_ -> ""), it.to().map(_ -> ""))
          : new Difference(it.object(), code, it.from(), it.to());
    }
  }

  /// Returns all differences, source by source, then a note for each in which all other sources
  /// agree with each other and not with the first.
  public static List<Drift> of(String first, List<Compared> others) {
    var all = new ArrayList<Drift>();
    others.forEach(it -> all.addAll(it.drifts()));
    if (others.size() < 2) {
      return all;
    }
    var names = String.join(", ", others.stream().map(Compared::name).toList());
    byDifference(List.copyOf(all)).values().stream()
        .filter(it -> it.size() == others.size())
        .forEach(it -> all.add(alone(it.getFirst(), first, names)));
    return all;
  }

  private static Map<Difference, List<Drift>> byDifference(List<Drift> drifts) {
    var all = new LinkedHashMap<Difference, List<Drift>>();
    for (var it : drifts) {
      if (it.diagnostic().isError()) {
        all.computeIfAbsent(Difference.of(it), _ -> new ArrayList<>()).add(it);
      }
    }
    return all;
  }

  private static Drift alone(Drift one, String first, String others) {
    var fact =
        "%s is the same in %s; %s stands alone."
            .formatted(Findings.subject(one.object()), others, first);
    return new Drift(
        one.object(),
        one.from(),
        one.to(),
        Diagnostic.of(DriftCode.STANDS_ALONE, fact)
            .withAdvice("Perhaps %s has not followed them.".formatted(first)));
  }
}
