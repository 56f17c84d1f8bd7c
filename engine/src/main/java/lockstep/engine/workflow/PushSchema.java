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
      List<String> allowed,
      List<String> renames,
      PlanChanges.Trial trial,
      Optional<Patience> patience) {
    public Request {
      allowed = List.copyOf(allowed);
      renames = List.copyOf(renames);
    }
  }

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

  public static Outcome run(Request request) {
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
                Style.PLAIN,
                request.allowed(),
                request.renames(),
                request.trial()));
    diagnostics.addAll(planned.diagnostics());
    var isMeant = planned.plan().isPresent() && request.patience().isPresent();
    if (!isMeant || planned.plan().get().isEmpty()) {
      return new Outcome(planned.plan(), 0, diagnostics);
    }
    var applied = PlanRun.of(planned.plan().get(), request.database(), request.patience().get());
    applied.failure().ifPresent(diagnostics::add);
    return new Outcome(planned.plan(), applied.done(), diagnostics);
  }
}
