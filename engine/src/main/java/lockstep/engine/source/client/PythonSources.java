package lockstep.engine.source.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Finds the Python files of a project, and not those of its dependencies.
public final class PythonSources {
  private static final Set<String> FOREIGN =
      Set.of("node_modules", "__pycache__", "site-packages", "venv", "build", "dist");

  private PythonSources() {}

  /// Returns the files named, and those in the folders named, sorted; links to folders are not
  /// followed.
  public static List<Path> find(List<Path> paths) {
    var found = new TreeSet<Path>();
    for (var it : paths) {
      if (Files.isDirectory(it)) {
        walk(it, found);
      } else {
        found.add(it);
      }
    }
    return List.copyOf(found);
  }

  private static void walk(Path folder, Set<Path> into) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              var isForeign =
                  !path.equals(folder)
                      && (FOREIGN.contains(path.getFileName().toString())
                          || path.getFileName().toString().startsWith(".")
                          || Files.exists(path.resolve("pyvenv.cfg")));
              return isForeign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              // A link's file is looked at where it is.
              if (path.getFileName().toString().endsWith(".py") && !attributes.isSymbolicLink()) {
                into.add(path);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException problem) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
