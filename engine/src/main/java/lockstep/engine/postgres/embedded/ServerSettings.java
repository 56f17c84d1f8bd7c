package lockstep.engine.postgres.embedded;

import java.util.ArrayList;
import java.util.List;

/// How the embedded server is tuned: to start in milliseconds and to be thrown away.
final class ServerSettings {
  private static final List<String> ALL =
      List.of(
          "listen_addresses=",
          "unix_socket_permissions=0700",
          "fsync=off",
          "full_page_writes=off",
          "synchronous_commit=off",
          "wal_level=minimal",
          "max_wal_senders=0",
          "autovacuum=off",
          "jit=off",
          "max_connections=100",
          // A schema of some thousand tables is made in one transaction, four locks a table.
          "max_locks_per_transaction=1024",
          "shared_buffers=32MB",
          "max_worker_processes=0",
          "max_parallel_workers=0",
          "max_logical_replication_workers=0",
          // The same catalog texts on every machine.
          "timezone=UTC",
          "datestyle=ISO,MDY",
          // Errors go to whoever made them; the log tells of the server itself.
          "log_timezone=UTC",
          "log_min_messages=fatal",
          "log_min_error_statement=panic");

  private ServerSettings() {}

  /// Returns `name=value` for each setting that the major version knows.
  static List<String> of(int major) {
    var settings = new ArrayList<>(ALL);
    if (major >= 14) {
      // A client that was killed does not leave an endless statement behind.
      settings.add("client_connection_check_interval=1s");
    }
    if (major >= 18) {
      settings.add("io_method=sync");
    }
    return settings;
  }
}
