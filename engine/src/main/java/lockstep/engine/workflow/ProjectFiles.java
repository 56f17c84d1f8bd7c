package lockstep.engine.workflow;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.engine.sink.AtomicFile;

/// The files of a project that people write, sorted; not those of its dependencies.
final class ProjectFiles {
  private static final Set<String> FOREIGN =
      Set.of("node_modules", "__pycache__", "site-packages", "venv", "build", "dist", "target");

  /// Folders that tools look into though their names begin with a dot.
  private static final Set<String> OF_TOOLS =
      Set.of(".github", ".husky", ".githooks", ".circleci", ".buildkite", ".devcontainer");

  /// Nobody writes a longer one by hand.
  private static final long LONGEST = 1_000_000;

  private ProjectFiles() {}

  static List<Path> in(Path folder) {
    var found = new ArrayList<Path>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              return path.equals(folder) || isOwn(path)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && attributes.size() < LONGEST) {
                found.add(path);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException problem) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw AtomicFile.failure(folder, e);
    }
    found.sort(Path::compareTo);
    return List.copyOf(found);
  }

  private static boolean isOwn(Path folder) {
    var name = folder.getFileName().toString();
    return (!name.startsWith(".") || OF_TOOLS.contains(name))
        && !FOREIGN.contains(name)
        && !Files.exists(folder.resolve("pyvenv.cfg"));
  }

  /// Returns the text of a file; empty where it is no text in UTF-8.
  static Optional<String> text(Path file) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(
          decoder.decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file))).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw AtomicFile.failure(file, e);
    }
  }
}
