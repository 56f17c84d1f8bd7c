package lockstep.migration;

import java.util.List;
import java.util.Optional;

/// How the revisions of an Alembic history stand to a database.
///
/// @param graph of what is on disk
/// @param versions the revisions that the database is at, by its own table of them; empty where it
///   has no such table
public record RevisionStanding(RevisionGraph graph, Optional<List<String>> versions) {
  public RevisionStanding {
    versions = versions.map(List::copyOf);
  }

  /// Returns what the database has not got yet, in an order in which it can be applied.
  public List<Revision> pending() {
    var applied = graph.upTo(versions.orElse(List.of()));
    return graph.ordered().stream().filter(it -> !applied.contains(it.id())).toList();
  }

  /// Returns the revisions that the database is at and that have no file.
  public List<String> unknown() {
    return versions.orElse(List.of()).stream().filter(it -> graph.find(it).isEmpty()).toList();
  }
}
