package lockstep.engine.postgres;

import java.nio.file.Path;
import java.util.Optional;

/// Where a server listens.
public sealed interface Endpoint {
  int port();

  /// @param host a name or an address, IPv6 without brackets
  /// @param address libpq's `hostaddr`: where to go in place of what the name resolves to
  record Tcp(String host, int port, Optional<String> address) implements Endpoint {
    public Tcp(String host, int port) {
      this(host, port, Optional.empty());
    }

    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /// @param directory holds the socket `.s.PGSQL.PORT`
  record UnixSocket(Path directory, int port) implements Endpoint {
    public Path file() {
      return directory.resolve(".s.PGSQL." + port);
    }

    @Override
    public String toString() {
      return file().toString();
    }
  }
}
