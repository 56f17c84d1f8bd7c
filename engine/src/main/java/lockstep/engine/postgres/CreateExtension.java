package lockstep.engine.postgres;

import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.embedded.MissingExtension;
import lockstep.sql.SqlToken;

/// `CREATE EXTENSION` on a server that may not have the extension, by a role that may not be
/// allowed to run it.
final class CreateExtension {
  private static final String NO_SUCH_NAMESPACE = "3F000";

  private CreateExtension() {}

  static boolean is(String sql) {
    var tokens = SqlToken.of(sql, 2);
    return tokens.size() == 2 && tokens.get(0).is("create") && tokens.get(1).is("extension");
  }

  /// Runs it in a shadow database: fetches the extension where that is possible, and runs it as the
  /// superuser where the database's owner may not. The namespace that it shall stand in, which the
  /// user's database has and a script of Prisma's does not make, is made where it is missing. A
  /// transaction that is open stays usable.
  static Optional<SqlError> run(ShadowDatabase database, String sql) {
    var session = database.session();
    var error = session.tryExecuteGuarded(sql);
    if (error.flatMap(SqlError::missingExtension).filter(database::provide).isPresent()) {
      error = session.tryExecuteGuarded(sql);
    }
    if (error.filter(it -> it.state().equals(NO_SUCH_NAMESPACE)).isPresent()) {
      namespace(sql).ifPresent(it -> session.tryExecuteGuarded("create schema " + it));
      error = session.tryExecuteGuarded(sql);
    }
    return error.filter(SqlError::isDenied).isPresent() ? database.asSuperuser(sql) : error;
  }

  /// Returns what follows `schema`, as it is written.
  private static Optional<String> namespace(String sql) {
    var tokens = SqlToken.of(sql);
    for (var at = 0; at < tokens.size() - 1; at++) {
      if (tokens.get(at).is("schema")) {
        return Optional.of(tokens.get(at + 1).text());
      }
    }
    return Optional.empty();
  }

  static EnvironmentException missing(String name, Optional<Place> place, SqlError error) {
    var fact = "The shadow server has no extension `%s`: %s.".formatted(name, error.message());
    var diagnostic =
        place
            .map(it -> Diagnostic.of(PostgresCode.EXTENSION_MISSING, it, fact))
            .orElseGet(() -> Diagnostic.of(PostgresCode.EXTENSION_MISSING, fact));
    return new EnvironmentException(diagnostic.withAdvice(MissingExtension.WAYS_OUT));
  }
}
