package lockstep.cli;

import java.util.Optional;
import lockstep.engine.Progress;

/// Shows on stderr what a step that takes longer than a second is doing: one line that changes on a
/// terminal, with the age of the step, one line for each step elsewhere.
final class TerminalProgress implements Progress {
  private static final long PATIENCE = 1_000_000_000L;

  private final Output err;
  private Optional<Thread> watch = Optional.empty();
  private String step = "";
  private String what = "";
  private String shown = "";
  private long since;
  private long begun;
  private long done;
  private long total;
  private boolean isRunning;

  TerminalProgress(Output err) {
    this.err = err;
  }

  @Override
  public synchronized void started(String phrase) {
    step = phrase;
    what = phrase;
    since = System.nanoTime();
    begun = since;
    done = 0;
    total = 0;
    isRunning = true;
    if (watch.isEmpty()) {
      watch = Optional.of(Thread.ofPlatform().daemon().name("progress").start(this::watch));
    }
  }

  @Override
  public synchronized void advanced(long so, long far) {
    done = so;
    total = far;
  }

  @Override
  public synchronized void waiting(Optional<String> whom) {
    what = step + whom.map(" waits for "::concat).orElse("");
    since = System.nanoTime();
  }

  @Override
  public synchronized void finished() {
    isRunning = false;
    clear();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(200);
        show();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void show() {
    if (!isRunning || System.nanoTime() - since < PATIENCE) {
      return;
    }
    var share = total > 0 ? " (%d %%)".formatted(100 * done / total) : "";
    if (err.isTerminal()) {
      clear();
      shown = "%s … %d s%s".formatted(what, (System.nanoTime() - begun) / 1_000_000_000, share);
      err.text(shown);
      err.flush();
    } else if (!shown.equals(what)) {
      shown = what;
      err.line(what + " …");
      err.flush();
    }
  }

  private void clear() {
    if (err.isTerminal() && !shown.isEmpty()) {
      err.text("\r\033[K");
      err.flush();
      shown = "";
    }
  }
}
