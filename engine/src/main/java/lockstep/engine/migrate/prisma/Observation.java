package lockstep.engine.migrate.prisma;

import java.time.Duration;
import java.util.List;
import lockstep.migration.MigrationStep;
import lockstep.plan.Conduct;
import lockstep.sql.Masked;

/// What one statement did while somebody watched.
///
/// @param locks that others have to wait for, on what was there before it: of each thing the
///   strongest, where it is stronger than what the transaction had already
/// @param rewritten tables and indexes that were there before it and are stored anew since
public record Observation(
    MigrationStep step, Duration time, List<Lock> locks, List<String> rewritten) {
  public Observation {
    locks = List.copyOf(locks);
    rewritten = List.copyOf(rewritten);
  }

  /// Returns its first line, without what literals hold.
  public String words() {
    return Masked.firstLine(step.text());
  }

  /// @param relation as SQL writes it
  /// @param held until the end of the transaction, once the statement began
  public record Lock(String relation, Conduct.Lock mode, Duration held) {}
}
