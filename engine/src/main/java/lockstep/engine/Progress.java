package lockstep.engine;

import java.util.Optional;

/// Is told what a long step is doing. A terminal shows it on stderr; most callers are silent.
public interface Progress {
  Progress SILENT =
      new Progress() {
        @Override
        public void started(String what) {}

        @Override
        public void advanced(long done, long total) {}

        @Override
        public void finished() {}
      };

  /// @param what a phrase, as in `Downloading PostgreSQL 18.6`
  void started(String what);

  /// Says how far the step is that was started last, in any unit.
  void advanced(long done, long total);

  /// Says that the step that was started last waits for somebody, or no more.
  ///
  /// @param whom as in `process 4711 (user app)`
  default void waiting(Optional<String> whom) {}

  /// Says how something is done, for those who want to know it all.
  default void detail(String fact) {}

  /// Ends the step that was started last, whether it succeeded or not.
  void finished();
}
