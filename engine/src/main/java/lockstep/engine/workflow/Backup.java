package lockstep.engine.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.Reason;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.Environment;

/// A copy of a database in a file, by PostgreSQL's own programs, read back before anything relies
/// on it. A file that stands under its final name is whole.
final class Backup {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Backup() {}

  /// A database to copy.
  ///
  /// @param serverMajor as in 18
  record Target(ConnectionUrl url, int serverMajor) {}

  /// Writes a database into a new file of a folder, which is made if need be.
  ///
  /// @return the file
  /// @throws EnvironmentException where there are no such programs, they are older than the server,
  ///   or they fail; nothing is left then
  static Path take(Target target, Path folder, Environment environment, Progress progress) {
    var programs =
        new ClientPrograms(target.url(), target.serverMajor(), environment, Backup::failed);
    var dump = programs.find("pg_dump");
    var restore = programs.find("pg_restore");
    var name = "%s-%s.dump".formatted(target.url().database(), STAMP.format(Instant.now()));
    var file = folder.resolve(name.replaceAll("[^\\w.-]", "_"));
    var part = file.resolveSibling(file.getFileName() + ".part");
    progress.started("Backing up the database " + target.url().database());
    try {
      Files.createDirectories(folder);
      own(part);
      programs.run(
          List.of(dump, "--format=custom", "--no-password", "--file=" + part, programs.database()));
      if (programs.run(List.of(restore, "--list", part.toString())).isBlank()) {
        throw failed("`pg_restore --list` finds nothing in it");
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failed("%s cannot be written: %s".formatted(environment.show(file), Reason.of(e)));
    } finally {
      progress.finished();
      delete(part);
    }
    return file;
  }

  /// Makes a file that nobody else reads: all rows will be in it. The program keeps it so.
  private static void own(Path part) throws IOException {
    Files.createFile(part);
    if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException _) {
      // By its name nobody takes it for a backup.
    }
  }

  private static EnvironmentException failed(String why) {
    return EnvironmentException.of(
        MigrateCode.BACKUP_FAILED,
        "The database could not be backed up: %s.".formatted(why),
        "Nothing was changed. Mend what it says, or leave out `--backup`.");
  }
}
