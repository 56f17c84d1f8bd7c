package lockstep.engine.postgres;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javax.net.ssl.SSLException;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Secret;
import org.postgresql.Driver;
import org.postgresql.jdbc.PgConnection;

/// Opens connections by the driver, and says in the user's words why one could not be opened.
final class Connector {
  private Connector() {}

  /// Tries the endpoints in turn. An answer from a server, even a refusal, ends the search.
  static PgConnection connect(ConnectionUrl url) {
    var unreachable = new ArrayList<String>();
    SQLException last = null;
    for (var endpoint : url.endpoints()) {
      try {
        return connect(url, endpoint);
      } catch (SQLException e) {
        if (!isUnreachable(e)) {
          throw refused(url, endpoint, e);
        }
        unreachable.add("%s (%s)".formatted(endpoint, reason(e)));
        last = e;
      }
    }
    throw unreachable(url, unreachable, last);
  }

  private static PgConnection connect(ConnectionUrl url, Endpoint endpoint) throws SQLException {
    var properties = properties(url);
    var server =
        switch (endpoint) {
          case Endpoint.Tcp tcp -> {
            properties.setProperty("socketTimeout", patience(url));
            yield tcp.toString();
          }
          case Endpoint.UnixSocket socket -> {
            properties.setProperty("socketFactory", UnixSocketFactory.class.getName());
            properties.setProperty("socketFactoryArg", socket.file().toString());
            properties.setProperty("sslmode", "disable");
            yield "localhost:" + socket.port();
          }
        };
    var database = URLEncoder.encode(url.database(), StandardCharsets.UTF_8);
    var connection =
        (PgConnection)
            new Driver().connect("jdbc:postgresql://" + server + "/" + database, properties);
    // A server must answer a login in time; a statement may take as long as it takes.
    connection.setNetworkTimeout(Runnable::run, 0);
    return connection;
  }

  private static String patience(ConnectionUrl url) {
    return Long.toString(Math.max(1, url.connectTimeout().toSeconds()));
  }

  /// Simple query mode sends a text as it is: the server splits it, and positions fit.
  private static Properties properties(ConnectionUrl url) {
    var properties = new Properties();
    properties.setProperty("user", url.user());
    url.password().map(Secret::reveal).ifPresent(it -> properties.setProperty("password", it));
    properties.setProperty("ApplicationName", "lockstep");
    properties.setProperty("assumeMinServerVersion", "10");
    properties.setProperty("preferQueryMode", "simple");
    properties.setProperty("gssEncMode", "disable");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", patience(url));
    url.startupOptions().ifPresent(it -> properties.setProperty("options", it));
    tls(properties, url.tls());
    return properties;
  }

  private static void tls(Properties properties, Tls tls) {
    properties.setProperty("sslmode", tls.mode().word());
    tls.channelBinding().ifPresent(it -> properties.setProperty("channelBinding", it));
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
    var cause = rootCause(e);
    return !(cause instanceof SSLException)
        && (cause instanceof IOException || "08001".equals(e.getSQLState()));
  }

  private static EnvironmentException unreachable(
      ConnectionUrl url, List<String> tried, SQLException cause) {
    var fact =
        "No PostgreSQL server answers at %s; tried as user `%s` for database `%s`, TLS %s."
            .formatted(
                String.join(", ", tried), url.user(), url.database(), url.tls().mode().word());
    return new EnvironmentException(
        Diagnostic.of(PostgresCode.UNREACHABLE, fact)
            .withAdvice("Start the server, or correct host and port in the database URL."),
        cause);
  }

  private static EnvironmentException refused(
      ConnectionUrl url, Endpoint endpoint, SQLException e) {
    var tried =
        "%s as user `%s`, database `%s`, TLS %s"
            .formatted(endpoint, url.user(), url.database(), url.tls().mode().word());
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    var diagnostic =
        switch (state) {
          case "28P01" -> wrongPassword(tried, url);
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

  private static Diagnostic wrongPassword(String tried, ConnectionUrl url) {
    return Diagnostic.of(
            PostgresCode.WRONG_PASSWORD,
            url.password().isPresent()
                ? "The server refused the password; tried %s.".formatted(tried)
                : "The server asks for a password and none was given; tried %s.".formatted(tried))
        .withAdvice("Correct the password in the database URL, or set PGPASSWORD.");
  }

  private static Diagnostic other(String tried, SQLException e) {
    if (rootCause(e) instanceof SSLException || firstLine(e).contains("SSL")) {
      return Diagnostic.of(
              PostgresCode.TLS_FAILED,
              "TLS could not be agreed: %s; tried %s.".formatted(firstLine(e), tried))
          .withAdvice("Check `sslmode` and `sslrootcert` in the database URL.");
    }
    if (firstLine(e).contains("no password was provided")) {
      return Diagnostic.of(
              PostgresCode.WRONG_PASSWORD,
              "The server asks for a password and none was given; tried %s.".formatted(tried))
          .withAdvice("Put the password into the database URL, or set PGPASSWORD.");
    }
    return Diagnostic.of(
        PostgresCode.CONNECTION_FAILED,
        "The connection failed: %s; tried %s.".formatted(firstLine(e), tried));
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
