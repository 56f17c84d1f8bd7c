package lockstep.migration;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import lockstep.text.SourceText;

/// One revision of an Alembic history, as its file declares it (Alembic 1.20).
///
/// @param parents what it comes after, by id: none for a base, several for a merge
/// @param dependsOn ids or labels of revisions on other branches that must be there before
/// @param labels names of the branch that begins here
/// @param title the first line of its description; empty where it has none
/// @param createdAt when it was written, where the description says so
public record Revision(
    String id,
    List<String> parents,
    List<String> dependsOn,
    List<String> labels,
    String title,
    Optional<LocalDateTime> createdAt,
    SourceText file) {
  public Revision {
    parents = List.copyOf(parents);
    dependsOn = List.copyOf(dependsOn);
    labels = List.copyOf(labels);
  }

  public boolean isMerge() {
    return parents.size() > 1;
  }
}
