package lockstep.engine.postgres.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import lockstep.engine.Progress;

/// Which embedded server is wanted, and where it may be fetched from and kept.
///
/// @param cacheFolder Lockstep's own folder for this user; made when missing
/// @param major PostgreSQL's major version
/// @param localMavenRepository where Maven keeps what it fetched, looked into first
/// @param mavenRepository the base of a Maven repository, asked directly; without it the installed
///   `mvn` is asked, which knows the user's mirrors, proxies and passwords
public record EmbeddedSettings(
    Path cacheFolder,
    int major,
    Optional<Path> localMavenRepository,
    Optional<URI> mavenRepository,
    Progress progress) {

  public static final int DEFAULT_MAJOR = 18;

  public EmbeddedSettings {
    cacheFolder = cacheFolder.toAbsolutePath().normalize();
  }

  /// Shows no repository: its address may hold a login.
  @Override
  public String toString() {
    return "EmbeddedSettings[" + cacheFolder + ", " + major + "]";
  }

  /// The default server, kept below `cacheFolder`.
  public static EmbeddedSettings of(Path cacheFolder) {
    return new EmbeddedSettings(
        cacheFolder, DEFAULT_MAJOR, Optional.empty(), Optional.empty(), Progress.SILENT);
  }

  public EmbeddedSettings withMajor(int wanted) {
    return new EmbeddedSettings(
        cacheFolder, wanted, localMavenRepository, mavenRepository, progress);
  }

  public EmbeddedSettings withCacheFolder(Path folder) {
    return new EmbeddedSettings(folder, major, localMavenRepository, mavenRepository, progress);
  }

  public EmbeddedSettings withLocalMavenRepository(Path folder) {
    return new EmbeddedSettings(cacheFolder, major, Optional.of(folder), mavenRepository, progress);
  }

  public EmbeddedSettings withMavenRepository(URI base) {
    return new EmbeddedSettings(
        cacheFolder, major, localMavenRepository, Optional.of(base), progress);
  }

  public EmbeddedSettings withProgress(Progress listener) {
    return new EmbeddedSettings(
        cacheFolder, major, localMavenRepository, mavenRepository, listener);
  }
}
