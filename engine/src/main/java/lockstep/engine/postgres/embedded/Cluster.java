package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import lockstep.engine.EnvironmentException;
import lockstep.engine.FileTrees;
import lockstep.engine.ProcessLock;
import lockstep.engine.postgres.ConnectionUrl;

/// The kept data of one server, and the server that runs on it. The caller holds [#lock()] while it
/// starts or stops anything.
final class Cluster {
  /// Socket names are limited to 103 bytes on macOS and 107 on Linux.
  private static final int LONGEST_SOCKET_FOLDER = 85;

  private static final long START_TIMEOUT_NANOS = 20_000_000_000L;
  private static final String SUPERUSER = "postgres";

  private final Path folder;
  private final ServerHome home;
  private final EmbeddedSettings settings;

  private Cluster(Path folder, ServerHome home, EmbeddedSettings settings) {
    this.folder = folder;
    this.home = home;
    this.settings = settings;
  }

  static Cluster of(Path base, ServerHome home, EmbeddedSettings settings) throws IOException {
    var folder = base.resolve("cluster-" + home.version().major());
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(
          folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return new Cluster(folder, home, settings);
  }

  ServerHome home() {
    return home;
  }

  ProcessLock lock() throws IOException {
    return ProcessLock.acquire(folder.resolve("lock"));
  }

  /// Returns the superuser's address of the database `postgres`.
  ConnectionUrl url() throws IOException {
    return ConnectionUrl.ofSocket(socketFolder(), SUPERUSER, "postgres");
  }

  /// Makes the folder in memory, where the system has any.
  Optional<Path> makeMemoryFolder() throws IOException {
    return MemoryFolder.make(folder, runAs());
  }

  private RunAs runAs() throws IOException {
    return RunAs.valueOf(Files.readString(folder.resolve("run-as")));
  }

  /// Returns whether the server shall stay when nobody uses it.
  boolean isKept() {
    return Files.exists(folder.resolve("keep"));
  }

  void keep() throws IOException {
    Files.writeString(folder.resolve("keep"), "");
  }

  void doNotKeep() throws IOException {
    Files.deleteIfExists(folder.resolve("keep"));
  }

  /// Returns whether a server says that it is ready. It may have died since.
  boolean isReady() throws IOException {
    return pidFileLine(8).filter(it -> it.equals("ready")).isPresent() && processIsAlive();
  }

  /// Starts the server and waits until it takes connections. Where it does not start, the data is
  /// thrown away and made anew, once.
  void start() throws IOException {
    makeData();
    if (tryStart()) {
      return;
    }
    FileTrees.delete(data());
    makeData();
    if (!tryStart()) {
      refuseFullDisk(lastLineOfLog());
      throw EnvironmentException.of(
          EmbeddedCode.NOT_STARTED,
          "The embedded PostgreSQL %s did not start: %s."
              .formatted(home.version().number(), lastLineOfLog()),
          "Its log is `%s`; a server of yours can be used with `--shadow-url`.".formatted(log()));
    }
  }

  /// Stops the server, whoever is connected, and waits until it is gone. An orderly end takes as
  /// long as an abrupt one and spares the next start its recovery.
  void stop() throws IOException {
    var process = process();
    if (process.isEmpty()) {
      return;
    }
    var pid = process.get().pid();
    Command.of(List.of("sh", "-c", "kill -INT " + pid)).run();
    if (!within(10_000_000_000L, () -> !process.get().isAlive())) {
      Command.of(List.of("sh", "-c", "kill -KILL " + pid)).run();
      within(2_000_000_000L, () -> !process.get().isAlive());
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path log() {
    return folder.resolve("log");
  }

  /// Returns a folder with a short name for the socket: in the cluster, or a temporary one that is
  /// remembered there.
  private Path socketFolder() throws IOException {
    var inside = folder.resolve("socket");
    if (inside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_FOLDER) {
      return inside;
    }
    var note = folder.resolve("socket-folder");
    if (Files.exists(note)) {
      return Path.of(Files.readString(note));
    }
    var elsewhere = Files.createTempDirectory("lockstep-");
    Files.writeString(note, elsewhere.toString());
    return elsewhere;
  }

  private void makeData() throws IOException {
    if (Files.exists(data().resolve("PG_VERSION"))) {
      return;
    }
    settings.progress().started("Making a database cluster");
    try {
      FileTrees.delete(data());
      var runAs = RunAs.find().orElseThrow(Cluster::noUnprivilegedUser);
      Files.writeString(folder.resolve("run-as"), runAs.name());
      runAs.own(Files.createDirectories(data()));
      var result = initdb(runAs);
      if (result.output().contains("could not look up effective user ID")) {
        // A container's user that has no name; inside a namespace it is called nobody.
        result = initdb(RunAs.UNSHARE);
      }
      if (!result.isSuccess()) {
        FileTrees.delete(data());
        throw notInitialized(result);
      }
    } finally {
      settings.progress().finished();
    }
  }

  private Command.Result initdb(RunAs runAs) throws IOException {
    return command(runAs, "initdb", "-D", data().toString())
        .and("-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C", "--wal-segsize=1")
        .run();
  }

  private boolean tryStart() throws IOException {
    removeStalePidFile();
    var runAs = runAs();
    runAs.own(Files.createDirectories(socketFolder()));
    var words = new ArrayList<String>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      words.add("/usr/bin/setsid");
    }
    words.addAll(command(runAs, "postgres", "-D", data().toString()).words());
    words.addAll(List.of("-k", socketFolder().toString()));
    ServerSettings.of(home.version().major()).forEach(it -> words.addAll(List.of("-c", it)));
    var server = Command.of(words).start(log());
    within(START_TIMEOUT_NANOS, () -> !server.isAlive() || isReadyUnchecked());
    return isReady();
  }

  /// A server that was killed leaves its file behind, and another process may have its number now.
  private void removeStalePidFile() throws IOException {
    if (!processIsAlive()) {
      Files.deleteIfExists(data().resolve("postmaster.pid"));
    }
  }

  private Command command(RunAs runAs, String program, String... arguments) {
    return Command.of(runAs.prefix()).and(home.program(program).toString()).and(arguments);
  }

  private boolean isReadyUnchecked() {
    try {
      return isReady();
    } catch (IOException e) {
      return false;
    }
  }

  private boolean processIsAlive() throws IOException {
    return process().isPresent();
  }

  /// Returns the server's process: the number in its file, if a PostgreSQL has that number.
  private Optional<ProcessHandle> process() throws IOException {
    return pidFileLine(1)
        .filter(it -> it.matches("\\d+"))
        .flatMap(it -> ProcessHandle.of(Long.parseLong(it)))
        .filter(it -> it.info().command().orElse("postgres").contains("postgres"))
        .filter(ProcessHandle::isAlive);
  }

  private Optional<String> pidFileLine(int number) throws IOException {
    var file = data().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Files.readString(file).lines().skip(number - 1L).findFirst().map(String::strip);
  }

  private String lastLineOfLog() throws IOException {
    return Files.exists(log())
        ? Files.readString(log()).lines().reduce((_, last) -> last).orElse("its log is empty")
        : "it wrote no log";
  }

  private static boolean within(long nanos, BooleanSupplier condition) {
    var start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > nanos) {
        return false;
      }
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private static EnvironmentException noUnprivilegedUser() {
    return EnvironmentException.of(
        EmbeddedCode.NO_UNPRIVILEGED_USER,
        "PostgreSQL does not run as root, and neither setpriv, unshare nor runuser can give it"
            + " another user here.",
        "Run Lockstep as an ordinary user, or use a server of yours with `--shadow-url`.");
  }

  private EnvironmentException notInitialized(Command.Result result) throws IOException {
    var problem =
        result
            .output()
            .lines()
            .map(String::strip)
            .filter(it -> it.contains("error:") || it.contains("FATAL:") || it.contains("PANIC:"))
            .findFirst()
            .or(() -> result.output().lines().findFirst())
            .orElse("initdb ended with exit code " + result.exitCode());
    refuseFullDisk(result.output());
    return EnvironmentException.of(
        EmbeddedCode.NOT_STARTED,
        "The embedded PostgreSQL %s could not make its cluster in `%s`: %s."
            .formatted(home.version().number(), data(), problem),
        "A server of yours can be used with `--shadow-url`.");
  }

  /// The server's programs name the reason, and this process never sees it as an exception.
  private static void refuseFullDisk(String said) throws IOException {
    if (said.contains("No space left on device")) {
      throw new IOException("No space left on device");
    }
  }
}
