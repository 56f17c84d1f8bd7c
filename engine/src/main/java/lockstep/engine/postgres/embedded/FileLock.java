package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// A lock on a file, held by one thread of one process at a time; the system frees it when the
/// process dies.
///
/// Locks may be nested in one thread, each on a file of its own.
final class FileLock implements AutoCloseable {
  /// A process loses its lock on a file as soon as it closes any channel to that file, so threads
  /// of one process have to exclude each other by other means.
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private final FileChannel channel;

  private FileLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits until the lock is free.
  static FileLock acquire(Path file) throws IOException {
    IN_THIS_PROCESS.lock();
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        channel.lock();
        return new FileLock(channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      IN_THIS_PROCESS.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }
}
