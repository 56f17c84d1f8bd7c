package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import lockstep.engine.FileTrees;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.testing.TestServer;

/// A PostgreSQL of one test's own, which also listens on the network: for logins, TLS, standbys.
public final class OwnServer implements AutoCloseable {
  private final Path folder;
  private final RunAs runAs;
  private final ServerHome home;
  private final int port;
  private final List<String> settings = new ArrayList<>();
  private Process process;

  private OwnServer(Path folder, RunAs runAs, ServerHome home, int port) {
    this.folder = folder;
    this.runAs = runAs;
    this.home = home;
    this.port = port;
  }

  /// Makes a cluster and starts its server.
  ///
  /// @param logins the lines of its `pg_hba.conf`; over its socket `postgres` may always come in
  /// @param settings as in `ssl=on`
  public static OwnServer start(List<String> logins, String... settings) throws IOException {
    var test = TestServer.settings();
    var base = CacheFolder.base(test.cacheFolder());
    var home = ServerHome.install(base, test);
    var folder = Files.createTempDirectory(base, "own-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    var runAs = RunAs.find().orElseThrow();
    runAs.own(Files.createDirectory(folder.resolve("data")));
    // Reachable for any user, unlike the tool's own.
    runAs.own(Files.createDirectory(folder.resolve("socket")));
    var server = new OwnServer(folder, runAs, home, freePort());
    server.run("initdb", "-D", server.data().toString(), "-U", "postgres", "-E", "UTF8");
    server.settings.addAll(List.of(settings));
    var lines = new ArrayList<>(List.of("local all postgres trust"));
    lines.addAll(logins);
    Files.write(server.data().resolve("pg_hba.conf"), lines);
    server.start();
    return server;
  }

  /// Puts a file beside the data that only the server may read.
  public void give(String name, String content) throws IOException {
    var file = Files.writeString(data().resolve(name), content);
    runAs.own(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  public int port() {
    return port;
  }

  /// Returns the folder with the socket.
  public Path socket() {
    return folder.resolve("socket");
  }

  /// Returns the superuser's address.
  public ConnectionUrl url() {
    return ConnectionUrl.of(
        "postgresql://postgres@localhost:%d/postgres?host=%s".formatted(port, socket()));
  }

  public void execute(String sql) {
    try (var session = Session.open(url())) {
      session.execute(sql);
    }
  }

  /// Ends it in a hurry, as an operator does, and starts it again.
  public void restart() throws IOException {
    stop();
    start();
  }

  /// Starts it again as a standby that follows nobody: it answers, and takes no change.
  public void becomeStandby() throws IOException {
    stop();
    give("standby.signal", "");
    start();
  }

  @Override
  public void close() throws IOException {
    stop();
    FileTrees.delete(folder);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void start() throws IOException {
    var words = new ArrayList<>(runAs.prefix());
    words.addAll(List.of(home.program("postgres").toString(), "-D", data().toString()));
    words.addAll(List.of("-p", Integer.toString(port), "-k", socket().toString()));
    for (var setting : all()) {
      words.addAll(List.of("-c", setting));
    }
    process = Command.of(words).start(folder.resolve("log"));
    var until = System.nanoTime() + 20_000_000_000L;
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IOException(Files.readString(folder.resolve("log")));
      }
      pause();
    }
  }

  private List<String> all() {
    var all = new ArrayList<>(List.of("listen_addresses=localhost", "fsync=off"));
    all.addAll(settings);
    return all;
  }

  private boolean isReady() throws IOException {
    var file = data().resolve("postmaster.pid");
    return Files.exists(file)
        && Files.readString(file).lines().skip(7).findFirst().orElse("").startsWith("ready");
  }

  private void stop() throws IOException {
    Command.of(List.of("sh", "-c", "kill -INT " + pid())).run();
    Command.exitCode(process);
  }

  private String pid() throws IOException {
    return Files.readString(data().resolve("postmaster.pid")).lines().findFirst().orElseThrow();
  }

  private void run(String program, String... words) throws IOException {
    var done =
        Command.of(runAs.prefix())
            .and(home.program(program).toString())
            .and("--no-sync", "--locale=C")
            .and(words)
            .run();
    if (!done.isSuccess()) {
      throw new IOException(done.output());
    }
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
