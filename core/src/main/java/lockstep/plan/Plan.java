package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Statements to run in this order.
public record Plan(List<Step> steps) {
  public Plan {
    steps = List.copyOf(steps);
  }

  /// Returns the same plan after other steps.
  public Plan after(List<Step> first) {
    var all = new ArrayList<>(first);
    all.addAll(steps);
    return new Plan(all);
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /// Returns the statements as a script, laid out as Prisma lays out a migration (Prisma 7).
  public String toSql() {
    return steps.isEmpty()
        ? "-- This is an empty migration.\n"
        : steps.stream()
            .map(it -> "-- " + it.kind().heading() + "\n" + it.sql() + ";\n")
            .collect(Collectors.joining("\n"));
  }
}
