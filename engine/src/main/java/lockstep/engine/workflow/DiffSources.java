package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.check.drift.Drift;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.project.SourceSpec;

/// Compares any two sources.
public final class DiffSources {
  private DiffSources() {}

  public record Request(SourceSpec from, SourceSpec to, SourceReader reader) {}

  /// @param comparison empty where nothing was compared
  /// @param diagnostics of reading; with an error among them nothing was compared
  public record Outcome(Optional<Comparison> comparison, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }

    /// Returns what is different, grouped by object, with the statements that would end it.
    public List<Drift> drifts() {
      return comparison.map(Comparison::closed).orElse(List.of());
    }
  }

  public static Outcome run(Request request) {
    var reader = request.reader();
    // Each kind of source says more or less about namespaces; a database waits for what the other
    // one says, and models for functions that they cannot make.
    var isSecondFirst =
        request.from() instanceof SourceSpec.Database
            || request.from() instanceof SourceSpec.Python
                && !(request.to() instanceof SourceSpec.Database);
    var beside = reader.startBeside(isSecondFirst ? request.from() : request.to());
    var first = reader.read(isSecondFirst ? request.to() : request.from());
    var second = beside.apply(first.schema());
    var from = isSecondFirst ? second : first;
    var to = isSecondFirst ? first : second;
    var diagnostics = new ArrayList<>(from.diagnostics());
    diagnostics.addAll(to.diagnostics());
    if (from.hasErrors() || to.hasErrors()) {
      return new Outcome(Optional.empty(), diagnostics);
    }
    var comparison =
        Comparison.compare(
            reader.compared(request.from(), from),
            reader.compared(request.to(), to),
            reader.ignored(),
            reader::shadow);
    diagnostics.addAll(comparison.notes());
    return new Outcome(Optional.of(comparison), diagnostics);
  }
}
