package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.project.Environment;
import lockstep.engine.testing.Postgres;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Postgres
class BackupTest {
  @TempDir private Path folder;

  @Test
  void whereThereIsNoProgramItIsSaidWhichOne(ShadowDatabase database) {
    fails(database, MigrateCode.NO_CLIENT_PROGRAM, "no program `pg_dump`");
  }

  @Test
  void aProgramThatIsOlderThanTheServerIsNotAsked(ShadowDatabase database) throws IOException {
    program("pg_dump", "echo 'pg_dump (PostgreSQL) 9.6.24'");
    fails(database, MigrateCode.NO_CLIENT_PROGRAM, "9.6.24 and the server is PostgreSQL");
  }

  @Test
  void whatFailsLeavesNoFile(ShadowDatabase database) throws IOException {
    var version = "case $1 in --version) echo 99.1; exit;; esac\n";
    program("pg_dump", version + "echo half >\"${3#--file=}\"; echo 'no room' >&2; exit 1");
    program("pg_restore", version);
    fails(database, MigrateCode.BACKUP_FAILED, "no room");
    program("pg_dump", version + "echo half >\"${3#--file=}\"");
    fails(database, MigrateCode.BACKUP_FAILED, "finds nothing");
    assertThat(folder.resolve("backups")).isEmptyDirectory();
  }

  @Test
  void nobodyElseReadsWhatIsWritten(ShadowDatabase database) throws IOException {
    var version = "case $1 in --version) echo 99.1; exit;; esac\n";
    program("pg_dump", version + "umask 0; echo rows >\"${3#--file=}\"");
    program("pg_restore", version + "echo entries");
    var file = take(database, folder.toString());
    assertThat(file).hasContent("rows");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsWrittenCanBeReadBack(ShadowDatabase database) {
    var path = System.getenv().getOrDefault("PATH", "");
    database.session().execute("create table a (b int); insert into a values (1)");
    try {
      var file = take(database, path);
      assertThat(file).isNotEmptyFile();
      assertThat(file.getFileName().toString())
          .endsWith(".dump")
          .startsWith(database.url().database());
    } catch (EnvironmentException e) {
      assertThat(e.code()).isEqualTo(MigrateCode.NO_CLIENT_PROGRAM);
      Assumptions.abort(e.getMessage());
    }
  }

  private void fails(ShadowDatabase database, MigrateCode code, String words) {
    assertThatThrownBy(() -> take(database, folder.toString()))
        .isInstanceOfSatisfying(
            EnvironmentException.class,
            it -> {
              assertThat(it.code()).isEqualTo(code);
              assertThat(it.getMessage()).contains(words);
            });
  }

  private Path take(ShadowDatabase database, String path) {
    return Backup.take(
        new Backup.Target(database.url(), database.session().serverVersion() / 10_000),
        folder.resolve("backups"),
        new Environment(Map.of("PATH", path), folder, folder),
        Progress.SILENT);
  }

  private void program(String name, String script) throws IOException {
    var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
