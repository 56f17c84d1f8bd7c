package lockstep.engine.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// A connected Unix socket in the shape that the driver wants. Does what the driver asks of a
/// socket, and no more; what only TCP has is accepted and means nothing.
final class UnixSocket extends Socket {
  private static final int LONGEST_FAREWELL_MILLIS = 300;

  private final SocketChannel channel;
  private final InputStream input;
  private final OutputStream output;
  private int timeoutMillis;

  private UnixSocket(SocketChannel channel) {
    this.channel = channel;
    this.input = new ChannelInput();
    this.output = new ChannelOutput();
  }

  static UnixSocket connect(Path file) throws IOException {
    return new UnixSocket(SocketChannel.open(UnixDomainSocketAddress.of(file)));
  }

  @Override
  public InputStream getInputStream() {
    return input;
  }

  @Override
  public OutputStream getOutputStream() {
    return output;
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) {
    // Connected since it was made.
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  /// Waits until the server has ended the session too, so that a database can be dropped at once: a
  /// server that still sees the session looks again only after 100 ms.
  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      channel.shutdownOutput();
      timeoutMillis = LONGEST_FAREWELL_MILLIS;
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The server was gone already, or is busy and will notice by itself.
    }
  }

  @Override
  public void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public InetAddress getInetAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public void setSoTimeout(int millis) {
    timeoutMillis = millis;
  }

  @Override
  public int getSoTimeout() {
    return timeoutMillis;
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void setKeepAlive(boolean on) {}

  @Override
  public void setReceiveBufferSize(int size) {}

  @Override
  public void setSendBufferSize(int size) {}

  @Override
  public int getSendBufferSize() {
    return 8192;
  }

  /// Reads the channel; waits no longer than the socket's time-out, where one is set.
  private final class ChannelInput extends InputStream {
    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var buffer = ByteBuffer.wrap(bytes, offset, length);
      return timeoutMillis == 0 ? channel.read(buffer) : readInTime(buffer);
    }

    private int readInTime(ByteBuffer buffer) throws IOException {
      try (var selector = Selector.open()) {
        channel.configureBlocking(false);
        var key = channel.register(selector, SelectionKey.OP_READ);
        try {
          if (selector.select(timeoutMillis) == 0) {
            throw new SocketTimeoutException("nothing to read in " + timeoutMillis + " ms");
          }
          return channel.read(buffer);
        } finally {
          key.cancel();
          selector.selectNow();
          channel.configureBlocking(true);
        }
      }
    }
  }

  /// Writes to the channel. Closing it leaves the channel open: the farewell still has to be read.
  private final class ChannelOutput extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      var buffer = ByteBuffer.wrap(bytes, offset, length);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }
}
