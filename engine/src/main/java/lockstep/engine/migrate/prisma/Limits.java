package lockstep.engine.migrate.prisma;

import java.time.Duration;
import java.util.Optional;
import lockstep.engine.migrate.Patience;

/// How long migrations may keep a database busy. What a file sets for itself holds.
///
/// @param patience with others who have a lock: for another deployer, and for each statement that
///   is part of a transaction; all of that is tried again
/// @param statement how long one statement may take; empty for as long as it takes
public record Limits(Patience patience, Optional<Duration> statement) {
  public static final Limits USUAL = new Limits(Patience.USUAL, Optional.empty());
}
