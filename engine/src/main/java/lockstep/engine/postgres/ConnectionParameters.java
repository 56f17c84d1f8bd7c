package lockstep.engine.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lockstep.text.Closest;

/// The parameters of a connection, by the names that libpq gives them (PostgreSQL 18, 32.1.2), and
/// what else Prisma, SQLAlchemy and JDBC write into a URL.
final class ConnectionParameters {
  /// What is honoured.
  private static final List<String> USED =
      List.of(
          "host",
          "hostaddr",
          "port",
          "dbname",
          "user",
          "password",
          "passfile",
          "service",
          "require_auth",
          "channel_binding",
          "connect_timeout",
          "options",
          "application_name",
          "fallback_application_name",
          "sslmode",
          "sslnegotiation",
          "sslcert",
          "sslkey",
          "sslpassword",
          "sslrootcert",
          "ssl_min_protocol_version",
          "target_session_attrs",
          "gssencmode",
          "requirepeer",
          "sslcrl",
          "sslcrldir",
          "sslcertmode",
          "replication");

  /// What changes nothing of what is asked and answered.
  private static final List<String> PASSED_OVER =
      List.of(
          "client_encoding",
          "gssdelegation",
          "gsslib",
          "keepalives",
          "keepalives_count",
          "keepalives_idle",
          "keepalives_interval",
          "krbsrvname",
          "load_balance_hosts",
          "max_protocol_version",
          "min_protocol_version",
          "oauth_client_id",
          "oauth_client_secret",
          "oauth_issuer",
          "oauth_scope",
          "scram_client_key",
          "scram_server_key",
          "servicefile",
          "ssl_max_protocol_version",
          "sslcompression",
          "sslkeylogfile",
          "sslsni",
          "tcp_user_timeout");

  /// Prisma's own, honoured or about its pool and its cache.
  private static final List<String> OF_PRISMA =
      List.of(
          "schema",
          "ssl",
          "sslaccept",
          "sslidentity",
          "connection_limit",
          "pgbouncer",
          "pool_timeout",
          "single_use_connections",
          "socket_timeout",
          "statement_cache_size");

  /// What would weaken a connection if it were passed over, and the values that ask for nothing.
  private static final Map<String, Set<String>> HARMLESS =
      Map.of(
          "gssencmode", Set.of("disable", "prefer"),
          "requirepeer", Set.of(),
          "sslcrl", Set.of(),
          "sslcrldir", Set.of(),
          "sslcertmode", Set.of("allow", "disable"),
          "replication", Set.of("false", "off", "no", "0"),
          "ssl_min_protocol_version", Set.of("TLSv1", "TLSv1.1", "TLSv1.2"));

  private final Map<String, String> values = new TreeMap<>();

  static boolean isOfLibpq(String name) {
    return USED.contains(name) || PASSED_OVER.contains(name);
  }

  /// Takes a parameter of a URL, where one that nobody knows may be another program's; but not one
  /// that looks like a slip.
  void putFromUrl(String name, String value) {
    var canonical = canonical(name);
    if (canonical.isPresent()) {
      put(canonical.get(), value);
    } else if (closest(name).isPresent()) {
      throw unknown(name);
    }
  }

  /// Takes a parameter of a keyword string, where only libpq's stand.
  void putFromKeywords(String name, String value) {
    if (!isOfLibpq(name) && !name.equals("schema")) {
      throw unknown(name);
    }
    put(name, value);
  }

  /// Takes what stands in for parameters that were not given.
  void fill(Map<String, String> others) {
    others.forEach(
        (name, value) -> {
          if (!values.containsKey(name)) {
            put(name, value);
          }
        });
  }

  /// An empty value is none.
  void put(String name, String value) {
    if (value.isEmpty()) {
      return;
    }
    var harmless = HARMLESS.get(name);
    if (harmless != null && !harmless.contains(value)) {
      throw new MalformedConnection(
          "Lockstep cannot do what `%s` asks of a connection, and will not pass over it."
              .formatted(name));
    }
    if (name.equals("ssl")) {
      putSsl(value);
    } else {
      values.put(name, value);
    }
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// JDBC's `ssl=true`, and asyncpg's `ssl=require`.
  private void putSsl(String value) {
    values.put(
        "sslmode", value.equals("true") ? "require" : value.equals("false") ? "disable" : value);
  }

  /// JDBC writes `connectTimeout` where libpq writes `connect_timeout`.
  private static Optional<String> canonical(String name) {
    return all().filter(it -> plain(it).equals(plain(name))).findFirst();
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static Optional<String> closest(String name) {
    return Closest.to(name, all().toList());
  }

  private static Stream<String> all() {
    return Stream.of(USED, PASSED_OVER, OF_PRISMA).flatMap(List::stream);
  }

  /// What stands where a name should be may be a part of a password, so it is not repeated.
  private static MalformedConnection unknown(String name) {
    return new MalformedConnection(
        "The connection names a parameter that PostgreSQL does not know"
            + closest(name).map("; did you mean `%s`?"::formatted).orElse("."));
  }
}
