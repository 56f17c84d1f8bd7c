package lockstep.cli;

import java.time.Duration;
import java.util.Optional;
import lockstep.engine.migrate.Patience;
import picocli.CommandLine.Model.CommandSpec;

/// The option of whatever may have to wait for others at a database.
public final class LockTimeout {
  private static final String LOCK_TIMEOUT = "--lock-timeout";

  private LockTimeout() {}

  /// @param description what is waited for, and the default
  public static void add(CommandSpec spec, String description) {
    spec.addOption(Options.value("SECONDS", description, LOCK_TIMEOUT));
  }

  public static Duration of(Invocation invocation) {
    return seconds(invocation, LOCK_TIMEOUT).orElse(Patience.USUAL.lockTimeout());
  }

  /// Returns what an option says that takes a time.
  ///
  /// @throws BadCall where that is no time
  public static Optional<Duration> seconds(Invocation invocation, String option) {
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
