package lockstep.engine.migrate.prisma;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;

/// How one file went on a copy.
///
/// @param statements those that ran, in order
/// @param failure why it did not end well
public record Rehearsed(List<Observation> statements, Duration time, Optional<Diagnostic> failure) {
  public Rehearsed {
    statements = List.copyOf(statements);
  }
}
