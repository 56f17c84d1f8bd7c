package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;

/// A running embedded server and this process's lease of it. The server stops when the last lease
/// in any process is given back, unless it shall be kept.
///
/// A lease is a session: when a process dies, the server sees it go.
public final class EmbeddedServer implements AutoCloseable {
  /// The role that owns shadow databases: it can neither make roles nor read files.
  public static final String ROLE = Furnishing.ROLE;

  private static final String LEASE = "lockstep lease";

  private final EmbeddedSettings settings;
  private final Cluster cluster;
  private final Session lease;
  private final Thread whenKilled = new Thread(this::leaveInHaste);

  private EmbeddedServer(EmbeddedSettings settings, Cluster cluster, Session lease) {
    this.settings = settings;
    this.cluster = cluster;
    this.lease = lease;
    Runtime.getRuntime().addShutdownHook(whenKilled);
  }

  /// Returns a lease of the server, starting it when it does not run and fetching it when it is not
  /// there.
  public static EmbeddedServer open(EmbeddedSettings settings) {
    return inCache(
        settings,
        () -> {
          var cluster = cluster(settings);
          try (var _ = cluster.lock()) {
            return new EmbeddedServer(settings, cluster, leaseOrStart(cluster));
          }
        });
  }

  /// Starts the server and lets it run until [#stop] is called.
  ///
  /// @return the superuser's address
  public static ConnectionUrl startAndKeep(EmbeddedSettings settings) {
    return inCache(
        settings,
        () -> {
          var cluster = cluster(settings);
          try (var _ = cluster.lock()) {
            leaseOrStart(cluster).close();
            cluster.keep();
            return cluster.url();
          }
        });
  }

  /// Stops the server, whoever uses it; returns whether it ran.
  public static boolean stop(EmbeddedSettings settings) {
    return inCache(
        settings,
        () -> {
          var cluster = existing(settings);
          if (cluster.isEmpty()) {
            return false;
          }
          try (var _ = cluster.get().lock()) {
            cluster.get().doNotKeep();
            var ran = cluster.get().isReady();
            cluster.get().stop();
            return ran;
          }
        });
  }

  /// Returns whether the server's programs have been fetched before. Fetches nothing.
  public static boolean isFetched(EmbeddedSettings settings) {
    return inCache(
        settings,
        () ->
            Files.isDirectory(settings.cacheFolder())
                && ServerHome.isInstalled(CacheFolder.base(settings.cacheFolder()), settings));
  }

  /// Returns the superuser's address while the server runs. Starts nothing.
  public static Optional<ConnectionUrl> running(EmbeddedSettings settings) {
    return inCache(
        settings,
        () -> {
          var cluster = existing(settings);
          return cluster.isPresent() && cluster.get().isReady()
              ? Optional.of(cluster.get().url())
              : Optional.empty();
        });
  }

  /// Adds the extensions whose files lie below a folder, built for this major version, and returns
  /// their names.
  public static List<String> addExtensions(EmbeddedSettings settings, Path source) {
    return inCache(
        settings,
        () -> {
          var base = CacheFolder.base(settings.cacheFolder());
          return ServerHome.install(base, settings).addExtensions(source);
        });
  }

  /// Returns the superuser's session that is the lease; it is in the database `postgres`.
  public Session session() {
    return lease;
  }

  /// Returns the superuser's address of the database `postgres`.
  public ConnectionUrl url() {
    return lease.url();
  }

  /// Returns what to say after `create database` so that it lives where it is made fastest.
  public String placement() {
    var hasMemory = "select from pg_tablespace where spcname = '" + Furnishing.MEMORY + "'";
    return lease.queryOne(hasMemory, _ -> " tablespace " + Furnishing.MEMORY).orElse("");
  }

  /// Fetches an extension that the server has not, where a build of it is known; returns whether
  /// the server has it now.
  public boolean provide(String extension) {
    return inCache(settings, () -> cluster.home().provide(extension, settings));
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(whenKilled);
    } catch (IllegalStateException e) {
      return; // The hook is giving the lease back at this moment.
    }
    inCache(
        settings,
        () -> {
          // The next process to hold the lock must not see this lease any more.
          try (var _ = cluster.lock();
              lease) {
            if (lease.isAlive()) {
              stopIfUnused(lease);
            }
            return true;
          }
        });
  }

  /// Ends the lease while the process is being ended from outside, whatever the lease's session is
  /// busy with.
  private void leaveInHaste() {
    inCache(
        settings,
        () -> {
          try (var _ = cluster.lock();
              var other = Session.open(cluster.url())) {
            other.execute("select pg_terminate_backend(" + lease.serverProcess() + ")");
            stopIfUnused(other);
            return true;
          }
        });
  }

  private void stopIfUnused(Session asked) throws IOException {
    var others =
        "select count(*) from pg_stat_activity where application_name = '%s' and pid <> %d"
            .formatted(LEASE, lease.serverProcess());
    if (!cluster.isKept() && asked.queryOne(others, it -> it.integer(1)).equals(Optional.of(0))) {
      cluster.stop();
    }
  }

  private static Cluster cluster(EmbeddedSettings settings) throws IOException {
    var base = CacheFolder.base(settings.cacheFolder());
    return Cluster.of(base, ServerHome.install(base, settings), settings);
  }

  /// Returns the cluster where server and data are there already.
  private static Optional<Cluster> existing(EmbeddedSettings settings) throws IOException {
    if (!Files.isDirectory(settings.cacheFolder())) {
      return Optional.empty();
    }
    var base = CacheFolder.base(settings.cacheFolder());
    return ServerHome.isInstalled(base, settings)
        ? Optional.of(cluster(settings))
        : Optional.empty();
  }

  private static Session leaseOrStart(Cluster cluster) throws IOException {
    if (cluster.isReady()) {
      try {
        return lease(cluster);
      } catch (EnvironmentException e) {
        // Its files say that it runs, and it does not: it was killed, or is being stopped.
        cluster.stop();
      }
    }
    cluster.start();
    try {
      var lease = lease(cluster);
      Furnishing.furnish(lease, cluster);
      return lease;
    } catch (IOException | RuntimeException e) {
      // Nobody else would.
      cluster.stop();
      throw e;
    }
  }

  private static Session lease(Cluster cluster) throws IOException {
    var session = Session.open(cluster.url());
    session.execute("set application_name = '" + LEASE + "'");
    return session;
  }

  private static <T> T inCache(EmbeddedSettings settings, Action<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw Failures.of(settings.cacheFolder(), e);
    }
  }

  private interface Action<T> {
    T run() throws IOException;
  }
}
