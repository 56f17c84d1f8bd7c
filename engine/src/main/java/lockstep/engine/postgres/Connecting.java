package lockstep.engine.postgres;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import lockstep.engine.EnvironmentException;

/// A connection that another thread makes, while whoever wants it does what needs none. One that
/// nobody asks for is closed again.
public final class Connecting implements AutoCloseable {
  private final CompletableFuture<Session> connection;
  private final AtomicBoolean isTaken = new AtomicBoolean();

  private Connecting(CompletableFuture<Session> connection) {
    this.connection = connection;
  }

  public static Connecting to(ConnectionUrl url) {
    return new Connecting(
        CompletableFuture.supplyAsync(
            () -> Session.open(url),
            it -> Thread.ofPlatform().daemon().name("connecting").start(it)));
  }

  /// Waits for the connection, which belongs to the caller from then on.
  ///
  /// @throws EnvironmentException as [Session#open] does
  public Session session() {
    isTaken.set(true);
    try {
      return connection.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof EnvironmentException known) {
        throw known;
      }
      throw e;
    }
  }

  /// Does not wait for a server that does not answer.
  @Override
  public void close() {
    if (!isTaken.get()) {
      var _ = connection.thenAccept(Session::close);
    }
  }
}
