package lockstep.cli;

import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.prisma.Limits;
import picocli.CommandLine.Model.CommandSpec;

/// The options of whatever runs migrations, for how long they may wait for others, and keep them
/// waiting.
public final class MigrationLimits {
  private static final String STATEMENT = "--statement-timeout";
  private static final String NO_LOCKS = "PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK";

  private MigrationLimits() {}

  public static void add(CommandSpec spec) {
    LockTimeout.add(spec, "how long to wait for another deployer, and for a lock, five times; 3");
    spec.addOption(
        Options.value(
            "SECONDS", "how long one statement may take; as long as it takes", STATEMENT));
  }

  /// Where Prisma's variable is set, Prisma's lock is not taken (Prisma 7); ours is.
  public static Limits of(Invocation invocation) {
    var limits =
        Limits.of(
            Patience.of(LockTimeout.of(invocation)), LockTimeout.seconds(invocation, STATEMENT));
    return invocation.environment().variable(NO_LOCKS).filter(it -> !it.equals("0")).isPresent()
        ? limits.amongOurselves()
        : limits;
  }
}
