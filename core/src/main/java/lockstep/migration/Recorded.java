package lockstep.migration;

import java.time.Instant;
import java.util.Optional;

/// One attempt to apply a migration, as a row of `_prisma_migrations` has it. A migration may have
/// several, of which all but one were rolled back.
///
/// @param logs why it failed, and how far it came; empty text where somebody declared it applied
/// @param steps 1 where it was applied, 0 where it failed or was declared applied
public record Recorded(
    String id,
    Checksum checksum,
    Optional<Instant> finishedAt,
    String name,
    Optional<String> logs,
    Optional<Instant> rolledBackAt,
    Instant startedAt,
    int steps) {
  public boolean isRolledBack() {
    return rolledBackAt.isPresent();
  }

  /// Returns whether it began and did not end, or broke; nothing goes on before that is resolved.
  public boolean isFailed() {
    return finishedAt.isEmpty() && !isRolledBack();
  }

  public boolean isApplied() {
    return finishedAt.isPresent() && !isRolledBack();
  }

  /// Returns whether somebody began to take it back and did not come to the end.
  public boolean isHalfTakenBack() {
    return isApplied() && journal().isPresent();
  }

  /// Returns whether nothing goes on before somebody says what became of it.
  public boolean isUnsettled() {
    return isFailed() || isHalfTakenBack();
  }

  /// Returns how far it, or taking it back, came, where that was written down.
  public Optional<Journal> journal() {
    return logs.flatMap(Journal::in);
  }
}
