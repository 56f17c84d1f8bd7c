package lockstep.acceptance.catalog;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lockstep.acceptance.oracle.Catalog;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.standing.Standing;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.testing.Postgres;
import lockstep.sql.ScriptPart;
import lockstep.sql.StatementSplitter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Real dumps and migrations: what they make of a database is read, written as SQL and made again,
/// and both databases are the same by every fact.
///
/// What PostgreSQL refuses of them, for want of an extension or of another file, is counted by
/// SQLSTATE; roles that they take for granted are made before and dropped after.
@Postgres
class SqlCorpusTest {
  @Test
  void nothingIsLost(Shadow shadow) {
    var corpus = Checkout.shared().map(it -> it.resolve("corpus/sql"));
    Assumptions.assumeTrue(corpus.isPresent(), "no corpus beside the checkout");
    var standing = Standing.of("sql-corpus");
    for (var unit : SqlUnit.in(corpus.get())) {
      try (var roles = shadow.create()) {
        var made = unit.roles().stream().filter(it -> isMade(it, roles)).toList();
        standing.count(unit.name(), difference(unit, shadow, standing));
        made.forEach(it -> roles.asSuperuser("drop role \"" + it + "\""));
      }
    }
    standing.close();
  }

  private static boolean isMade(String role, ShadowDatabase database) {
    return database.asSuperuser("create role \"" + role + "\"").isEmpty();
  }

  private static Optional<String> difference(SqlUnit unit, Shadow shadow, Standing standing) {
    try (var first = shadow.create();
        var second = shadow.create()) {
      var refused = new TreeMap<String, Integer>();
      unit.texts().forEach(it -> load(it, first).forEach(s -> refused.merge(s, 1, Integer::sum)));
      if (!refused.isEmpty()) {
        standing.note(unit.name() + ": refused when loaded, by SQLSTATE: " + refused);
      }
      first.session().reset();
      var options = IntrospectionOptions.everything("database");
      var ddl = DdlEmitter.emit(Introspector.read(first.session(), options).schema());
      var errors = statements(ddl, second.session());
      second.session().reset();
      var differences = Catalog.read(first.session()).differencesTo(Catalog.read(second.session()));
      return errors.isEmpty() && differences.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "%d statements refused, %d differences%n%s%n%s"
                  .formatted(
                      errors.size(),
                      differences.size(),
                      errors.stream().limit(5).collect(Collectors.joining("\n")),
                      differences.stream().limit(40).collect(Collectors.joining("\n"))));
    }
  }

  /// Returns the SQLSTATE of each statement that the server refuses.
  private static List<String> load(String script, ShadowDatabase database) {
    return StatementSplitter.split(script).stream()
        .filter(ScriptPart.Statement.class::isInstance)
        .map(it -> script.substring(it.span().start(), it.span().end()))
        .flatMap(it -> load(it, database.session()).stream())
        .map(SqlError::state)
        .toList();
  }

  private static Optional<SqlError> load(String statement, Session session) {
    var error = session.tryExecute(statement);
    if (error.isPresent() && session.isInTransaction()) {
      session.tryExecute("rollback");
    }
    return error;
  }

  private static List<String> statements(String ddl, Session session) {
    return StatementSplitter.split(ddl).stream()
        .map(it -> ddl.substring(it.span().start(), it.span().end()))
        .flatMap(it -> load(it, session).map(error -> error.message() + ": " + it).stream())
        .toList();
  }
}
