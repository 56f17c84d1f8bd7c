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

  /// What two sources may disagree about.
  private record Question(ObjectPath object, DriftCode code) {}

  /// Returns all differences, source by source, then a note for each about which more than half of
  /// the sources agree with each other and the rest does not.
  public static List<Drift> of(String first, List<Compared> others) {
    var all = new ArrayList<Drift>();
    others.forEach(it -> all.addAll(it.drifts()));
    if (others.size() > 1) {
      byQuestion(all).values().forEach(it -> majority(it, first, others).ifPresent(all::add));
    }
    return all;
  }

  private static Map<Question, Drift> byQuestion(List<Drift> drifts) {
    var all = new LinkedHashMap<Question, Drift>();
    drifts.stream()
        .filter(it -> it.diagnostic().isError() && isSaidByAll(it))
        .forEach(it -> all.putIfAbsent(question(it), it));
    return all;
  }

  private static Question question(Drift it) {
    return new Question(it.object(), (DriftCode) it.diagnostic().code());
  }

  /// A source that has no words for a thing does not agree with anybody about it.
  private static boolean isSaidByAll(Drift it) {
    return switch (it.object().kind()) {
      case TABLE, COLUMN, CONSTRAINT, INDEX, ENUM -> it.diagnostic().code() != DriftCode.ACCESS;
      default -> false;
    };
  }

  private static Optional<Drift> majority(Drift one, String first, List<Compared> others) {
    var groups = new LinkedHashMap<Optional<String>, List<String>>();
    groups.computeIfAbsent(answer(one.from(), one), _ -> new ArrayList<>()).add(first);
    for (var it : others) {
      groups.computeIfAbsent(answer(one, it), _ -> new ArrayList<>()).add(it.name());
    }
    return groups.values().stream()
        .filter(it -> it.size() * 2 > others.size() + 1)
        .findFirst()
        .map(it -> note(one, it, first, others));
  }

  /// Returns what a source says of what is different: its own, or what the first says. One that
  /// lacks the whole of which it is a part says something of its own.
  private static Optional<String> answer(Drift one, Compared source) {
    for (var it : source.drifts()) {
      if (question(it).equals(question(one))) {
        return answer(it.to(), it);
      }
      if (it.diagnostic().code() == DriftCode.MISSING
          && one.object().parent().equals(Optional.of(it.object()))) {
        return Optional.of("nothing in " + source.name());
      }
    }
    return answer(one.from(), one);
  }

  /// Where a source has something that another one lacks, how it is written does not matter.
  private static Optional<String> answer(Optional<String> said, Drift it) {
    return it.diagnostic().code() == DriftCode.MISSING ? said.map(_ -> "") : said;
  }

  private static Drift note(Drift one, List<String> agreed, String first, List<Compared> others) {
    var rest = new ArrayList<>(List.of(first));
    others.forEach(it -> rest.add(it.name()));
    rest.removeAll(agreed);
    var names = String.join(", ", rest);
    var fact =
        "%s is the same in %s; %s."
            .formatted(
                Findings.subject(one.object()),
                String.join(", ", agreed),
                rest.size() == 1 ? names + " stands alone" : "not so in " + names);
    return new Drift(
        one.object(),
        one.from(),
        one.to(),
        Diagnostic.of(DriftCode.STANDS_ALONE, fact)
            .withAdvice(
                "Perhaps %s %s not followed them."
                    .formatted(names, rest.size() == 1 ? "has" : "have")));
  }
}
