package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.PlanRun;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.SourceSpec;
import lockstep.plan.Plan;
import lockstep.plan.Style;

/// Makes a database equal to a schema, now. For development: nothing is recorded.
public final class PushSchema {
  private PushSchema() {}

  /// @param patience empty to change nothing and only say what would be done
  public record Request(
      SourceSpec source,
      ConnectionUrl database,
      SourceReader reader,
      Style style,
      Consent consent,
      PlanChanges.Trial trial,
      Optional<Patience> patience) {}

  /// @param plan what was to be done; empty where something stands against it
  /// @param done how many of its steps stand now
  public record Outcome(Optional<Plan> plan, int done, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /// Nobody else may change the database between the reading and the last step: the plan would be
  /// made for what is gone.
  public static Outcome run(Request request) {
    if (request.patience().isEmpty()) {
      return plan(request);
    }
    try (var run =
        PlanRun.open(request.database(), request.patience().get(), request.reader().progress())) {
      var planned = plan(request);
      if (planned.hasErrors() || planned.plan().map(Plan::isEmpty).orElse(true)) {
        return planned;
      }
      var diagnostics = new ArrayList<>(planned.diagnostics());
      var applied = run.run(planned.plan().get());
      applied.failure().ifPresent(diagnostics::add);
      return new Outcome(planned.plan(), applied.done(), diagnostics);
    }
  }

  private static Outcome plan(Request request) {
    var database = new SourceSpec.Database(request.database());
    var difference =
        DiffSources.run(new DiffSources.Request(database, request.source(), request.reader()));
    var diagnostics = new ArrayList<>(difference.diagnostics());
    if (difference.comparison().isEmpty()) {
      return new Outcome(Optional.empty(), 0, diagnostics);
    }
    var planned =
        PlanChanges.run(
            new PlanChanges.Request(
                database,
                difference.comparison().get(),
                request.reader(),
                request.style(),
                request.consent(),
                request.trial()));
    diagnostics.addAll(planned.findings());
    if (planned.isInVain()) {
      return new Outcome(Optional.empty(), 0, diagnostics);
    }
    return new Outcome(planned.plan(), 0, diagnostics);
  }
}
