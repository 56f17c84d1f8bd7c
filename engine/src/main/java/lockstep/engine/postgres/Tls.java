package lockstep.engine.postgres;

import java.util.Optional;
import lockstep.engine.Secret;

/// How a session is protected.
///
/// @param mode what is asked of the server
/// @param negotiation libpq's `sslnegotiation`: `postgres` or `direct`
/// @param channelBinding `disable`, `prefer` or `require`
/// @param rootCertificate a PEM file, or `system` for the platform's own
/// @param certificate the client's certificate, a PEM file
/// @param key the client's key, a PEM or PKCS #8 file, or a PKCS #12 one with the certificate
/// @param keyPassword opens the key
public record Tls(
    Mode mode,
    Optional<String> negotiation,
    Optional<String> channelBinding,
    Optional<String> rootCertificate,
    Optional<String> certificate,
    Optional<String> key,
    Optional<Secret> keyPassword) {

  static Tls of(Mode mode) {
    return new Tls(
        mode,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

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
