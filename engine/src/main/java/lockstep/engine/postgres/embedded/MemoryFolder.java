package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lockstep.engine.FileTrees;

/// A folder in memory where shadow databases live, on systems that have one.
///
/// A new database is 300 files: on a disk that is busy they cost ten times what they cost in
/// memory. What is there is lost when the machine stops, as shadow databases may be.
final class MemoryFolder {
  private static final Path SHARED_MEMORY = Path.of("/dev/shm");
  private static final long ENOUGH_BYTES = 512L << 20;

  private MemoryFolder() {}

  /// Makes an empty folder that belongs to one cluster and that only the server's user can enter.
  /// Empty where there is no memory, or not enough of it.
  static Optional<Path> make(Path cluster, RunAs runAs) {
    try {
      if (!isRoomy()) {
        return Optional.empty();
      }
      var folder =
          SHARED_MEMORY.resolve("lockstep-" + Integer.toHexString(cluster.toString().hashCode()));
      FileTrees.delete(folder);
      runAs.own(Files.createDirectory(folder));
      return Optional.of(folder);
    } catch (IOException e) {
      return Optional.empty(); // It is somebody else's; the disk does as well.
    }
  }

  private static boolean isRoomy() throws IOException {
    if (!Files.isWritable(SHARED_MEMORY)) {
      return false;
    }
    var store = Files.getFileStore(SHARED_MEMORY);
    return store.type().equals("tmpfs") && store.getUsableSpace() >= ENOUGH_BYTES;
  }
}
