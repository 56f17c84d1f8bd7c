package lockstep.cli;

import java.time.Duration;
import java.util.Optional;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.prisma.Limits;
import picocli.CommandLine.Model.CommandSpec;

/// The options of whatever may have to wait for others at a database, or keep them waiting.
public final class Timeouts {
  private static final String LOCK = "--lock-timeout";
  private static final String STATEMENT = "--statement-timeout";

  private static final String NO_LOCKS = "PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK";

  private Timeouts() {}

  /// @param description what is waited for, and the default
  public static void addLock(CommandSpec spec, String description) {
    spec.addOption(Options.value("SECONDS", description, LOCK));
  }

  /// Adds the options of whatever runs migrations.
  public static void add(CommandSpec spec) {
    addLock(spec, "how long to wait for another deployer, and for a lock, five times; 3");
    spec.addOption(
        Options.value(
            "SECONDS", "how long one statement may take; as long as it takes", STATEMENT));
  }

  public static Duration lock(Invocation invocation) {
    return seconds(invocation, LOCK).orElse(Patience.USUAL.lockTimeout());
  }

  /// Prisma's variable is heeded as Prisma heeds it (Prisma 7).
  public static Limits limits(Invocation invocation) {
    var limits = Limits.of(Patience.of(lock(invocation)), seconds(invocation, STATEMENT));
    return invocation.environment().variable(NO_LOCKS).filter(it -> !it.equals("0")).isPresent()
        ? limits.withoutLocks()
        : limits;
  }

  private static Optional<Duration> seconds(Invocation invocation, String option) {
    return invocation.value(option).map(it -> seconds(option, it));
  }

  private static Duration seconds(String option, String text) {
    if (!text.matches("\\d{1,5}(\\.\\d{1,3})?") || Double.parseDouble(text) == 0) {
      throw new BadCall(
          CliCode.BAD_VALUE,
          "`%s` takes a number of seconds, not `%s`.".formatted(option, text),
          Optional.of("Write it as in `%s 3`.".formatted(option)));
    }
    return Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
  }
}
