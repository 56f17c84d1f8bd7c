package lockstep.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the Alembic history of a project where no settings of ours name it: in its folder, else in
/// those of its parts.
final class AlembicDiscovery {
  private AlembicDiscovery() {}

  /// @param notes is told of several; then none is taken
  static Optional<AlembicProject> find(Path folder, Environment environment, List<String> notes) {
    var here = whole(folder);
    if (here.isPresent()) {
      return here;
    }
    var found =
        new SchemaDiscovery(folder).parts().stream().flatMap(it -> whole(it).stream()).toList();
    if (found.size() > 1) {
      notes.add(
          "there are several Alembic histories, %s: name one as `alembic` under [migrations]"
              .formatted(
                  found.stream()
                      .map(it -> environment.show(it.settings()))
                      .collect(Collectors.joining(", "))));
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// Settings alone, as some templates have them, are no history.
  private static Optional<AlembicProject> whole(Path folder) {
    return at(folder).filter(it -> Files.isDirectory(it.scripts()));
  }

  /// Returns the history that a folder's settings name, or that a file of settings does; settings
  /// that cannot be read name none.
  static Optional<AlembicProject> at(Path place) {
    try {
      return AlembicProject.find(place);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
