package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import lockstep.check.drift.Drift;
import lockstep.check.drift.Side;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.project.SourceSpec;
import lockstep.mapping.Reading;

/// Compares any two sources.
public final class DiffSources {
  private DiffSources() {}

  public record Request(SourceSpec from, SourceSpec to, SourceReader reader) {}

  /// @param drifts what is different, grouped by object
  /// @param diagnostics of reading; with an error among them nothing was compared
  public record Outcome(List<Drift> drifts, List<Diagnostic> diagnostics) {
    public Outcome {
      drifts = List.copyOf(drifts);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  public static Outcome run(Request request) {
    var reader = request.reader();
    var from = reader.read(request.from());
    var to = reader.read(request.to());
    var diagnostics = new ArrayList<>(from.diagnostics());
    diagnostics.addAll(to.diagnostics());
    if (from.hasErrors() || to.hasErrors()) {
      return new Outcome(List.of(), diagnostics);
    }
    var comparison = compare(request, from, to);
    diagnostics.addAll(comparison.notes());
    return new Outcome(comparison.drifts(), diagnostics);
  }

  private static Comparison compare(Request request, Reading from, Reading to) {
    var first = new Side(request.from().label(), from);
    var second = new Side(request.to().label(), to);
    var reader = request.reader();
    return request.to() instanceof SourceSpec.Database && isWritten(request.from())
        ? Comparison.compareWithDatabase(first, second, reader::shadow)
        : Comparison.compare(first, second, reader::shadow);
  }

  private static boolean isWritten(SourceSpec spec) {
    return switch (spec) {
      case SourceSpec.Prisma _, SourceSpec.Empty _ -> true;
      case SourceSpec.Database _, SourceSpec.Python _, SourceSpec.Sql _ -> false;
    };
  }
}
