package lockstep.engine.postgres.embedded;

import java.io.IOException;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;

/// A running embedded server and this process's lease of it. The server stops when the last lease
/// in any process is given back, unless it shall be kept.
///
/// A lease is a session: when a process dies, the server sees it go.
public final class EmbeddedServer implements AutoCloseable {
  private static final String LEASE = "lockstep lease";

  private final EmbeddedSettings settings;
  private final Cluster cluster;
  private final Session lease;

  private EmbeddedServer(EmbeddedSettings settings, Cluster cluster, Session lease) {
    this.settings = settings;
    this.cluster = cluster;
    this.lease = lease;
  }

  /// Returns a lease of the server, starting it when it does not run and fetching it when it is not
  /// there.
  public static EmbeddedServer open(EmbeddedSettings settings) {
    try {
      var cluster = cluster(settings);
      try (var _ = cluster.lock()) {
        if (!cluster.isReady()) {
          cluster.start();
        }
        return new EmbeddedServer(settings, cluster, lease(cluster));
      }
    } catch (IOException e) {
      throw Failures.of(settings.cacheFolder(), e);
    }
  }

  /// Returns the superuser's session that is the lease; it is in the database `postgres`.
  public Session session() {
    return lease;
  }

  /// Returns the superuser's address of the database `postgres`.
  public ConnectionUrl url() {
    return lease.url();
  }

  @Override
  public void close() {
    try (var _ = cluster.lock()) {
      var others =
          lease
              .queryOne(
                  "select count(*) from pg_stat_activity where application_name = '"
                      + LEASE
                      + "' and pid <> pg_backend_pid()",
                  row -> row.integer(1))
              .orElseThrow();
      if (others == 0 && !cluster.isKept()) {
        cluster.stop();
      }
    } catch (IOException e) {
      throw Failures.of(settings.cacheFolder(), e);
    } finally {
      lease.close();
    }
  }

  private static Cluster cluster(EmbeddedSettings settings) throws IOException {
    var base = CacheFolder.base(settings.cacheFolder());
    return Cluster.of(base, ServerHome.install(base, settings), settings);
  }

  private static Session lease(Cluster cluster) throws IOException {
    var session = Session.open(cluster.url());
    session.execute("set application_name = '" + LEASE + "'");
    return session;
  }
}
