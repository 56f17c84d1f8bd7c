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
              if (isPython(path) && attributes.isRegularFile()) {
                found.add(path);
              }
            });
      } else if (Files.isRegularFile(it)) {
        found.add(it);
      }
    }
    return List.copyOf(found);
  }

  /// Returns what is named, or is in the folders named, and is called as Python files are, but is
  /// none: a pipe, a socket or a device, which may keep its reader waiting.
  public static List<Path> noFiles(List<Path> paths) {
    var found = new TreeSet<Path>();
    for (var it : paths) {
      if (Files.isDirectory(it)) {
        OwnFiles.walk(
            it,
            Set.of(),
            (path, attributes) -> {
              if (isPython(path) && attributes.isOther()) {
                found.add(path);
              }
            });
      } else if (Files.exists(it) && !Files.isRegularFile(it)) {
        found.add(it);
      }
    }
    return List.copyOf(found);
  }

  private static boolean isPython(Path file) {
    return file.getFileName().toString().endsWith(".py");
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
      return Files.isRegularFile(link) && isPython(link);
    }
    if (!OwnFiles.isOwn(link, Set.of())) {
      return false;
    }
    try (var files =
        Files.find(
            link,
            2,
            (path, attributes) -> attributes.isRegularFile() && isPython(path),
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
