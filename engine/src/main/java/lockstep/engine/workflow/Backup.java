package lockstep.engine.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.Reason;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.Environment;

/// A copy of a database in a file, by PostgreSQL's own programs, read back before anything relies
/// on it. A file that stands under its final name is whole.
final class Backup {
  private static final String DUMP = "pg_dump";
  private static final String RESTORE = "pg_restore";
  private static final Pattern MAJOR = Pattern.compile("\\d+");

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ConnectionUrl url;
  private final Environment environment;

  private Backup(ConnectionUrl url, Environment environment) {
    this.url = url;
    this.environment = environment;
  }

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
    var backup = new Backup(target.url().withoutNamespace(), environment);
    var dump = backup.program(DUMP, target.serverMajor());
    var restore = backup.program(RESTORE, target.serverMajor());
    var name = "%s-%s.dump".formatted(target.url().database(), STAMP.format(Instant.now()));
    var file = folder.resolve(name.replaceAll("[^\\w.-]", "_"));
    progress.started("Backing up the database " + target.url().database());
    try {
      backup.write(dump, restore, file);
    } catch (IOException e) {
      throw failed("%s cannot be written: %s".formatted(environment.show(file), Reason.of(e)));
    } finally {
      progress.finished();
    }
    return file;
  }

  private void write(Path dump, Path restore, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var part = file.resolveSibling(file.getFileName() + ".part");
    try {
      run(
          List.of(
              dump.toString(),
              "--format=custom",
              "--no-password",
              "--file=" + part,
              "--dbname=" + url));
      if (run(List.of(restore.toString(), "--list", part.toString())).isBlank()) {
        throw failed("`%s --list` finds nothing in it".formatted(RESTORE));
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path program(String name, int server) {
    var found =
        environment
            .program(name)
            .orElseThrow(
                () ->
                    EnvironmentException.of(
                        MigrateCode.NO_BACKUP_PROGRAM,
                        "There is no program `%s` to back up the database with.".formatted(name),
                        "Install PostgreSQL's client programs of version %d, and put them on the search path."
                            .formatted(server)));
    try {
      var version = run(List.of(found.toString(), "--version")).strip();
      var major = MAJOR.matcher(version);
      if (!major.find() || Integer.parseInt(major.group()) < server) {
        throw EnvironmentException.of(
            MigrateCode.NO_BACKUP_PROGRAM,
            "`%s` is %s and the server is PostgreSQL %d.".formatted(found, version, server),
            "Put the client programs of version %d or later first on the search path."
                .formatted(server));
      }
      return found;
    } catch (IOException e) {
      throw failed("`%s` cannot be run: %s".formatted(found, Reason.of(e)));
    }
  }

  /// The password is in nobody's list of processes.
  private String run(List<String> words) throws IOException {
    var builder = new ProcessBuilder(new ArrayList<>(words)).redirectErrorStream(true);
    builder.environment().putAll(environment.variables());
    url.password().ifPresent(it -> builder.environment().put("PGPASSWORD", it.reveal()));
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw failed(said.lines().reduce((_, last) -> last).orElse("`%s` failed".formatted(words)));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw failed("it was interrupted");
    }
    return said;
  }

  private static EnvironmentException failed(String why) {
    return EnvironmentException.of(
        MigrateCode.BACKUP_FAILED,
        "The database could not be backed up: %s.".formatted(why.replaceFirst("\\.$", "")),
        "Nothing was changed. Mend what it says, or leave out `--backup`.");
  }
}
