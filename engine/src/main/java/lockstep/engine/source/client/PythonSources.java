package lockstep.engine.source.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lockstep.engine.OwnFiles;

/// Finds the Python files of a project, and not those of its dependencies.
public final class PythonSources {
  private PythonSources() {}

  /// Returns the files named, and those in the folders named, sorted; links are not followed.
  public static List<Path> find(List<Path> paths) {
    var found = new TreeSet<Path>();
    for (var it : paths) {
      if (Files.isDirectory(it)) {
        OwnFiles.walk(
            it,
            Set.of(),
            (path, attributes) -> {
              // A link's file is looked at where it is.
              if (path.getFileName().toString().endsWith(".py") && !attributes.isSymbolicLink()) {
                found.add(path);
              }
            });
      } else {
        found.add(it);
      }
    }
    return List.copyOf(found);
  }
}
