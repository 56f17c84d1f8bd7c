package lockstep.engine.postgres;

import java.util.concurrent.ThreadLocalRandom;
import lockstep.engine.postgres.embedded.EmbeddedServer;

/// A server to try things on: makes databases that are dropped again, and touches no other.
public final class Shadow implements AutoCloseable {
  /// How the name of every shadow database begins.
  public static final String PREFIX = "lockstep_shadow_";

  private final Session session;
  private final Runnable release;
  private final int version;

  private Shadow(Session session, Runnable release) {
    this.session = session;
    this.release = release;
    this.version = session.serverVersion();
  }

  /// Opens the server that the settings name.
  public static Shadow open(ShadowSettings settings) {
    return switch (settings) {
      case ShadowSettings.Embedded(var embedded) -> {
        var server = EmbeddedServer.open(embedded);
        yield new Shadow(server.session(), server::close);
      }
      case ShadowSettings.Server(var url) -> {
        var session = Session.open(url);
        yield new Shadow(session, session::close);
      }
    };
  }

  /// Makes an empty database.
  public ShadowDatabase create() {
    var name = PREFIX + Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, 36);
    var strategy = version >= 150_000 ? " strategy file_copy" : "";
    session.execute("create database " + name + " template template0" + strategy);
    return new ShadowDatabase(this, session.url().withDatabase(name));
  }

  /// Returns the server's version as `server_version_num` has it: 180006 is 18.6.
  public int serverVersion() {
    return version;
  }

  void drop(String name) {
    if (!name.startsWith(PREFIX)) {
      throw new IllegalArgumentException("not a shadow database: " + name);
    }
    session.execute("drop database if exists " + name);
  }

  @Override
  public void close() {
    release.run();
  }
}
