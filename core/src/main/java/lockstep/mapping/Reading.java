package lockstep.mapping;

import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Origins;
import lockstep.schema.Schema;
import lockstep.text.Later;

/// What a source answers: its schema and mapping, and what there is to say about them.
///
/// @param schema what the database is or shall be
/// @param said the ORM's view of it, made when it is asked for; empty where the source has none,
///   such as a database
/// @param origins where each object came from
/// @param diagnostics in the order of their places; with an error among them schema and mapping are
///   empty, for half of a schema would be compared as if the rest had been dropped
public record Reading(
    Schema schema, Optional<Later<Mapping>> said, Origins origins, List<Diagnostic> diagnostics) {
  public Reading {
    diagnostics = List.copyOf(diagnostics);
  }

  public Reading(Schema schema, Mapping mapping, Origins origins, List<Diagnostic> diagnostics) {
    this(schema, Optional.of(Later.of(() -> mapping)), origins, diagnostics);
  }

  /// Returns the ORM's view, derived from the names in the database where the source has none.
  public Mapping mapping() {
    return said.map(Later::get).orElseGet(() -> Mapping.derive(schema, Naming.inCapitals()));
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
