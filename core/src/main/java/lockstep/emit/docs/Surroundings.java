package lockstep.emit.docs;

import java.util.Optional;

/// What a page says of the project that a schema belongs to. Paths are relative to the project's
/// folder, with `/` between folders.
///
/// @param source what everything else follows
/// @param variable that names the database
/// @param models the folder of generated models, and their package
/// @param migrations their folder, where there is one
/// @param alembic the settings of Alembic's history, where there is one
public record Surroundings(
    String source,
    Optional<String> variable,
    Optional<Models> models,
    Optional<String> migrations,
    Optional<String> alembic) {

  /// How the sessions of a service run.
  public enum Sessions {
    AWAITED,
    PLAIN
  }

  /// @param packageName as in `app.models`
  public record Models(String folder, String packageName, Sessions sessions) {
    /// Returns the module that has the sessions: of `app.models` it is `app.core.database`.
    String session() {
      var dot = packageName.lastIndexOf('.');
      return dot < 0 ? "database" : packageName.substring(0, dot) + ".core.database";
    }
  }
}
