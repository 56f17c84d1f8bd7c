package lockstep.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.BiConsumer;

/// The files below a folder that are the project's own, and not those of its dependencies.
public final class OwnFiles {
  private static final Set<String> FOREIGN =
      Set.of("node_modules", "__pycache__", "site-packages", "venv", "build", "dist", "target");

  private OwnFiles() {}

  /// Calls for each file. Links to folders are not followed; what cannot be read is passed over.
  ///
  /// @param hidden folders to look into though their names begin with a dot
  public static void walk(
      Path folder, Set<String> hidden, BiConsumer<Path, BasicFileAttributes> file) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              return path.equals(folder) || isOwn(path, hidden)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              file.accept(path, attributes);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException problem) {
              return FileVisitResult.CONTINUE;
            }

            /// Also where a folder could be listed in part only.
            @Override
            public FileVisitResult postVisitDirectory(Path path, IOException problem) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns whether a folder is none of dependencies or of a tool, by its name and what is in it.
  public static boolean isOwn(Path folder, Set<String> hidden) {
    var name = folder.getFileName().toString();
    return (!name.startsWith(".") || hidden.contains(name))
        && !FOREIGN.contains(name)
        && !Files.exists(folder.resolve("pyvenv.cfg"));
  }
}
