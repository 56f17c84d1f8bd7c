package lockstep.acceptance.oracle;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Endpoint;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.postgres.embedded.EmbeddedServer;
import lockstep.engine.testing.TestServer;

/// A PostgreSQL server for the whole test run, and fresh databases on it.
///
/// It is the embedded one, unless the environment variable `LOCKSTEP_TEST_SERVER` names another by
/// URL, whose user may create databases and extensions. Every database here is dropped again.
public final class ScratchServer {
  /// Extensions that real schemas take for granted; created where the server has them.
  private static final List<String> TAKEN_FOR_GRANTED =
      List.of(
          "uuid-ossp",
          "pgcrypto",
          "citext",
          "pg_trgm",
          "btree_gin",
          "btree_gist",
          "hstore",
          "ltree",
          "vector");

  private static final String PREFIX = "lockstep_acceptance_";

  private static final class Running {
    private static final ScratchServer SERVER = open();
  }

  private final ConnectionUrl base;
  private final String placement;
  private final String template = PREFIX + ProcessHandle.current().pid();
  private final String strategy;
  private final AtomicInteger count = new AtomicInteger();

  private ScratchServer(ConnectionUrl base, String placement) {
    this.base = base;
    this.placement = placement;
    try (var session = Session.open(base)) {
      strategy = session.serverVersion() >= 150_000 ? " STRATEGY file_copy" : "";
    }
    dropAbandoned();
    makeTemplate();
  }

  /// Returns the server of this test run, started if need be.
  public static ScratchServer instance() {
    return Running.SERVER;
  }

  /// Returns a new database that holds the usual extensions and nothing else.
  public Scratch scratch() {
    return new Scratch(template);
  }

  /// Returns a new database that holds no extension.
  public Scratch plain() {
    return new Scratch("template0");
  }

  /// A database of its own, dropped when closed.
  public final class Scratch implements AutoCloseable {
    private final String name;

    private Scratch(String model) {
      this.name = template + "_" + count.incrementAndGet();
      administer("CREATE DATABASE %s TEMPLATE %s%s%s".formatted(name, model, strategy, placement));
    }

    public ConnectionUrl url() {
      return base.withDatabase(name);
    }

    /// Returns the address as SQLAlchemy reads it.
    ///
    /// @param driver as in `psycopg` or `asyncpg`
    public String sqlAlchemyUrl(String driver) {
      var place =
          switch (base.endpoints().getFirst()) {
            case Endpoint.Tcp tcp -> "%s:%d/%s".formatted(tcp.host(), tcp.port(), name);
            case Endpoint.UnixSocket socket ->
                "/%s?host=%s&port=%d".formatted(name, socket.directory(), socket.port());
          };
      return "postgresql+%s://%s@%s".formatted(driver, base.user(), place);
    }

    /// Runs a script in one transaction; returns what the server objected to.
    public Optional<SqlError> run(String script) {
      try (var session = Session.open(url())) {
        return session.tryExecute(script);
      }
    }

    public Catalog catalog() {
      try (var session = Session.open(url())) {
        return Catalog.read(session);
      }
    }

    /// Returns another database that holds the same; nobody may be connected to this one.
    public Scratch copy() {
      return new Scratch(name);
    }

    /// Returns a way to try many scripts one after the other.
    public Trial trial() {
      return new Trial(Session.open(url()));
    }

    @Override
    public void close() {
      drop(name);
    }
  }

  /// Scripts that are run and taken back.
  public static final class Trial implements AutoCloseable {
    private final Session session;

    private Trial(Session session) {
      this.session = session;
    }

    /// Returns whether the server runs a script; nothing of it stays.
    public boolean accepts(String script) {
      session.execute("BEGIN");
      var refusal = session.tryExecute(script);
      session.execute("ROLLBACK");
      return refusal.isEmpty();
    }

    @Override
    public void close() {
      session.close();
    }
  }

  private void makeTemplate() {
    drop(template);
    administer("CREATE DATABASE " + template + placement);
    try (var session = Session.open(base.withDatabase(template))) {
      for (var extension : TAKEN_FOR_GRANTED) {
        session.execute(
            """
            DO $$ BEGIN
              IF EXISTS (SELECT FROM pg_available_extensions WHERE name = '%1$s') THEN
                CREATE EXTENSION "%1$s";
              END IF;
            END $$"""
                .formatted(extension));
      }
    }
  }

  /// A test run that has ended leaves its template behind, and one that was killed more than that.
  private void dropAbandoned() {
    try (var session = Session.open(base)) {
      var find = "SELECT datname FROM pg_database WHERE datname LIKE '" + PREFIX + "%'";
      session.query(find, row -> row.text(1)).stream()
          .filter(it -> !isOfLiveProcess(it))
          .forEach(this::drop);
    }
  }

  private static boolean isOfLiveProcess(String database) {
    var pid = Long.parseLong(database.substring(PREFIX.length()).replaceFirst("_.*", ""));
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private void drop(String database) {
    administer("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
  }

  private void administer(String sql) {
    try (var session = Session.open(base)) {
      session.execute(sql);
    }
  }

  private static ScratchServer open() {
    var named =
        Optional.ofNullable(System.getenv("LOCKSTEP_TEST_SERVER")).filter(it -> !it.isBlank());
    return named
        .map(it -> new ScratchServer(ConnectionUrl.of(it), ""))
        .orElseGet(ScratchServer::embedded);
  }

  /// The lease of the embedded server ends with this process.
  private static ScratchServer embedded() {
    var server = EmbeddedServer.open(TestServer.settings());
    server.provide("vector");
    return new ScratchServer(server.url(), server.placement());
  }
}
