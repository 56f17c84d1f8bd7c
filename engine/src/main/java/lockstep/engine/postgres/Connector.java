package lockstep.engine.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLException;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Secret;
import lockstep.engine.postgres.SessionSettings.Target;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;

/// Opens connections by the driver, and says in the user's words why one could not be opened.
final class Connector {
  /// The driver writes to the terminal what it also throws.
  private static final Logger OF_DRIVER = Logger.getLogger("org.postgresql");

  private Connector() {}

  /// Tries the endpoints in turn. An answer from a server, even a refusal, ends the search; one
  /// that is not what was asked for, or is only starting, does not where there are others.
  static PgConnection connect(ConnectionUrl url) {
    var search = new Search(url);
    var found = search.run(url.session().target());
    if (found.isEmpty() && url.session().target() == Target.PREFER_STANDBY && search.isRefused()) {
      found = search.run(Target.ANY);
    }
    return found.orElseThrow(search::failure);
  }

  /// One walk along the endpoints, and what became of those that would not do.
  private static final class Search {
    private final ConnectionUrl url;
    private final List<String> tried = new ArrayList<>();
    private Optional<SQLException> last = Optional.empty();
    private boolean isRefused;

    Search(ConnectionUrl url) {
      this.url = url;
    }

    /// Returns whether a server answered that is of the wrong kind.
    boolean isRefused() {
      return isRefused;
    }

    Optional<PgConnection> run(Target target) {
      tried.clear();
      for (var endpoint : url.endpoints()) {
        for (var address : addresses(endpoint)) {
          var found = attempt(endpoint, address, target);
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    }

    /// A name may stand for several addresses; the empty text stands for the one of a socket.
    private List<String> addresses(Endpoint endpoint) {
      if (!(endpoint instanceof Endpoint.Tcp tcp)) {
        return List.of("");
      }
      try {
        return Arrays.stream(InetAddress.getAllByName(tcp.address().orElse(tcp.host())))
            .map(InetAddress::getHostAddress)
            .toList();
      } catch (UnknownHostException e) {
        note(endpoint + " (no such host)");
        return List.of();
      }
    }

    private Optional<PgConnection> attempt(Endpoint endpoint, String address, Target target) {
      try {
        var connection = open(url, endpoint, address);
        var unfit = unfit(connection, target);
        if (unfit.isEmpty()) {
          return Optional.of(connection);
        }
        connection.close();
        isRefused = true;
        note("%s (%s)".formatted(endpoint, unfit.get()));
      } catch (SQLException e) {
        if (!isUnreachable(e) && !(isStarting(e) && url.endpoints().size() > 1)) {
          throw refused(url, endpoint, e);
        }
        last = Optional.of(e);
        note("%s (%s)".formatted(endpoint, reason(e)));
      }
      return Optional.empty();
    }

    private void note(String what) {
      if (!tried.contains(what)) {
        tried.add(what);
      }
    }

    EnvironmentException failure() {
      var whom =
          "tried as user `%s` for database `%s`, TLS %s"
              .formatted(url.user(), url.database(), url.tls().mode().word());
      var where = String.join(", ", tried);
      var diagnostic =
          isRefused
              ? Diagnostic.of(
                      PostgresCode.NO_FITTING_SERVER,
                      "No server is `%s` at %s; %s."
                          .formatted(url.session().target().word(), where, whom))
                  .withAdvice("Correct the hosts, or ask for less by `target_session_attrs`.")
              : Diagnostic.of(
                      PostgresCode.UNREACHABLE,
                      "No PostgreSQL server answers at %s; %s.".formatted(where, whom))
                  .withAdvice("Start the server, or correct host and port in the database URL.");
      return last.map(it -> new EnvironmentException(diagnostic, it))
          .orElseGet(() -> new EnvironmentException(diagnostic));
    }
  }

  /// Says what a server is in place of what was asked for; empty where it will do.
  private static Optional<String> unfit(PgConnection connection, Target target)
      throws SQLException {
    return switch (target) {
      case ANY -> Optional.empty();
      case READ_WRITE -> says(connection, "show transaction_read_only", "on", "read-only");
      case READ_ONLY -> says(connection, "show transaction_read_only", "off", "read-write");
      case PRIMARY -> says(connection, "select pg_is_in_recovery()", "t", "a standby");
      case STANDBY, PREFER_STANDBY ->
          says(connection, "select pg_is_in_recovery()", "f", "a primary");
    };
  }

  private static Optional<String> says(
      PgConnection connection, String query, String wrong, String meaning) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1).equals(wrong) ? Optional.of(meaning) : Optional.empty();
    }
  }

  /// @param address where the name of the endpoint leads
  private static PgConnection open(ConnectionUrl url, Endpoint endpoint, String address)
      throws SQLException {
    var properties = properties(url);
    url.login()
        .passwordFor(endpoint, url.database())
        .map(Secret::reveal)
        .ifPresent(it -> properties.setProperty("password", it));
    var host =
        switch (endpoint) {
          case Endpoint.Tcp tcp -> {
            properties.setProperty("socketTimeout", patience(url));
            properties.setProperty("socketFactory", AddressSocketFactory.class.getName());
            properties.setProperty("socketFactoryArg", address);
            yield tcp.host();
          }
          case Endpoint.UnixSocket socket -> {
            properties.setProperty("socketFactory", UnixSocketFactory.class.getName());
            properties.setProperty("socketFactoryArg", socket.file().toString());
            properties.setProperty("sslmode", "disable");
            properties.remove("sslNegotiation");
            yield "localhost";
          }
        };
    // Not by the driver's own front door, which would look for services and passwords by itself.
    var connection =
        new PgConnection(
            new HostSpec[] {new HostSpec(host, endpoint.port())}, properties, "jdbc:postgresql:");
    // A server must answer a login in time; a statement may take as long as it takes.
    connection.setNetworkTimeout(Runnable::run, 0);
    return connection;
  }

  private static String patience(ConnectionUrl url) {
    return Long.toString(Math.max(1, url.session().connectTimeout().toSeconds()));
  }

  /// Simple query mode sends a text as it is: the server splits it, and positions fit.
  private static Properties properties(ConnectionUrl url) {
    var properties = new Properties();
    properties.setProperty("user", url.user());
    properties.setProperty("PGDBNAME", url.database());
    properties.setProperty("ApplicationName", url.session().applicationName());
    properties.setProperty("assumeMinServerVersion", "10");
    properties.setProperty("preferQueryMode", "simple");
    properties.setProperty("gssEncMode", "disable");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", patience(url));
    url.login().requiredMethods().ifPresent(it -> properties.setProperty("requireAuth", it));
    url.session().options().ifPresent(it -> properties.setProperty("options", it));
    tls(properties, url.tls());
    return properties;
  }

  private static void tls(Properties properties, Tls tls) {
    if (tls.mode() == Tls.Mode.VERIFY_FULL) {
      OF_DRIVER.setLevel(Level.OFF);
    }
    properties.setProperty("sslmode", tls.mode().word());
    tls.channelBinding().ifPresent(it -> properties.setProperty("channelBinding", it));
    tls.negotiation().ifPresent(it -> properties.setProperty("sslNegotiation", it));
    tls.keyPassword().ifPresent(it -> properties.setProperty("sslpassword", it.reveal()));
    tls.certificate().ifPresent(it -> properties.setProperty("sslcert", it));
    tls.key().ifPresent(it -> properties.setProperty("sslkey", it));
    tls.rootCertificate()
        .ifPresent(
            it -> {
              if (it.equals("system")) {
                properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
              } else {
                properties.setProperty("sslrootcert", it);
              }
            });
  }

  private static boolean isUnreachable(SQLException e) {
    return !isAboutTls(e)
        && (rootCause(e) instanceof IOException || "08001".equals(e.getSQLState()));
  }

  /// The driver gives these no state of their own.
  private static boolean isAboutTls(SQLException e) {
    return rootCause(e) instanceof SSLException
        || firstLine(e).contains("SSL")
        || firstLine(e).contains("hostnameverifier");
  }

  private static boolean isStarting(SQLException e) {
    return "57P03".equals(e.getSQLState());
  }

  private static EnvironmentException refused(
      ConnectionUrl url, Endpoint endpoint, SQLException e) {
    var tried =
        "%s as user `%s`, database `%s`, TLS %s"
            .formatted(endpoint, url.user(), url.database(), url.tls().mode().word());
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    var diagnostic =
        switch (isPasswordMissing(e) ? "28P01" : state) {
          case "28P01" -> wrongPassword(tried, url, endpoint);
          case "3D000" ->
              Diagnostic.of(
                      PostgresCode.NO_SUCH_DATABASE,
                      "The server has no database `%s`; tried %s.".formatted(url.database(), tried))
                  .withAdvice("Create it, or correct the name in the database URL.");
          case "28000" ->
              Diagnostic.of(
                      PostgresCode.LOGIN_REFUSED,
                      "The server refused the login: %s; tried %s.".formatted(firstLine(e), tried))
                  .withAdvice("Check the user, the server's `pg_hba.conf`, and `sslmode`.");
          case "42501" ->
              Diagnostic.of(
                      PostgresCode.LOGIN_REFUSED,
                      "The user may not connect: %s; tried %s.".formatted(firstLine(e), tried))
                  .withAdvice("Grant CONNECT on the database, or use another user.");
          case "53300", "57P03" ->
              Diagnostic.of(
                      PostgresCode.NO_FREE_CONNECTION,
                      "The server takes no connection now: %s; tried %s."
                          .formatted(firstLine(e), tried))
                  .withAdvice("Try again later, or close other connections.");
          default -> other(tried, e);
        };
    return new EnvironmentException(diagnostic, e);
  }

  private static Diagnostic wrongPassword(String tried, ConnectionUrl url, Endpoint endpoint) {
    var login = url.login();
    if (login.password().isPresent()) {
      return Diagnostic.of(
              PostgresCode.WRONG_PASSWORD,
              "The server refused the password; tried %s.".formatted(tried))
          .withAdvice(
              "Correct the password in the database URL; where none stands there, its service or"
                  + " PGPASSWORD gave it.");
    }
    if (login.passwordFor(endpoint, url.database()).isPresent()) {
      return Diagnostic.of(
              PostgresCode.WRONG_PASSWORD,
              "The server refused the password that `%s` has; tried %s."
                  .formatted(login.passwordFile().file(), tried))
          .withAdvice("Correct the first line there that fits host, port, database and user.");
    }
    return Diagnostic.of(
            PostgresCode.WRONG_PASSWORD,
            "The server asks for a password and none was given; tried %s.".formatted(tried))
        .withAdvice(
            login.passwordFile().access() == PasswordFile.Access.OPEN_TO_OTHERS
                ? "`%s` is not used while others may read it: run `chmod 600` on it."
                    .formatted(login.passwordFile().file())
                : "Put the password into the database URL or `~/.pgpass`, or set PGPASSWORD.");
  }

  private static Diagnostic other(String tried, SQLException e) {
    if (isAboutTls(e)) {
      return Diagnostic.of(
              PostgresCode.TLS_FAILED,
              "TLS could not be agreed: %s; tried %s.".formatted(firstLine(e), tried))
          .withAdvice("Check `sslmode` and `sslrootcert` in the database URL.");
    }
    if (firstLine(e).contains("requireAuth")) {
      return Diagnostic.of(
              PostgresCode.LOGIN_REFUSED,
              "The server asks for the password in another way than `require_auth` allows; tried %s."
                  .formatted(tried))
          .withAdvice("Check that this is the right server, then `require_auth`.");
    }
    return Diagnostic.of(
            PostgresCode.CONNECTION_FAILED,
            "The connection failed: %s; tried %s.".formatted(firstLine(e), tried))
        .withAdvice("Look whether the port is PostgreSQL's own, and into the server's log.");
  }

  private static boolean isPasswordMissing(SQLException e) {
    return firstLine(e).contains("no password was provided");
  }

  private static String reason(SQLException e) {
    return switch (rootCause(e)) {
      case UnknownHostException _ -> "no such host";
      case SocketTimeoutException _ -> "no answer in time";
      case Throwable it -> firstLine(it).toLowerCase(Locale.ROOT);
    };
  }

  static String firstLine(Throwable e) {
    var message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    var line = message.lines().findFirst().orElse("").replaceAll("[.;\\s]+$", "").strip();
    return line.startsWith("FATAL: ") ? line.substring("FATAL: ".length()) : line;
  }

  private static Throwable rootCause(Throwable e) {
    var cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }
}
