package lockstep.engine.project;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How the user's models are to be imported.
///
/// @param option the value of `--python`: a program, a virtual environment's folder, or a command
///   such as `uv run python`
/// @param interpreter the same from the settings; looked for where neither is given
/// @param requirements what a managed environment is made from, where no interpreter is given
/// @param timeout how long an import may take
public record PythonSettings(
    Optional<String> option,
    Optional<String> interpreter,
    Optional<Path> requirements,
    Duration timeout) {
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
  public static final PythonSettings DEFAULT =
      new PythonSettings(Optional.empty(), Optional.empty(), Optional.empty(), DEFAULT_TIMEOUT);
}
