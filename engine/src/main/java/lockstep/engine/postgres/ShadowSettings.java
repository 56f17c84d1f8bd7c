package lockstep.engine.postgres;

import lockstep.engine.postgres.embedded.EmbeddedSettings;

/// Which server shadow databases are made on.
public sealed interface ShadowSettings {
  /// Lockstep's own server.
  record Embedded(EmbeddedSettings settings) implements ShadowSettings {}

  /// A server of the user's.
  ///
  /// @param url a database that stays as it is; its user may create databases
  record Server(ConnectionUrl url) implements ShadowSettings {}
}
