package lockstep.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The right to do something that only one may do at a time, held by one thread of one process; the
/// system frees it when the process dies. Locks may be nested, each on a file of its own.
public final class ProcessLock implements AutoCloseable {
  /// A process loses its lock on a file as soon as it closes any channel to that file, so threads
  /// of one process exclude each other by these.
  private static final ConcurrentHashMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock thread;
  private final FileChannel channel;

  private ProcessLock(ReentrantLock thread, FileChannel channel) {
    this.thread = thread;
    this.channel = channel;
  }

  /// Waits until the lock is free.
  public static ProcessLock acquire(Path file) throws IOException {
    var thread = THREADS.computeIfAbsent(file.toAbsolutePath(), it -> new ReentrantLock());
    thread.lock();
    try {
      return new ProcessLock(thread, locked(file));
    } catch (IOException | RuntimeException e) {
      thread.unlock();
      throw e;
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // The system frees it with the process at the latest.
    } finally {
      thread.unlock();
    }
  }
}
