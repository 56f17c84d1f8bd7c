package lockstep.engine.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import lockstep.engine.Shown;

/// A path as somebody wrote it in a call or in settings, or why it is none.
public sealed interface WrittenPath {
  /// @param path absolute where the folder is
  record Valid(Path path) implements WrittenPath {}

  /// @param fact a sentence that names no secret
  record Invalid(String fact, Optional<String> advice) implements WrittenPath {}

  /// @param folder what a relative path is relative to
  static WrittenPath of(Path folder, String text) {
    if (text.isEmpty()) {
      // The system would take it for the folder itself; who wrote it meant something else.
      return new Invalid(
          "The path is empty.",
          Optional.of("Name a file or a folder; `.` is the one that paths start from."));
    }
    try {
      var path = folder.resolve(text).normalize();
      return Shown.isHidden(text) && !Files.exists(path)
          ? new Invalid(
              "`%s` is an address, no file or folder.".formatted(Shown.of(text)), Optional.empty())
          : new Valid(path);
    } catch (InvalidPathException e) {
      return new Invalid("This cannot be a path: %s.".formatted(e.getReason()), Optional.empty());
    }
  }
}
