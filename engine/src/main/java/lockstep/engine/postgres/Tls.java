package lockstep.engine.postgres;

import java.util.Optional;

/// How a session is protected.
///
/// @param mode what is asked of the server
/// @param channelBinding `disable`, `prefer` or `require`
/// @param rootCertificate a PEM file, or `system` for the platform's own
/// @param certificate the client's certificate, a PEM file
/// @param key the client's key, a file
public record Tls(
    Mode mode,
    Optional<String> channelBinding,
    Optional<String> rootCertificate,
    Optional<String> certificate,
    Optional<String> key) {

  /// The values of libpq's `sslmode` (PostgreSQL 18, 32.19.1).
  public enum Mode {
    DISABLE("disable"),
    ALLOW("allow"),
    PREFER("prefer"),
    REQUIRE("require"),
    VERIFY_CA("verify-ca"),
    VERIFY_FULL("verify-full");

    private final String word;

    Mode(String word) {
      this.word = word;
    }

    /// Returns the word that connection strings use.
    public String word() {
      return word;
    }

    static Optional<Mode> of(String word) {
      for (var mode : values()) {
        if (mode.word.equals(word)) {
          return Optional.of(mode);
        }
      }
      return Optional.empty();
    }
  }
}
