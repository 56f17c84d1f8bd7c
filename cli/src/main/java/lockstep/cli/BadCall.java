package lockstep.cli;

import java.util.Optional;
import lockstep.diagnostic.Diagnostic;

/// The arguments cannot be understood; ends the run with [ExitCode#BAD_CALL].
public final class BadCall extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  public BadCall(Diagnostic diagnostic) {
    super(diagnostic.fact(), null, false, false);
    this.diagnostic = diagnostic;
  }

  public BadCall(CliCode code, String fact, Optional<String> advice) {
    this(Diagnostic.of(code, fact).withAdvice(advice));
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
