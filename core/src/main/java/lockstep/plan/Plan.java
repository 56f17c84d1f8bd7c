package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;

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

  /// Returns what is known of the hazards of all steps.
  public List<Diagnostic> hazards() {
    return steps.stream().flatMap(it -> it.hazards().stream()).toList();
  }

  /// Returns the steps in groups that each stand all or not at all: neighbours that may share a
  /// transaction, and every other step by itself.
  public List<List<Step>> batches() {
    var batches = new ArrayList<List<Step>>();
    var open = new ArrayList<Step>();
    for (var step : steps) {
      if (step.conduct().transaction() == Conduct.Transaction.SHARED) {
        open.add(step);
      } else {
        if (!open.isEmpty()) {
          batches.add(List.copyOf(open));
          open.clear();
        }
        batches.add(List.of(step));
      }
    }
    if (!open.isEmpty()) {
      batches.add(List.copyOf(open));
    }
    return batches;
  }

  /// Returns the same steps as few plans that may each run as one script: a step that cannot run in
  /// a transaction by itself, and those that need one of their own with their like.
  public List<Plan> parts() {
    var parts = new ArrayList<List<Step>>();
    Optional<Conduct.Transaction> open = Optional.empty();
    for (var step : steps) {
      var transaction = step.conduct().transaction();
      if (transaction == Conduct.Transaction.NONE || !open.equals(Optional.of(transaction))) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().add(step);
      open = Optional.of(transaction);
    }
    return parts.stream().map(Plan::new).toList();
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
