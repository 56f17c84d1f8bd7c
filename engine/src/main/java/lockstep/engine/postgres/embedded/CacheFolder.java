package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/// Finds where below the cache the server can live.
final class CacheFolder {
  private static final Path FOR_ROOT = Path.of("/var/cache/lockstep");

  private CacheFolder() {}

  /// Returns the folder for servers and clusters, made when missing.
  ///
  /// A server that root starts runs as another user, who cannot reach a folder inside root's own
  /// home; then a folder below `/var/cache` is used in its stead, one for each cache folder.
  static Path base(Path cacheFolder) throws IOException {
    Files.createDirectories(cacheFolder);
    if (!RunAs.isRoot()) {
      return Files.createDirectories(cacheFolder.resolve("postgres"));
    }
    var base =
        isReachable(cacheFolder)
            ? cacheFolder.resolve("postgres")
            : FOR_ROOT.resolve("postgres-" + Integer.toHexString(cacheFolder.hashCode()));
    Files.createDirectories(base);
    for (var it = base; it != null && it.startsWith(FOR_ROOT); it = it.getParent()) {
      Files.setPosixFilePermissions(it, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return base;
  }

  /// Returns whether every user may pass through the folder and all that contain it.
  private static boolean isReachable(Path folder) throws IOException {
    for (var it = folder.toRealPath(); it != null; it = it.getParent()) {
      if (!Files.getPosixFilePermissions(it).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }
}
