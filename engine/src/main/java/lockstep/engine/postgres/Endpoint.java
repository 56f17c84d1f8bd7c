package lockstep.engine.postgres;

import java.nio.file.Path;

/// Where a server listens.
public sealed interface Endpoint {
  int port();

  /// @param host a name or an address, IPv6 without brackets
  record Tcp(String host, int port) implements Endpoint {
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
