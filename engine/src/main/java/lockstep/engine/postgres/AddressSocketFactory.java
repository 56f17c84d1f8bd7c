package lockstep.engine.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/// Gives the driver connections to one address, whatever the name leads to by which the server's
/// certificate is judged. The driver makes it by name, with the address as its argument.
public final class AddressSocketFactory extends SocketFactory {
  private final String address;

  public AddressSocketFactory(String address) {
    this.address = address;
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress endpoint, int timeout) throws IOException {
        var port = ((InetSocketAddress) endpoint).getPort();
        super.connect(new InetSocketAddress(InetAddress.getByName(address), port), timeout);
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return new Socket(address, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return new Socket(address, port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return new Socket(address, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return new Socket(address, port, local, localPort);
  }
}
