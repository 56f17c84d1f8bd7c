package lockstep.acceptance.oracle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A PostgreSQL server for the tests, and fresh databases on it.
///
/// The environment variable `LOCKSTEP_TEST_SERVER` names a server by URL
/// (`postgresql://user@host:port/`); its user must be allowed to create databases and extensions.
public final class TestServer {
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

  private static final class Running {
    private static final TestServer SERVER = new TestServer(url());
  }

  private final String url;
  private final String template;
  private final AtomicInteger count = new AtomicInteger();

  private TestServer(String url) {
    this.url = url;
    this.template = "lockstep_acceptance_%d".formatted(ProcessHandle.current().pid());
    makeTemplate();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(template)));
  }

  /// Returns the server of this test run.
  public static TestServer instance() {
    return Running.SERVER;
  }

  /// Returns whether there is a server to test with.
  public static boolean isHere() {
    return named().isPresent();
  }

  /// A database of its own, dropped when closed.
  public final class Scratch implements AutoCloseable {
    private final String name = template + "_" + count.incrementAndGet();

    private Scratch() {
      administer("CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy".formatted(name, template));
    }

    public Connection connect() throws SQLException {
      return DriverManager.getConnection(jdbc(name));
    }

    /// Returns the address as `postgresql://user@host:port/name`.
    public String url() {
      return url + name;
    }

    /// Runs a script as one simple query, so that it is one transaction.
    public void run(String script) throws SQLException {
      try (var connection = connect();
          var statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute(script);
      }
    }

    public Catalog catalog() throws SQLException {
      try (var connection = connect()) {
        return Catalog.read(connection);
      }
    }

    @Override
    public void close() {
      drop(name);
    }
  }

  /// Returns a new database that holds the usual extensions and nothing else.
  public Scratch scratch() {
    return new Scratch();
  }

  private void makeTemplate() {
    drop(template);
    administer("CREATE DATABASE " + template);
    try (var connection = DriverManager.getConnection(jdbc(template));
        var statement = connection.createStatement()) {
      for (var extension : TAKEN_FOR_GRANTED) {
        statement.execute(
            """
            DO $$ BEGIN
              IF EXISTS (SELECT FROM pg_available_extensions WHERE name = '%1$s') THEN
                CREATE EXTENSION "%1$s";
              END IF;
            END $$"""
                .formatted(extension));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no template on the test server", e);
    }
  }

  private void drop(String database) {
    administer("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
  }

  private void administer(String sql) {
    try (var connection = DriverManager.getConnection(jdbc("postgres"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private String jdbc(String database) {
    var address = java.net.URI.create(url);
    return "jdbc:postgresql://%s:%d/%s?user=%s&preferQueryMode=simple"
        .formatted(address.getHost(), address.getPort(), database, address.getUserInfo());
  }

  private static Optional<String> named() {
    return Optional.ofNullable(System.getenv("LOCKSTEP_TEST_SERVER"))
        .map(it -> it.endsWith("/") ? it : it + "/");
  }

  private static String url() {
    return named()
        .orElseThrow(() -> new IllegalStateException("LOCKSTEP_TEST_SERVER names no server"));
  }
}
