package lockstep.check.drift;

import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.schema.ObjectPath;

/// One finding of a comparison: an object, what each side has, and the diagnostic that says so.
///
/// @param from what the first side has, in SQL; empty where it has nothing
/// @param to what the second side has, in SQL; empty where it has nothing
/// @param closing the statements that would end it, where somebody has found them
public record Drift(
    ObjectPath object,
    Optional<String> from,
    Optional<String> to,
    Diagnostic diagnostic,
    Closing closing) {
  public Drift(
      ObjectPath object, Optional<String> from, Optional<String> to, Diagnostic diagnostic) {
    this(object, from, to, diagnostic, Closing.NONE);
  }

  /// Returns whether it is nobody's business here, and no statement ends it.
  public boolean isLeftAlone() {
    return diagnostic.code() == DriftCode.LEFT_ALONE;
  }

  Drift withSeverity(Severity severity) {
    return new Drift(object, from, to, diagnostic.withSeverity(severity), closing);
  }

  Drift withAdvice(String sentence) {
    return new Drift(object, from, to, diagnostic.withAdvice(sentence), closing);
  }

  Drift closedBy(Closing other) {
    return new Drift(object, from, to, diagnostic, other);
  }
}
