package lockstep.engine.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What stands in for the parts that a connection string leaves out: libpq's variables, and where
/// it looks for services, passwords and sockets.
///
/// @param values `host`, `port`, `user`, `password`, `dbname`, `sslmode` and the like, by libpq's
///   names
/// @param serviceFiles looked into in this order
/// @param passwordFile used unless the connection names another
/// @param socketFolders where a server on this machine may listen, tried where no host is named
public record ConnectionDefaults(
    Map<String, String> values,
    List<Path> serviceFiles,
    Optional<Path> passwordFile,
    List<Path> socketFolders) {
  public static final ConnectionDefaults NONE =
      new ConnectionDefaults(Map.of(), List.of(), Optional.empty(), List.of());

  /// Where PostgreSQL puts its sockets: as distributions build it, and as it builds by itself.
  static final List<Path> SOCKET_FOLDERS =
      List.of(Path.of("/var/run/postgresql"), Path.of("/run/postgresql"), Path.of("/tmp"));

  private static final Map<String, String> PARAMETER_OF_VARIABLE =
      Map.ofEntries(
          Map.entry("PGHOST", "host"),
          Map.entry("PGHOSTADDR", "hostaddr"),
          Map.entry("PGPORT", "port"),
          Map.entry("PGUSER", "user"),
          Map.entry("PGPASSWORD", "password"),
          Map.entry("PGDATABASE", "dbname"),
          Map.entry("PGSERVICE", "service"),
          Map.entry("PGPASSFILE", "passfile"),
          Map.entry("PGREQUIREAUTH", "require_auth"),
          Map.entry("PGAPPNAME", "application_name"),
          Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
          Map.entry("PGSSLMODE", "sslmode"),
          Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
          Map.entry("PGSSLROOTCERT", "sslrootcert"),
          Map.entry("PGSSLCERT", "sslcert"),
          Map.entry("PGSSLKEY", "sslkey"),
          Map.entry("PGSSLCRL", "sslcrl"),
          Map.entry("PGSSLCRLDIR", "sslcrldir"),
          Map.entry("PGSSLCERTMODE", "sslcertmode"),
          Map.entry("PGSSLMINPROTOCOLVERSION", "ssl_min_protocol_version"),
          Map.entry("PGREQUIREPEER", "requirepeer"),
          Map.entry("PGGSSENCMODE", "gssencmode"),
          Map.entry("PGCHANNELBINDING", "channel_binding"),
          Map.entry("PGOPTIONS", "options"),
          Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"));

  /// Where the system's own service file is, unless `PGSYSCONFDIR` says it: on Debian, on Red Hat,
  /// and as PostgreSQL builds by itself.
  private static final List<String> SYSTEM_FOLDERS =
      List.of("/etc/postgresql-common", "/etc/sysconfig/pgsql", "/usr/local/pgsql/etc");

  public ConnectionDefaults {
    values = Map.copyOf(values);
    serviceFiles = List.copyOf(serviceFiles);
    socketFolders = List.copyOf(socketFolders);
  }

  /// Returns the defaults that libpq takes from the environment (PostgreSQL 18, 32.15 to 32.17).
  ///
  /// @param systemUser the user of the operating system, who logs in when no other is named
  /// @param home the user's own folder
  public static ConnectionDefaults of(
      Map<String, String> environment, String systemUser, Path home) {
    var found = new TreeMap<String, String>();
    found.put("user", systemUser);
    PARAMETER_OF_VARIABLE.forEach(
        (variable, parameter) -> {
          var value = environment.getOrDefault(variable, "");
          if (!value.isEmpty()) {
            found.put(parameter, value);
          }
        });
    return new ConnectionDefaults(
        found,
        serviceFiles(environment, home),
        Optional.of(home.resolve(".pgpass")),
        SOCKET_FOLDERS);
  }

  private static List<Path> serviceFiles(Map<String, String> environment, Path home) {
    var files = new ArrayList<Path>();
    var own = environment.getOrDefault("PGSERVICEFILE", "");
    files.add(own.isEmpty() ? home.resolve(".pg_service.conf") : Path.of(own));
    var system = environment.getOrDefault("PGSYSCONFDIR", "");
    (system.isEmpty() ? SYSTEM_FOLDERS : List.of(system))
        .forEach(it -> files.add(Path.of(it, "pg_service.conf")));
    return files;
  }

  /// Shows no value: one may be a password.
  @Override
  public String toString() {
    return "ConnectionDefaults" + new TreeSet<>(values.keySet());
  }
}
