package lockstep.engine.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.engine.Secret;
import lockstep.schema.Identifier;
import lockstep.schema.Schema;

/// The address of a database, and who asks. Its `toString` shows no password.
///
/// @param endpoints tried in this order, as libpq does; never empty
/// @param namespace Prisma's `?schema=`
public record ConnectionUrl(
    List<Endpoint> endpoints,
    Login login,
    String database,
    Optional<String> namespace,
    Tls tls,
    SessionSettings session) {

  public static final int DEFAULT_PORT = 5432;

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

  /// Reads a URL as libpq, Prisma, SQLAlchemy or JDBC write it, or libpq's `host=… dbname=…`.
  /// Parameters that only tune a pool are skipped.
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
        Login.of(user),
        database,
        Optional.empty(),
        Tls.of(Tls.Mode.DISABLE),
        SessionSettings.DEFAULT);
  }

  /// Returns whether a text is meant as a database's address.
  public static boolean isUrl(String text) {
    return ConnectionUrlReader.isUrl(text);
  }

  public String user() {
    return login.user();
  }

  /// Returns the namespace that unqualified names mean here.
  public Identifier home() {
    return namespace.map(Identifier::of).orElse(Schema.DEFAULT_NAMESPACE);
  }

  public ConnectionUrl withDatabase(String name) {
    return new ConnectionUrl(endpoints, login, name, namespace, tls, session);
  }

  public ConnectionUrl withUser(String name, Optional<Secret> itsPassword) {
    return new ConnectionUrl(
        endpoints, login.withUser(name, itsPassword), database, namespace, tls, session);
  }

  /// Returns the same address, of which one namespace is meant.
  public ConnectionUrl withNamespace(String name) {
    return new ConnectionUrl(endpoints, login, database, Optional.of(name), tls, session);
  }

  /// Returns the same address as other programs than Prisma read it.
  public ConnectionUrl withoutNamespace() {
    return new ConnectionUrl(endpoints, login, database, Optional.empty(), tls, session);
  }

  /// Returns the address with its password, as libpq reads it: for another program's environment,
  /// never for a message, a file or a command line.
  public String reveal() {
    return write(password().map(it -> ":" + encode(it.reveal())).orElse(""));
  }

  /// Returns the password for the first endpoint, from wherever it is.
  public Optional<Secret> password() {
    return login.passwordFor(endpoints.getFirst(), database);
  }

  @Override
  public String toString() {
    return write("");
  }

  private String write(String passwordPart) {
    var parameters = new StringBuilder();
    var areAllTcp = endpoints.stream().allMatch(Endpoint.Tcp.class::isInstance);
    if (!areAllTcp) {
      parameter(parameters, "host", joined(ConnectionUrl::host));
      if (endpoints.size() > 1) {
        parameter(parameters, "port", joined(it -> Integer.toString(it.port())));
      }
    }
    if (endpoints.stream().anyMatch(it -> !address(it).isEmpty())) {
      parameter(parameters, "hostaddr", joined(ConnectionUrl::address));
    }
    namespace.ifPresent(name -> parameter(parameters, "schema", name));
    if (tls.mode() != Tls.Mode.PREFER && endpoints.getFirst() instanceof Endpoint.Tcp) {
      parameter(parameters, "sslmode", tls.mode().word());
    }
    if (session.target() != SessionSettings.Target.ANY) {
      parameter(parameters, "target_session_attrs", session.target().word());
    }
    return "postgresql://%s%s@%s/%s%s"
        .formatted(
            encode(user()), passwordPart, authority(areAllTcp), encode(database), parameters);
  }

  private String authority(boolean areAllTcp) {
    if (areAllTcp) {
      return joined(Endpoint::toString);
    }
    return endpoints.size() == 1 ? "localhost:" + endpoints.getFirst().port() : "";
  }

  private static String host(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Tcp tcp -> tcp.host();
      case Endpoint.UnixSocket socket -> socket.directory().toString();
    };
  }

  private static String address(Endpoint endpoint) {
    return endpoint instanceof Endpoint.Tcp tcp ? tcp.address().orElse("") : "";
  }

  private String joined(Function<Endpoint, String> part) {
    return endpoints.stream().map(part).collect(Collectors.joining(","));
  }

  private static void parameter(StringBuilder out, String name, String value) {
    out.append(out.isEmpty() ? '?' : '&')
        .append(name)
        .append('=')
        .append(encode(value).replace("%2F", "/").replace("%2C", ","));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
