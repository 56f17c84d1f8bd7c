package lockstep.engine.postgres;

import java.util.Map;

/// What stands in for the parts that a connection string leaves out, by libpq's parameter names.
///
/// @param values `host`, `port`, `user`, `password`, `dbname`, `sslmode` and the like
public record ConnectionDefaults(Map<String, String> values) {
  public static final ConnectionDefaults NONE = new ConnectionDefaults(Map.of());

  private static final Map<String, String> PARAMETER_OF_VARIABLE =
      Map.ofEntries(
          Map.entry("PGHOST", "host"),
          Map.entry("PGPORT", "port"),
          Map.entry("PGUSER", "user"),
          Map.entry("PGPASSWORD", "password"),
          Map.entry("PGDATABASE", "dbname"),
          Map.entry("PGSSLMODE", "sslmode"),
          Map.entry("PGSSLROOTCERT", "sslrootcert"),
          Map.entry("PGSSLCERT", "sslcert"),
          Map.entry("PGSSLKEY", "sslkey"),
          Map.entry("PGCHANNELBINDING", "channel_binding"),
          Map.entry("PGOPTIONS", "options"),
          Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"));

  public ConnectionDefaults {
    values = Map.copyOf(values);
  }

  /// Returns the defaults that libpq's environment variables give (PostgreSQL 18, 32.15).
  ///
  /// @param systemUser the user of the operating system, who logs in when no other is named
  public static ConnectionDefaults of(Map<String, String> environment, String systemUser) {
    var found = new java.util.HashMap<String, String>();
    found.put("user", systemUser);
    PARAMETER_OF_VARIABLE.forEach(
        (variable, parameter) -> {
          var value = environment.getOrDefault(variable, "");
          if (!value.isEmpty()) {
            found.put(parameter, value);
          }
        });
    return new ConnectionDefaults(found);
  }

  @Override
  public String toString() {
    return "ConnectionDefaults" + new java.util.TreeSet<>(values.keySet());
  }
}
