package lockstep.engine.postgres;

import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.embedded.EmbeddedServer;
import lockstep.engine.postgres.embedded.MissingExtension;
import lockstep.sql.SqlToken;

/// A `CREATE EXTENSION` statement on a server that may not have the extension, run by a role that
/// may not be allowed to.
///
/// @param sql `create extension [if not exists] name …`
record CreateExtension(String sql) {

  static boolean is(String sql) {
    var tokens = SqlToken.of(sql, 2);
    return tokens.size() == 2 && tokens.get(0).is("create") && tokens.get(1).is("extension");
  }

  /// Runs it in a shadow database: fetches the extension where that is possible, and runs it as the
  /// superuser where the database's owner may not. A transaction that is open stays usable.
  Optional<SqlError> run(ShadowDatabase database) {
    var error = database.session().tryExecuteGuarded(sql);
    if (error.filter(CreateExtension::isMissing).isPresent() && provide(database)) {
      error = database.session().tryExecuteGuarded(sql);
    }
    return error.filter(SqlError::isDenied).isPresent() ? database.asSuperuser(sql) : error;
  }

  /// Returns whether the server said that it has no files of the extension (PostgreSQL 13 to 18).
  static boolean isMissing(SqlError error) {
    return error.message().contains("is not available")
        || error.message().contains("could not open extension control file");
  }

  EnvironmentException missing(Optional<Place> place, SqlError error) {
    var fact = "The shadow server has no extension `%s`: %s.".formatted(name(), error.message());
    var diagnostic =
        place
            .map(it -> Diagnostic.of(PostgresCode.EXTENSION_MISSING, it, fact))
            .orElseGet(() -> Diagnostic.of(PostgresCode.EXTENSION_MISSING, fact));
    return new EnvironmentException(diagnostic.withAdvice(MissingExtension.WAYS_OUT));
  }

  private boolean provide(ShadowDatabase database) {
    return database.shadow().embedded().map(this::provide).orElse(false);
  }

  private Boolean provide(EmbeddedServer server) {
    return server.provide(name());
  }

  String name() {
    var tokens = SqlToken.of(sql, 6);
    var at = tokens.size() > 2 && tokens.get(2).is("if") ? 5 : 2;
    return tokens.size() > at ? unquoted(tokens.get(at).text()) : "";
  }

  private static String unquoted(String text) {
    return text.startsWith("\"") && text.length() > 1
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text;
  }
}
