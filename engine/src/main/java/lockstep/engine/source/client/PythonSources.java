package lockstep.engine.source.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /// Returns the links in the folders named that lead to Python files which [#find] does not find
  /// where they are.
  public static List<Path> links(List<Path> paths) {
    var roots = paths.stream().flatMap(it -> real(it).stream()).toList();
    var links = new TreeSet<Path>();
    for (var it : paths) {
      if (Files.isDirectory(it)) {
        OwnFiles.walk(
            it,
            Set.of(),
            (path, attributes) -> {
              if (attributes.isSymbolicLink()
                  && leadsToPython(path)
                  && real(path)
                      .filter(to -> roots.stream().noneMatch(to::startsWith))
                      .isPresent()) {
                links.add(path);
              }
            });
      }
    }
    return List.copyOf(links);
  }

  /// Of a folder no more than two levels are looked at.
  private static boolean leadsToPython(Path link) {
    if (!Files.isDirectory(link)) {
      return Files.isRegularFile(link) && link.getFileName().toString().endsWith(".py");
    }
    if (!OwnFiles.isOwn(link, Set.of())) {
      return false;
    }
    try (var files =
        Files.find(
            link,
            2,
            (path, attributes) -> attributes.isRegularFile() && path.toString().endsWith(".py"),
            FileVisitOption.FOLLOW_LINKS)) {
      return files.findAny().isPresent();
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
