package lockstep.acceptance.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.Command;

/// Calls of `lockstep` as processes of their own.
///
/// @param script the launcher, or a link to it
/// @param cache where it keeps what it builds
public record Launcher(Path script, Path cache) {
  private static final Duration LIMIT = Duration.ofMinutes(9);

  /// The launcher of this checkout, with a cache that later test runs find again.
  public static Launcher ofCheckout() {
    return new Launcher(
        Checkout.root().resolve("lockstep"), Checkout.acceptance("target/launcher-cache"));
  }

  public Command.Result run(Path folder, String... arguments) {
    return run(folder, Map.of(), arguments);
  }

  /// @param variables added to the environment
  public Command.Result run(Path folder, Map<String, String> variables, String... arguments) {
    return Command.run(folder, environment(variables), LIMIT, words(arguments));
  }

  /// Starts a call and does not wait for its end.
  public Process start(Path folder, String... arguments) {
    return start(folder, Map.of(), arguments);
  }

  /// @param variables added to the environment
  public Process start(Path folder, Map<String, String> variables, String... arguments) {
    try {
      var builder = new ProcessBuilder(words(arguments)).directory(folder.toFile());
      builder.environment().putAll(environment(variables));
      builder.redirectErrorStream(true);
      builder.redirectOutput(Files.createTempFile(folder, "call", ".log").toFile());
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> environment(Map<String, String> added) {
    var all = new HashMap<>(Map.of("LOCKSTEP_CACHE", cache.toString(), "NO_COLOR", "1"));
    all.putAll(added);
    return all;
  }

  private List<String> words(String... arguments) {
    var words = new ArrayList<>(List.of(script.toString()));
    words.addAll(List.of(arguments));
    return words;
  }
}
