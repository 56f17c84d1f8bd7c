package lockstep.engine.postgres;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.engine.Secret;

/// Makes a connection of its parameters. What was written counts first, then the service, then the
/// variables, then what is usual, as in libpq.
final class ConnectionBuilder {
  private final ConnectionParameters parameters;
  private final ConnectionDefaults defaults;

  private ConnectionBuilder(ConnectionParameters parameters, ConnectionDefaults defaults) {
    this.parameters = parameters;
    this.defaults = defaults;
  }

  static ConnectionUrl build(ConnectionParameters parameters, ConnectionDefaults defaults) {
    var service =
        parameters
            .get("service")
            .or(() -> Optional.ofNullable(defaults.values().get("service")))
            .map(it -> ServiceFile.find(serviceFiles(parameters, defaults), it));
    service.ifPresent(parameters::fill);
    parameters.fill(defaults.values());
    return new ConnectionBuilder(parameters, defaults).build();
  }

  private static List<Path> serviceFiles(
      ConnectionParameters parameters, ConnectionDefaults defaults) {
    return parameters
        .get("servicefile")
        .map(it -> List.of(path(it)))
        .orElse(defaults.serviceFiles());
  }

  private ConnectionUrl build() {
    var login = login();
    return new ConnectionUrl(
        endpoints(),
        login,
        get("dbname").orElse(login.user()),
        get("schema"),
        tls(),
        new SessionSettings(
            get("application_name")
                .or(() -> get("fallback_application_name"))
                .orElse(SessionSettings.DEFAULT.applicationName()),
            get("options"),
            target(),
            get("connect_timeout")
                .map(ConnectionBuilder::timeout)
                .orElse(SessionSettings.DEFAULT_TIMEOUT)));
  }

  private Login login() {
    var password = get("password").map(Secret::new);
    var file =
        password.isPresent()
            ? Optional.<Path>empty()
            : get("passfile").map(ConnectionBuilder::path).or(defaults::passwordFile);
    return new Login(
        get("user").orElse("postgres"),
        password,
        file.map(PasswordFile::read).orElse(PasswordFile.NONE),
        get("require_auth"));
  }

  private List<Endpoint> endpoints() {
    var addresses = list("hostaddr");
    var hosts = get("host").isPresent() || addresses.isEmpty() ? hosts() : addresses;
    var ports = list("port");
    if (ports.size() > 1 && ports.size() != hosts.size()) {
      throw new MalformedConnection(
          "The database URL names %d hosts but %d ports.".formatted(hosts.size(), ports.size()));
    }
    if (!addresses.isEmpty() && addresses.size() != hosts.size()) {
      throw new MalformedConnection(
          "The database URL names %d hosts but %d addresses in `hostaddr`."
              .formatted(hosts.size(), addresses.size()));
    }
    var endpoints = new ArrayList<Endpoint>();
    for (var i = 0; i < hosts.size(); i++) {
      var port = ports.isEmpty() ? "" : ports.get(ports.size() == 1 ? 0 : i);
      var address = addresses.isEmpty() ? "" : addresses.get(i);
      endpoints.add(endpoint(hosts.get(i), address, port(port)));
    }
    return endpoints;
  }

  private List<String> list(String name) {
    return get(name).map(it -> List.of(it.split(",", -1))).orElse(List.of());
  }

  /// Without a host, a server on this machine is meant: the one behind the usual socket, else the
  /// one that listens on the network.
  private List<String> hosts() {
    var named = list("host");
    if (!named.isEmpty()) {
      return named;
    }
    var port = port(get("port").filter(it -> !it.contains(",")).orElse(""));
    return defaults.socketFolders().stream()
        .filter(it -> Files.exists(new Endpoint.UnixSocket(it, port).file()))
        .findFirst()
        .map(it -> List.of(it.toString()))
        .orElse(List.of("localhost"));
  }

  private static Endpoint endpoint(String host, String address, int port) {
    if (!address.isEmpty()) {
      return new Endpoint.Tcp(host.isEmpty() ? address : host, port, Optional.of(address));
    }
    return host.startsWith("/")
        ? new Endpoint.UnixSocket(path(host), port)
        : new Endpoint.Tcp(host.isEmpty() ? "localhost" : host, port);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new MalformedConnection("`" + text + "` in the database URL is no file's name.");
    }
  }

  private static int port(String text) {
    if (text.isEmpty()) {
      return ConnectionUrl.DEFAULT_PORT;
    }
    if (text.length() <= 5 && text.chars().allMatch(it -> it >= '0' && it <= '9')) {
      var port = Integer.parseInt(text);
      if (port > 0 && port < 65_536) {
        return port;
      }
    }
    // What stands here may be a part of a password, so it is not repeated.
    throw new MalformedConnection(
        "The port in the database URL is no number from 1 to 65535; in a user or password, write"
            + " `/` as `%2F`, `?` as `%3F`, `#` as `%23`, `@` as `%40`, `:` as `%3A`.");
  }

  /// Prisma's `sslcert` without `sslkey` names the authority, libpq's the client's certificate.
  private Tls tls() {
    var key = get("sslkey");
    var certificate = get("sslcert");
    return new Tls(
        tlsMode(),
        get("sslnegotiation"),
        get("channel_binding"),
        get("sslrootcert").or(() -> key.isPresent() ? Optional.empty() : certificate),
        key.isPresent() ? certificate : Optional.empty(),
        key.or(() -> get("sslidentity")),
        get("sslpassword").map(Secret::new));
  }

  /// The platform's authorities sign for anybody, so that only a name that fits proves something.
  private Tls.Mode tlsMode() {
    var isSystem = get("sslrootcert").equals(Optional.of("system"));
    var isStrict = isSystem || get("sslaccept").equals(Optional.of("strict"));
    var given = get("sslmode").orElse(isStrict ? "verify-full" : "prefer");
    var mode =
        Tls.Mode.of(given)
            .orElseThrow(
                () -> new MalformedConnection("`sslmode=" + given + "` is no mode of PostgreSQL."));
    if (isSystem && mode != Tls.Mode.VERIFY_FULL) {
      throw new MalformedConnection(
          "`sslmode=" + given + "` is too weak for `sslrootcert=system`; write `verify-full`.");
    }
    return isStrict ? Tls.Mode.VERIFY_FULL : mode;
  }

  private SessionSettings.Target target() {
    var given = get("target_session_attrs").orElse("any");
    return SessionSettings.Target.of(given)
        .orElseThrow(
            () ->
                new MalformedConnection(
                    "`target_session_attrs=" + given + "` is nothing that a server can be."));
  }

  /// Nought and less wait for ever, as libpq does.
  private static Duration timeout(String seconds) {
    try {
      var given = Long.parseLong(seconds.strip());
      return given <= 0 ? Duration.ofDays(1) : Duration.ofSeconds(Math.min(given, 86_400));
    } catch (NumberFormatException e) {
      throw new MalformedConnection(
          "`connect_timeout` in the database URL is no number of seconds.");
    }
  }

  private Optional<String> get(String name) {
    return parameters.get(name);
  }
}
