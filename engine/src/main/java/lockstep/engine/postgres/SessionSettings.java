package lockstep.engine.postgres;

import java.time.Duration;
import java.util.Optional;

/// What a session shall be like, apart from who asks for it.
///
/// @param applicationName what the server's lists of sessions show
/// @param options the server's command-line options for this session, as in `-c work_mem=1MB`
/// @param target which of several servers will do
/// @param connectTimeout for each endpoint
public record SessionSettings(
    String applicationName, Optional<String> options, Target target, Duration connectTimeout) {
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  static final SessionSettings DEFAULT =
      new SessionSettings("lockstep", Optional.empty(), Target.ANY, DEFAULT_TIMEOUT);

  /// The values of libpq's `target_session_attrs` (PostgreSQL 18, 32.1.2).
  public enum Target {
    ANY("any"),
    READ_WRITE("read-write"),
    READ_ONLY("read-only"),
    PRIMARY("primary"),
    STANDBY("standby"),
    PREFER_STANDBY("prefer-standby");

    private final String word;

    Target(String word) {
      this.word = word;
    }

    /// Returns the word that connection strings use.
    public String word() {
      return word;
    }

    static Optional<Target> of(String word) {
      for (var target : values()) {
        if (target.word.equals(word)) {
          return Optional.of(target);
        }
      }
      return Optional.empty();
    }
  }
}
