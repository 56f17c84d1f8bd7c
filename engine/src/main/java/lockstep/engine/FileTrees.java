package lockstep.engine;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/// Whole folders of files.
public final class FileTrees {
  private FileTrees() {}

  /// Moves a folder with everything in it, to another disk as well. What is there already is an
  /// error.
  public static void move(Path folder, Path to) throws IOException {
    if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    try {
      Files.move(folder, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      copy(folder, to);
      delete(folder);
    }
  }

  private static void copy(Path folder, Path to) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var it : all.toList()) {
        Files.copy(
            it,
            to.resolve(folder.relativize(it).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /// Removes a folder with everything in it; links are removed and not followed. That it is not
  /// there is fine.
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (var it : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(it);
      }
    }
  }
}
