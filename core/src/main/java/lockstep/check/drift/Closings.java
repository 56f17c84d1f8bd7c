package lockstep.check.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lockstep.plan.Plan;
import lockstep.plan.Step;
import lockstep.schema.ObjectPath;
import lockstep.sql.Masked;
import lockstep.text.Later;

/// Finds for each difference the statements that would end it.
public final class Closings {
  private static final int LONGEST_SHOWN = 120;

  private final Set<ObjectPath> objects;

  /// What has another name on the second side, by that name.
  private final Map<ObjectPath, ObjectPath> renamed = new HashMap<>();

  private Closings(List<Drift> drifts) {
    objects = drifts.stream().map(Drift::object).collect(Collectors.toSet());
    drifts.stream()
        .filter(it -> it.diagnostic().code() == DriftCode.OTHER_NAME)
        .forEach(it -> renamed.put(OtherName.inTo(it), it.object()));
  }

  /// Returns the same differences, each with the statements about its object; where such a
  /// statement can be run on a side, the diagnostic advises it.
  ///
  /// @param forward what turns the first side into the second
  /// @param backward what turns the second side into the first
  public static List<Drift> add(
      List<Drift> drifts, Side from, Side to, Supplier<Plan> forward, Supplier<Plan> backward) {
    var closings = new Closings(drifts.stream().filter(it -> !it.isLeftAlone()).toList());
    var first = Later.of(() -> closings.byObject(forward.get()));
    var second = Later.of(() -> closings.byObject(backward.get()));
    return drifts.stream()
        .map(
            it ->
                it.isLeftAlone()
                    ? it
                    : it.closedBy(
                        new Closing(
                            () -> first.get().getOrDefault(it.object(), List.of()),
                            () -> second.get().getOrDefault(it.object(), List.of()))))
        .map(it -> advised(it, from, to))
        .toList();
  }

  /// Steps about a part of an object belong to the part, or to the whole where that is different;
  /// those that move columns to a type that is made anew, to the type.
  private Map<ObjectPath, List<String>> byObject(Plan plan) {
    var all = new HashMap<ObjectPath, List<String>>();
    var type = Optional.<ObjectPath>empty();
    for (var step : plan.steps()) {
      type =
          isAboutType(step)
              ? type.filter(_ -> isOfColumn(step)).or(() -> Optional.of(step.object()))
              : Optional.empty();
      owner(type.orElse(step.object()))
          .ifPresent(
              it -> all.computeIfAbsent(it, _ -> new ArrayList<>()).add(Masked.of(step.sql())));
    }
    return all;
  }

  private static boolean isAboutType(Step step) {
    return step.kind() == Step.Kind.ALTER_ENUM || step.kind() == Step.Kind.ALTER_DOMAIN;
  }

  private static boolean isOfColumn(Step step) {
    return step.object().kind() == ObjectPath.Kind.COLUMN;
  }

  private Optional<ObjectPath> owner(ObjectPath object) {
    return Optional.ofNullable(renamed.get(object))
        .or(() -> Optional.of(object).filter(objects::contains))
        .or(() -> object.parent().filter(objects::contains));
  }

  private static Drift advised(Drift drift, Side from, Side to) {
    if (drift.diagnostic().advice().isPresent()) {
      return drift;
    }
    var sentences = new ArrayList<String>();
    sentence(drift.closing()::to, to).ifPresent(sentences::add);
    sentence(drift.closing()::from, from).ifPresent(sentences::add);
    return sentences.isEmpty() ? drift : drift.withAdvice(String.join(" ", sentences));
  }

  /// What people write is changed by them, not by a statement.
  private static Optional<String> sentence(Supplier<List<String>> closing, Side side) {
    var statements = side.kind() == Side.Kind.RECORDED ? closing.get() : List.<String>of();
    if (statements.isEmpty()) {
      return Optional.empty();
    }
    var more = statements.size() == 1 ? "" : " and %d more".formatted(statements.size() - 1);
    return Optional.of(
        "`%s`%s would make %s follow.".formatted(shown(statements.getFirst()), more, side.name()));
  }

  private static String shown(String statement) {
    var line = statement.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN).strip() + " …";
  }
}
