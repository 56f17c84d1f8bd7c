package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import lockstep.engine.EnvironmentException;
import lockstep.engine.FileTrees;
import lockstep.engine.ProcessLock;

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
    try (var _ = ProcessLock.acquire(base.resolve("install.lock"))) {
      if (!Files.isDirectory(folder)) {
        var artifact = version.artifact(platform).orElseThrow(() -> noBinaries(version));
        home.unpack(artifact, settings);
      }
    }
    return home;
  }

  /// Returns whether the wanted server is there already.
  static boolean isInstalled(Path base, EmbeddedSettings settings) {
    var version = ServerVersion.of(settings.major());
    return Platform.current()
        .map(it -> Files.isDirectory(base.resolve(version.number() + "-" + it.classifier())))
        .orElse(false);
  }

  /// Adds the extensions whose files lie below a folder, and returns their names.
  List<String> addExtensions(Path source) throws IOException {
    try (var _ = ProcessLock.acquire(base().resolve("install.lock"))) {
      var extensions = ExtensionFiles.of(base(), version);
      var names = extensions.add(source);
      extensions.furnish(folder);
      return names;
    }
  }

  /// Fetches an extension where a build of it is known and it is not there yet; returns whether it
  /// is there now.
  boolean provide(String extension, EmbeddedSettings settings) throws IOException {
    if (Files.exists(folder.resolve("share/postgresql/extension/" + extension + ".control"))) {
      return true;
    }
    if (!extension.equals(PgvectorDownload.NAME) || !PgvectorDownload.exists(version)) {
      return false;
    }
    var work = Files.createTempDirectory(base(), "pgvector-");
    try {
      var files = Files.createDirectory(work.resolve("files"));
      new PgvectorDownload(settings).fetch(version, work, files);
      addExtensions(files);
      return true;
    } finally {
      FileTrees.delete(work);
    }
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private void unpack(Artifact artifact, EmbeddedSettings settings) throws IOException {
    var work = folder.resolveSibling(folder.getFileName() + ".new");
    FileTrees.delete(work);
    Files.createDirectory(work);
    try {
      var jar = fetch(artifact, work, settings);
      settings.progress().started("Unpacking PostgreSQL " + version.number());
      var unpacked = Files.createDirectory(work.resolve("home"));
      ownerOnlyWrites(unpacked);
      Unpacker.unpack(jar, unpacked);
      ExtensionFiles.of(base(), version).furnish(unpacked);
      Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
      settings.progress().finished();
    } finally {
      FileTrees.delete(work);
    }
  }

  private Path base() {
    return folder.getParent();
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
}
