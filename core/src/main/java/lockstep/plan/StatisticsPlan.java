package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Statistics;
import lockstep.sql.Names;

/// The statements about extended statistics.
final class StatisticsPlan {
  private StatisticsPlan() {}

  /// @param in where the table stands
  static List<Step> create(Identifier in, Statistics statistics, Names names) {
    var name = name(statistics, names);
    var steps = new ArrayList<Step>();
    steps.add(
        new Step(
            Step.Kind.CREATE_STATISTICS,
            statistics.path(in),
            "CREATE STATISTICS " + name + statistics.definition(),
            new Step.Reverse.Statement("DROP STATISTICS " + name)));
    if (statistics.target().isPresent()) {
      steps.add(target(in, statistics, OptionalInt.empty(), names));
    }
    return steps;
  }

  /// Returns what sets another target; empty where they are about something else.
  static Optional<List<Step>> alter(Identifier in, Statistics from, Statistics to, Names names) {
    if (!from.definition().equals(to.definition()) || !from.namespace().equals(to.namespace())) {
      return Optional.empty();
    }
    return Optional.of(
        from.target().equals(to.target())
            ? List.of()
            : List.of(target(in, to, from.target(), names)));
  }

  static String name(Statistics statistics, Names names) {
    return names.of(QualifiedName.of(statistics.namespace(), statistics.name()));
  }

  private static Step target(
      Identifier in, Statistics statistics, OptionalInt before, Names names) {
    var start = "ALTER STATISTICS " + name(statistics, names) + " SET STATISTICS ";
    return new Step(
        Step.Kind.ALTER_STATISTICS,
        statistics.path(in),
        start + statistics.target().orElse(-1),
        new Step.Reverse.Statement(start + before.orElse(-1)));
  }
}
