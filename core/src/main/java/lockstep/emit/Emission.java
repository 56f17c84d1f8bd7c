package lockstep.emit;

import java.util.List;
import lockstep.diagnostic.Diagnostic;

/// What a target makes of a schema.
///
/// @param files in the order of their paths
/// @param names what code calls the schema's models, fields and enums
/// @param diagnostics what the target cannot express, by the name of the object
public record Emission(List<EmittedFile> files, Names names, List<Diagnostic> diagnostics) {
  public Emission {
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
  }
}
