package lockstep.engine.sink;

import java.nio.file.Files;
import java.nio.file.Path;

/// Names files as a repository's services do: from its root, wherever the call was made.
///
/// @param prefix what stands before the name of a file that is relative to the call's folder; empty
///   where that folder is the root, or belongs to no repository
public record RepositoryPath(String prefix) {
  static final String SETTINGS = "lockstep.toml";

  /// @param folder of the call; absolute
  public static RepositoryPath from(Path folder) {
    var below = root(folder).relativize(folder).toString().replace('\\', '/');
    return new RepositoryPath(below.isEmpty() ? "" : below + "/");
  }

  /// Returns the root of the repository that a folder belongs to; itself where it belongs to none.
  ///
  /// @param folder absolute
  public static Path root(Path folder) {
    for (var it = folder; it != null; it = it.getParent()) {
      if (Files.exists(it.resolve(".git"))) {
        return it;
      }
    }
    return folder;
  }

  /// @param file relative to the call's folder, with `/` between folders, or absolute
  String of(String file) {
    if (prefix.isEmpty() || file.startsWith("/") || file.matches("[A-Za-z]:/.*")) {
      return file;
    }
    return Path.of(prefix + file).normalize().toString().replace('\\', '/');
  }
}
