package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Endpoint;
import lockstep.engine.postgres.Session;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real PgBouncer between us and the server, where this machine has one.
class PoolerTest {
  private static final Limits LIMITS = Limits.of(Patience.USUAL, Optional.empty());

  @TempDir private Path folder;

  @Test
  void oneInTransactionModeIsRefusedAndLeavesNoLockBehind() throws Exception {
    try (var database = ScratchServer.instance().plain();
        var pooler = new Running(database.url(), "transaction")) {
      assertThatThrownBy(() -> HistoryRun.open(pooler.url(), LIMITS, Progress.SILENT))
          .isInstanceOfSatisfying(
              EnvironmentException.class,
              it -> assertThat(it.code()).isEqualTo(MigrateCode.POOLED));
      try (var session = Session.open(database.url())) {
        assertThat(
                session.query(
                    "select pid from pg_locks where locktype = 'advisory'", row -> row.text(1)))
            .isEmpty();
      }
    }
  }

  @Test
  void oneInSessionModeIsAsGoodAsTheServer() throws Exception {
    try (var database = ScratchServer.instance().plain();
        var pooler = new Running(database.url(), "session");
        var run = HistoryRun.open(pooler.url(), LIMITS, Progress.SILENT)) {
      assertThat(run.rows()).isEmpty();
    }
  }

  private final class Running implements AutoCloseable {
    private final Process process;
    private final ConnectionUrl url;

    Running(ConnectionUrl server, String mode) throws Exception {
      var program = Command.find("pgbouncer");
      Assumptions.assumeTrue(program.isPresent(), "no PgBouncer: apt-get install pgbouncer");
      var port = freePort();
      var where =
          switch (server.endpoints().getFirst()) {
            case Endpoint.Tcp it -> "host=%s port=%d".formatted(it.host(), it.port());
            case Endpoint.UnixSocket it -> "host=%s port=%d".formatted(it.directory(), it.port());
          };
      var settings =
          Files.writeString(
              folder.resolve("pgbouncer.ini"),
              """
              [databases]
              * = %s user=%s
              [pgbouncer]
              listen_addr = 127.0.0.1
              listen_port = %d
              unix_socket_dir =
              auth_type = any
              pool_mode = %s
              ignore_startup_parameters = extra_float_digits
              """
                  .formatted(where, server.user(), port, mode));
      process =
          new ProcessBuilder(words(program.get(), settings))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("pgbouncer.log").toFile())
              .start();
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      url =
          ConnectionUrl.of(
              "postgresql://%s@127.0.0.1:%d/%s".formatted(server.user(), port, server.database()));
      awaitAnswer();
    }

    /// It does not run as root.
    private static List<String> words(Path program, Path settings) {
      return System.getProperty("user.name").equals("root")
          ? List.of(program.toString(), "-u", "nobody", settings.toString())
          : List.of(program.toString(), settings.toString());
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }

    ConnectionUrl url() {
      return url;
    }

    private void awaitAnswer() throws Exception {
      var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (true) {
        try (var session = Session.open(url)) {
          assertThat(session.isAlive()).isTrue();
          return;
        } catch (EnvironmentException e) {
          if (System.nanoTime() > end || !process.isAlive()) {
            throw new AssertionError(Files.readString(folder.resolve("pgbouncer.log")), e);
          }
          Thread.onSpinWait();
        }
      }
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
