package lockstep.acceptance.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// A port of this machine that leads to a server's Unix socket, for clients that know no other way
/// in.
public final class TcpDoor implements AutoCloseable {
  private final ServerSocket door;
  private final Path socket;

  private TcpDoor(Path socket) throws IOException {
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.socket = socket;
  }

  public static TcpDoor to(Path socket) {
    try {
      var door = new TcpDoor(socket);
      Thread.ofVirtual().start(door::serve);
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        var client = door.accept();
        Thread.ofVirtual().start(() -> join(client));
      }
    } catch (IOException _) {
      // It is closed.
    }
  }

  private void join(Socket client) {
    try (client;
        var server = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      var back =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      copy(Channels.newInputStream(server), client.getOutputStream());
                      client.shutdownOutput();
                    } catch (IOException _) {
                      // One side is gone.
                    }
                  });
      copy(client.getInputStream(), Channels.newOutputStream(server));
      server.shutdownOutput();
      back.join();
    } catch (IOException _) {
      // One side is gone.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(InputStream from, OutputStream to) throws IOException {
    var buffer = new byte[8192];
    for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      to.write(buffer, 0, read);
      to.flush();
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
