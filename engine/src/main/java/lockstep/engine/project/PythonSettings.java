package lockstep.engine.project;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How the user's models are to be imported.
///
/// @param interpreter a program, or a command such as `uv run python`; found where it is not given
/// @param requirements what a managed environment is made from, where no interpreter is given
/// @param timeout how long an import may take
public record PythonSettings(
    Optional<String> interpreter, Optional<Path> requirements, Duration timeout) {
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
  public static final PythonSettings DEFAULT =
      new PythonSettings(Optional.empty(), Optional.empty(), DEFAULT_TIMEOUT);
}
