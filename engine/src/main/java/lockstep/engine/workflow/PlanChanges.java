package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diff.Difference;
import lockstep.engine.postgres.proof.PlanProof;
import lockstep.engine.project.SourceSpec;
import lockstep.plan.Loss;
import lockstep.plan.Plan;
import lockstep.plan.PlanCode;
import lockstep.plan.Planner;
import lockstep.plan.Style;

/// Plans what turns one source into another.
public final class PlanChanges {
  private PlanChanges() {}

  /// @param source of what is there
  /// @param allowed what may be lost, as in `drop-table:users`
  public record Request(
      SourceSpec source,
      Difference difference,
      SourceReader reader,
      Style style,
      List<String> allowed,
      Trial trial) {
    public Request {
      allowed = List.copyOf(allowed);
    }
  }

  /// Whether a plan is tried in a shadow database before anybody sees it.
  public enum Trial {
    WANTED,
    SKIPPED
  }

  /// @param plan empty where something stands against it
  public record Outcome(Optional<Plan> plan, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  public static Outcome run(Request request) {
    var reader = request.reader();
    var plan =
        Planner.plan(request.difference(), request.style(), reader.serverVersion(request.source()));
    var diagnostics = new ArrayList<Diagnostic>();
    losses(plan).stream()
        .filter(it -> request.allowed().stream().noneMatch(it::isAllowedBy))
        .forEach(it -> diagnostics.add(refused(it, request.source())));
    if (!plan.isEmpty()) {
      switch (request.trial()) {
        case WANTED ->
            PlanProof.of(plan, request.difference(), reader.shadow()).ifPresent(diagnostics::add);
        case SKIPPED ->
            diagnostics.add(
                Diagnostic.of(
                    PlanCode.UNTRIED, "Nobody tried whether the plan does what it is there for."));
      }
    }
    var isGood = diagnostics.stream().noneMatch(Diagnostic::isError);
    return new Outcome(isGood ? Optional.of(plan) : Optional.empty(), diagnostics);
  }

  private static List<Loss> losses(Plan plan) {
    return plan.steps().stream().flatMap(it -> it.losses().stream()).toList();
  }

  private static Diagnostic refused(Loss loss, SourceSpec source) {
    return Diagnostic.of(
            PlanCode.LOSS, new Place.InSource(source.label(), loss.object()), loss.fact())
        .withAdvice("If that is meant, say `--allow %s`.".formatted(loss.permission()));
  }
}
