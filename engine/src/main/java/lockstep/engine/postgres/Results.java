package lockstep.engine.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postgresql.core.Tuple;

/// What several queries answer that were sent in one message. Each result can be read while the
/// server works on the next.
public final class Results implements AutoCloseable {
  /// What came from the server: the rows of one query, or the end of it all.
  private sealed interface Arrived {
    record Rows(List<Tuple> rows) implements Arrived {}

    record End(Optional<SQLException> failure) implements Arrived {}
  }

  /// Sends the queries and hands on the rows of each.
  interface Sending {
    void send(Consumer<List<Tuple>> rows) throws SQLException;
  }

  private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
  private final Function<SQLException, RuntimeException> failure;
  private final Thread receiver;

  Results(Sending sending, Function<SQLException, RuntimeException> failure) {
    this.failure = failure;
    this.receiver = new Thread(() -> receive(sending), "results");
    receiver.setDaemon(true);
    receiver.start();
  }

  /// Waits for the next result and hands on its rows, in order.
  public void next(Consumer<Row> each) {
    switch (take()) {
      case Arrived.Rows(var rows) -> rows.forEach(it -> each.accept(new Row(it)));
      case Arrived.End(var exception) ->
          throw exception
              .map(failure)
              .orElseGet(() -> new IllegalStateException("fewer results than readers"));
    }
  }

  /// Waits for the end of the answer: the session can be used for something else from then on.
  @Override
  public void close() {
    try {
      receiver.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void receive(Sending sending) {
    try {
      sending.send(rows -> arrived.add(new Arrived.Rows(rows)));
      arrived.add(new Arrived.End(Optional.empty()));
    } catch (SQLException e) {
      arrived.add(new Arrived.End(Optional.of(e)));
    }
  }

  private Arrived take() {
    try {
      return arrived.take();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }
}
