package lockstep.engine.project;

import java.util.List;
import lockstep.diagnostic.Diagnostic;

/// The sources that a call names, understood, or all that is wrong with them.
public sealed interface NamedSources {
  /// @param specs in the order of the call
  record Valid(List<SourceSpec> specs, Tools tools) implements NamedSources {
    public Valid {
      specs = List.copyOf(specs);
    }
  }

  record Invalid(List<Diagnostic> diagnostics) implements NamedSources {
    public Invalid {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
