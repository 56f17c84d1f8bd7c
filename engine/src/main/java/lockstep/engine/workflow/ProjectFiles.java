package lockstep.engine.workflow;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.engine.OwnFiles;
import lockstep.engine.sink.AtomicFile;

/// The files of a project that people write, sorted; not those of its dependencies.
final class ProjectFiles {
  /// Folders that tools look into though their names begin with a dot.
  private static final Set<String> OF_TOOLS =
      Set.of(".github", ".husky", ".githooks", ".circleci", ".buildkite", ".devcontainer");

  /// Nobody writes a longer one by hand.
  private static final long LONGEST = 1_000_000;

  private ProjectFiles() {}

  static List<Path> in(Path folder) {
    var found = new ArrayList<Path>();
    OwnFiles.walk(
        folder,
        OF_TOOLS,
        (path, attributes) -> {
          if (attributes.isRegularFile() && attributes.size() < LONGEST) {
            found.add(path);
          }
        });
    found.sort(Path::compareTo);
    return List.copyOf(found);
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
