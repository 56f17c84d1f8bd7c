package lockstep.cli;

import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Shown;

/// The arguments or the settings cannot be understood; ends the run with [ExitCode#BAD_CALL].
public final class BadCall extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public BadCall(List<Diagnostic> diagnostics) {
    super(diagnostics.getFirst().fact(), null, false, false);
    this.diagnostics = List.copyOf(diagnostics);
  }

  public BadCall(CliCode code, String fact, Optional<String> advice) {
    this(List.of(Diagnostic.of(code, fact).withAdvice(advice)));
  }

  /// An argument for which a command has no use.
  ///
  /// @param command as in `shadow start`
  public static BadCall surplus(String command, String argument, Optional<String> advice) {
    return new BadCall(
        CliCode.WRONG_ARGUMENTS,
        "`lockstep %s` has no use for the argument `%s`.".formatted(command, Shown.of(argument)),
        advice);
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
