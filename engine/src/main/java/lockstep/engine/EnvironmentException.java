package lockstep.engine;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Diagnostic;

/// Something outside Lockstep and outside the user's input stands in the way: a server, an
/// interpreter, a JDK, a disk.
///
/// The one exception that means so. The shells catch it, show its diagnostic as they show any
/// other, and end with exit code 3.
public final class EnvironmentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  public EnvironmentException(Diagnostic diagnostic) {
    super(diagnostic.fact());
    this.diagnostic = diagnostic;
  }

  public EnvironmentException(Diagnostic diagnostic, Throwable cause) {
    super(diagnostic.fact(), cause);
    this.diagnostic = diagnostic;
  }

  public static EnvironmentException of(Code code, String fact) {
    return new EnvironmentException(Diagnostic.of(code, fact));
  }

  public static EnvironmentException of(Code code, String fact, String advice) {
    return new EnvironmentException(Diagnostic.of(code, fact).withAdvice(advice));
  }

  /// Returns what to tell the user; it names no secret.
  public Diagnostic diagnostic() {
    return diagnostic;
  }

  public Code code() {
    return diagnostic.code();
  }
}
