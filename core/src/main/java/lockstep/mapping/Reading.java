package lockstep.mapping;

import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Origins;
import lockstep.schema.Schema;

/// What a source answers: its schema and mapping, and what there is to say about them.
///
/// @param schema what the database is or shall be
/// @param mapping the ORM's view of it
/// @param origins where each object came from
/// @param diagnostics in the order of their places; with an error among them schema and mapping are
///   empty, for half of a schema would be compared as if the rest had been dropped
public record Reading(
    Schema schema, Mapping mapping, Origins origins, List<Diagnostic> diagnostics) {
  public Reading {
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
