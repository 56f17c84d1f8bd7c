package lockstep.cli;

import java.util.Optional;
import lockstep.engine.Progress;

/// Says on stderr of every step that it begins and how long it took.
final class VerboseProgress implements Progress {
  private final Output err;
  private String what = "";
  private long since;

  VerboseProgress(Output err) {
    this.err = err;
  }

  @Override
  public synchronized void started(String step) {
    what = step;
    since = System.nanoTime();
    err.line(step + " …");
    err.flush();
  }

  @Override
  public synchronized void detail(String fact) {
    err.line(fact);
    err.flush();
  }

  @Override
  public void waiting(Optional<String> whom) {
    whom.map("It waits for "::concat).ifPresent(this::detail);
  }

  @Override
  public void advanced(long done, long total) {}

  @Override
  public synchronized void finished() {
    err.line("%s: %d ms".formatted(what, (System.nanoTime() - since) / 1_000_000));
    err.flush();
  }
}
