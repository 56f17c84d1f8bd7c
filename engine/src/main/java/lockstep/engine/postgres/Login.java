package lockstep.engine.postgres;

import java.util.Optional;
import lockstep.engine.Secret;

/// Who asks a server for a session, and what is said at the door.
///
/// @param password the one that was given; it stands before any in the file
/// @param passwordFile where to look when none was given
/// @param requiredMethods libpq's `require_auth`: how the server may ask, as in `scram-sha-256`
public record Login(
    String user,
    Optional<Secret> password,
    PasswordFile passwordFile,
    Optional<String> requiredMethods) {

  static Login of(String user) {
    return new Login(user, Optional.empty(), PasswordFile.NONE, Optional.empty());
  }

  Login withUser(String name, Optional<Secret> itsPassword) {
    return new Login(name, itsPassword, passwordFile, requiredMethods);
  }

  /// Returns what to answer when a server asks for the password to one of its databases.
  Optional<Secret> passwordFor(Endpoint endpoint, String database) {
    return password.or(() -> passwordFile.find(endpoint, database, user));
  }
}
