package lockstep.engine.postgres;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lockstep.engine.Secret;
import lockstep.engine.postgres.ConnectionUrl.Parsed;

/// Reads connection URLs: `postgresql://user:password@host:port/database?parameters`, several
/// hosts, sockets in `?host=` or percent-encoded, SQLAlchemy's `+driver`, a leading `jdbc:`.
final class ConnectionUrlReader {
  private static final Pattern SCHEME =
      Pattern.compile("(?:jdbc:)?(?:postgres|postgresql)(?:\\+[a-z0-9_]+)?://(.*)", Pattern.DOTALL);

  private final Map<String, String> parameters = new TreeMap<>();
  private final ConnectionDefaults defaults;

  private ConnectionUrlReader(ConnectionDefaults defaults) {
    this.defaults = defaults;
  }

  static boolean isUrl(String text) {
    return SCHEME.matcher(text.strip()).matches() || isProxy(text);
  }

  private static boolean isProxy(String text) {
    return text.startsWith("prisma+postgres://") || text.startsWith("prisma://");
  }

  static Parsed read(String text, ConnectionDefaults defaults) {
    if (isProxy(text)) {
      return new Parsed.Invalid(
          "A `prisma://` or `prisma+postgres://` URL leads to Prisma's proxy, not to a PostgreSQL"
              + " server; give the database's own `postgresql://` URL.");
    }
    var matcher = SCHEME.matcher(text.strip());
    if (!matcher.matches()) {
      return new Parsed.Invalid(
          "A database URL begins with `postgresql://`, as in `postgresql://user@host:5432/name`.");
    }
    try {
      return new Parsed.Valid(new ConnectionUrlReader(defaults).url(matcher.group(1)));
    } catch (Malformed problem) {
      return new Parsed.Invalid(problem.getMessage());
    }
  }

  private ConnectionUrl url(String rest) {
    var question = rest.indexOf('?');
    var hierarchy = question < 0 ? rest : rest.substring(0, question);
    var slash = hierarchy.indexOf('/');
    var authority = slash < 0 ? hierarchy : hierarchy.substring(0, slash);
    if (slash >= 0) {
      put("dbname", decode(hierarchy.substring(slash + 1)));
    }
    var at = authority.lastIndexOf('@');
    if (at >= 0) {
      userInfo(authority.substring(0, at));
    }
    hosts(authority.substring(at + 1));
    if (question >= 0) {
      query(rest.substring(question + 1));
    }
    return build();
  }

  private void userInfo(String text) {
    var colon = text.indexOf(':');
    put("user", decode(colon < 0 ? text : text.substring(0, colon)));
    if (colon >= 0) {
      put("password", decode(text.substring(colon + 1)));
    }
  }

  /// Several hosts become two lists separated by commas, as libpq keeps them.
  private void hosts(String text) {
    if (text.isEmpty()) {
      return;
    }
    var hosts = new ArrayList<String>();
    var ports = new ArrayList<String>();
    for (var part : text.split(",", -1)) {
      var bracket = part.startsWith("[") ? part.indexOf(']') : -1;
      var colon = part.indexOf(':', Math.max(bracket, 0));
      var host = colon < 0 ? part : part.substring(0, colon);
      hosts.add(decode(bracket > 0 ? part.substring(1, bracket) : host));
      ports.add(colon < 0 ? "" : part.substring(colon + 1));
    }
    put("host", String.join(",", hosts));
    put("port", ports.stream().allMatch(String::isEmpty) ? "" : String.join(",", ports));
  }

  private void query(String text) {
    for (var pair : text.split("&")) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
  }

  private void put(String name, String value) {
    if (!value.isEmpty()) {
      parameters.put(name.equals("ssl") && value.equals("true") ? "sslmode" : name, value);
    }
  }

  private Optional<String> get(String name) {
    var own = parameters.get(name);
    return Optional.ofNullable(own != null ? own : defaults.values().get(name));
  }

  private ConnectionUrl build() {
    var user = get("user").orElse("postgres");
    return new ConnectionUrl(
        endpoints(),
        user,
        get("dbname").orElse(user),
        get("password").map(Secret::new),
        get("schema"),
        tls(),
        get("options"),
        get("connect_timeout").map(this::timeout).orElse(ConnectionUrl.DEFAULT_TIMEOUT));
  }

  private List<Endpoint> endpoints() {
    var hosts = get("host").orElse("localhost").split(",", -1);
    var ports = get("port").orElse("").split(",", -1);
    if (ports.length > 1 && ports.length != hosts.length) {
      throw new Malformed(
          "The database URL names %d hosts but %d ports.".formatted(hosts.length, ports.length));
    }
    var endpoints = new ArrayList<Endpoint>();
    for (var i = 0; i < hosts.length; i++) {
      endpoints.add(endpoint(hosts[i], port(ports[ports.length == 1 ? 0 : i])));
    }
    return endpoints;
  }

  private static Endpoint endpoint(String host, int port) {
    if (!host.startsWith("/")) {
      return new Endpoint.Tcp(host.isEmpty() ? "localhost" : host, port);
    }
    try {
      return new Endpoint.UnixSocket(Path.of(host), port);
    } catch (InvalidPathException e) {
      throw new Malformed("`" + host + "` in the database URL is no folder's name.");
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
    throw new Malformed(
        "The port in the database URL is no number from 1 to 65535; in a user or password, write"
            + " `/` as `%2F`, `?` as `%3F`, `#` as `%23`, `@` as `%40`, `:` as `%3A`.");
  }

  /// Prisma's `sslcert` without `sslkey` names the authority, libpq's the client's certificate.
  private Tls tls() {
    var word = get("sslmode").orElse("prefer");
    if (word.equals("true")) {
      word = "require";
    }
    if (get("sslaccept").orElse("").equals("strict")) {
      word = "verify-full";
    }
    var given = word;
    var mode =
        Tls.Mode.of(given)
            .orElseThrow(() -> new Malformed("`sslmode=" + given + "` is no mode of PostgreSQL."));
    var key = get("sslkey");
    var certificate = get("sslcert");
    return new Tls(
        mode,
        get("channel_binding"),
        get("sslrootcert").or(() -> key.isPresent() ? Optional.empty() : certificate),
        key.isPresent() ? certificate : Optional.empty(),
        key);
  }

  private Duration timeout(String seconds) {
    try {
      var given = Long.parseLong(seconds);
      return given <= 0 ? Duration.ofDays(1) : Duration.ofSeconds(Math.min(given, 86_400));
    } catch (NumberFormatException e) {
      throw new Malformed("`connect_timeout` in the database URL is no number of seconds.");
    }
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = new ByteArrayOutputStream();
    var source = text.getBytes(StandardCharsets.UTF_8);
    for (var i = 0; i < source.length; i++) {
      if (source[i] == '%') {
        var high = i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
        var low = i + 2 < source.length ? Character.digit(source[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw new Malformed("A `%` in the database URL is followed by no two hex digits.");
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(source[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// Ends the reading; never leaves this class.
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String reason) {
      super(reason, null, false, false);
    }
  }
}
