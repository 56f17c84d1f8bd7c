package lockstep.engine.migrate.prisma;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import lockstep.migration.Migration;

/// Migrations that are applied one after the other. While the server is at work on one, another
/// thread makes the next few ready.
final class Attempts implements AutoCloseable {
  private static final int AHEAD = 16;

  private final Queue<FutureTask<Attempt>> tasks;
  private final Semaphore room = new Semaphore(AHEAD);
  private final Thread thread;

  private Attempts(List<FutureTask<Attempt>> tasks) {
    this.tasks = new ArrayDeque<>(tasks);
    thread = Thread.ofPlatform().daemon().name("attempts").start(() -> prepare(tasks));
  }

  /// @param making asks no server
  static Attempts of(List<Migration> migrations, Function<Migration, Attempt> making) {
    var tasks = new ArrayList<FutureTask<Attempt>>();
    migrations.forEach(it -> tasks.add(new FutureTask<>(() -> making.apply(it))));
    return new Attempts(List.copyOf(tasks));
  }

  private void prepare(List<FutureTask<Attempt>> all) {
    try {
      for (var it : all) {
        room.acquire();
        it.run();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns the next; empty behind the last. What is not ready yet, and not begun, is made here.
  Optional<Attempt> next() {
    var task = Optional.ofNullable(tasks.poll());
    room.release();
    return task.map(Attempts::made);
  }

  private static Attempt made(FutureTask<Attempt> task) {
    task.run();
    try {
      return task.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
