package lockstep.check.drift;

import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.schema.ObjectPath;

/// One finding of a comparison: an object, what each side has, and the diagnostic that says so.
///
/// @param from what the first side has, in SQL; empty where it has nothing
/// @param to what the second side has, in SQL; empty where it has nothing
public record Drift(
    ObjectPath object, Optional<String> from, Optional<String> to, Diagnostic diagnostic) {
  Drift withSeverity(Severity severity) {
    return new Drift(object, from, to, diagnostic.withSeverity(severity));
  }
}
