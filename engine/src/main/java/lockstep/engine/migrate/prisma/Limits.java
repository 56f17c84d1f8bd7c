package lockstep.engine.migrate.prisma;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lockstep.engine.migrate.ChangeLock;
import lockstep.engine.migrate.Patience;

/// How long migrations may keep a database busy. What a file sets for itself holds.
///
/// @param patience with others who have a lock: for another deployer, and for each statement that
///   is part of a transaction; all of that is tried again
/// @param statement how long one statement may take; empty for as long as it takes
/// @param locks what is taken so that nobody else changes the database
public record Limits(Patience patience, Optional<Duration> statement, List<ChangeLock> locks) {
  public Limits {
    locks = List.copyOf(locks);
  }

  /// Returns what keeps away other deployers, Prisma's too.
  public static Limits of(Patience patience, Optional<Duration> statement) {
    return new Limits(patience, statement, List.of(ChangeLock.OURS, ChangeLock.PRISMA));
  }

  /// Returns the same, but other tools are not kept away.
  public Limits amongOurselves() {
    return new Limits(patience, statement, List.of(ChangeLock.OURS));
  }
}
