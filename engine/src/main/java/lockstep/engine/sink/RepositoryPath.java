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
    for (var it = folder; it != null; it = it.getParent()) {
      if (Files.exists(it.resolve(".git"))) {
        var below = it.relativize(folder).toString().replace('\\', '/');
        return new RepositoryPath(below.isEmpty() ? "" : below + "/");
      }
    }
    return new RepositoryPath("");
  }

  /// @param file relative to the call's folder, with `/` between folders, or absolute
  String of(String file) {
    if (prefix.isEmpty() || file.startsWith("/") || file.matches("[A-Za-z]:/.*")) {
      return file;
    }
    return Path.of(prefix + file).normalize().toString().replace('\\', '/');
  }
}
