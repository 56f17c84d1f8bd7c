package lockstep.engine.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.engine.Secret;

/// The address of a database, and who asks. Its `toString` shows no password.
///
/// @param endpoints tried in this order, as libpq does; never empty
/// @param namespace Prisma's `?schema=`
/// @param startupOptions the server's command-line options for this session, libpq's `options`
/// @param connectTimeout for each endpoint
public record ConnectionUrl(
    List<Endpoint> endpoints,
    String user,
    String database,
    Optional<Secret> password,
    Optional<String> namespace,
    Tls tls,
    Optional<String> startupOptions,
    Duration connectTimeout) {

  public static final int DEFAULT_PORT = 5432;
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  public ConnectionUrl {
    endpoints = List.copyOf(endpoints);
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("a connection URL without endpoint");
    }
  }

  /// What a text turned out to be. `reason` is a sentence and names no secret.
  public sealed interface Parsed {
    record Valid(ConnectionUrl url) implements Parsed {}

    record Invalid(String reason) implements Parsed {}
  }

  /// Reads a URL as libpq, Prisma, SQLAlchemy or JDBC write it. Parameters that only tune a pool
  /// are skipped.
  public static Parsed parse(String text, ConnectionDefaults defaults) {
    return ConnectionUrlReader.read(text, defaults);
  }

  /// Reads a URL that is known to be one, without defaults from outside.
  public static ConnectionUrl of(String text) {
    return switch (parse(text, ConnectionDefaults.NONE)) {
      case Parsed.Valid(var url) -> url;
      case Parsed.Invalid(var reason) -> throw new IllegalArgumentException(reason);
    };
  }

  /// The address of a server on this machine that asks for no password.
  ///
  /// @param directory holds the socket
  public static ConnectionUrl ofSocket(Path directory, String user, String database) {
    return new ConnectionUrl(
        List.of(new Endpoint.UnixSocket(directory, DEFAULT_PORT)),
        user,
        database,
        Optional.empty(),
        Optional.empty(),
        new Tls(
            Tls.Mode.DISABLE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        DEFAULT_TIMEOUT);
  }

  /// Returns whether a text is meant as a database's address.
  public static boolean isUrl(String text) {
    return ConnectionUrlReader.isUrl(text);
  }

  public ConnectionUrl withDatabase(String name) {
    return new ConnectionUrl(
        endpoints, user, name, password, namespace, tls, startupOptions, connectTimeout);
  }

  public ConnectionUrl withUser(String name, Optional<Secret> itsPassword) {
    return new ConnectionUrl(
        endpoints, name, database, itsPassword, namespace, tls, startupOptions, connectTimeout);
  }

  /// Returns the address with its password, as libpq reads it: for another program's environment,
  /// never for a message, a file or a command line.
  public String reveal() {
    return write(password.map(it -> ":" + encode(it.reveal())).orElse(""));
  }

  @Override
  public String toString() {
    return write("");
  }

  private String write(String passwordPart) {
    var first = endpoints.getFirst();
    var parameters = new StringBuilder();
    if (first instanceof Endpoint.UnixSocket(var directory, var _)) {
      parameter(parameters, "host", directory.toString());
    }
    namespace.ifPresent(name -> parameter(parameters, "schema", name));
    if (tls.mode() != Tls.Mode.PREFER && first instanceof Endpoint.Tcp) {
      parameter(parameters, "sslmode", tls.mode().word());
    }
    return "postgresql://%s%s@%s/%s%s"
        .formatted(encode(user), passwordPart, authority(), encode(database), parameters);
  }

  private String authority() {
    return endpoints.stream()
        .map(
            it ->
                switch (it) {
                  case Endpoint.Tcp tcp -> tcp.toString();
                  case Endpoint.UnixSocket socket -> "localhost:" + socket.port();
                })
        .collect(Collectors.joining(","));
  }

  private static void parameter(StringBuilder out, String name, String value) {
    out.append(out.isEmpty() ? '?' : '&')
        .append(name)
        .append('=')
        .append(encode(value).replace("%2F", "/"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
