package lockstep.engine.workflow;

import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.project.SourceSpec;

/// Writes a source as SQL for an empty database.
public final class WriteDdl {
  private WriteDdl() {}

  public record Request(SourceSpec source, SourceReader reader) {}

  /// @param sql empty where the source has errors
  public record Outcome(Optional<String> sql, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  public static Outcome run(Request request) {
    var reading = request.reader().readAlone(request.source());
    return new Outcome(
        reading.hasErrors() ? Optional.empty() : Optional.of(DdlEmitter.emit(reading.schema())),
        reading.diagnostics());
  }
}
