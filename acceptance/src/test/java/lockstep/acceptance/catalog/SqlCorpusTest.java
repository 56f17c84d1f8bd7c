package lockstep.acceptance.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.SchemaDump;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import lockstep.acceptance.standing.Standing;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.sql.ScriptPart;
import lockstep.sql.StatementSplitter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Real dumps and migrations, run as the superuser: what they make of a database is read, written
/// as SQL and made again, and both databases are the same by every fact and, where there is a
/// `pg_dump` for the server, by what that writes.
///
/// What PostgreSQL refuses of them, for want of an extension or of another file, is counted by
/// SQLSTATE; roles that they take for granted are made before, and all of theirs dropped after.
class SqlCorpusTest {
  private static final ScratchServer SERVER = ScratchServer.instance();

  private final Optional<SchemaDump> dump = SchemaDump.find(SERVER);

  @Test
  void nothingIsLost() {
    var corpus = Checkout.shared().map(it -> it.resolve("corpus/sql"));
    Assumptions.assumeTrue(corpus.isPresent(), "no corpus beside the checkout");
    var standing = Standing.of("sql-corpus");
    SqlUnit.in(corpus.get()).forEach(it -> count(it, standing));
    standing.close();
  }

  @Test
  void nothingOfOurOwnIsLost() {
    var standing = Standing.of("sql-own");
    count(SqlUnit.kitchenSink(), standing);
    standing.close();
  }

  private void count(SqlUnit unit, Standing standing) {
    try (var roles = SERVER.plain()) {
      var absent = unit.roles().stream().filter(it -> !isThere(it, roles)).toList();
      var made = new ArrayList<>(absent);
      unit.rolesMade().stream().filter(it -> !isThere(it, roles)).forEach(made::add);
      absent.forEach(it -> roles.run("create role \"" + it + "\""));
      standing.count(unit.name(), difference(unit, standing));
      made.forEach(it -> roles.run("drop role if exists \"" + it + "\""));
    }
  }

  private static boolean isThere(String role, Scratch database) {
    try (var session = Session.open(database.url())) {
      var find = "select rolname from pg_roles where rolname = '" + role + "'";
      return session.queryOne(find, row -> row.text(1)).isPresent();
    }
  }

  private Optional<String> difference(SqlUnit unit, Standing standing) {
    try (var first = SERVER.plain();
        var second = SERVER.plain()) {
      first.run(unit.extensions());
      var refused = new TreeMap<String, Integer>();
      try (var session = Session.open(first.url())) {
        unit.texts()
            .forEach(it -> load(it, session).forEach(s -> refused.merge(s, 1, Integer::sum)));
      }
      if (!refused.isEmpty()) {
        standing.note(unit.name() + ": refused when loaded, by SQLSTATE: " + refused);
      }
      var lost = new ArrayList<>(written(first, second));
      first.catalog().differencesTo(second.catalog()).stream().limit(40).forEach(lost::add);
      dump.flatMap(it -> it.difference(first, second)).ifPresent(lost::add);
      return lost.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lost));
    }
  }

  /// Makes a database again; returns what the server refuses of our script.
  private static List<String> written(Scratch from, Scratch to) {
    try (var here = Session.open(from.url());
        var there = Session.open(to.url())) {
      var options = IntrospectionOptions.everything("database");
      return statements(DdlEmitter.emit(Introspector.read(here, options).schema()), there);
    }
  }

  /// Returns the SQLSTATE of each statement that the server refuses.
  private static List<String> load(String script, Session session) {
    return StatementSplitter.split(script).stream()
        .filter(ScriptPart.Statement.class::isInstance)
        .map(it -> script.substring(it.span().start(), it.span().end()))
        .flatMap(it -> run(it, session).stream())
        .map(SqlError::state)
        .toList();
  }

  private static Optional<SqlError> run(String statement, Session session) {
    var error = session.tryExecute(statement);
    if (error.isPresent() && session.isInTransaction()) {
      session.tryExecute("rollback");
    }
    return error;
  }

  private static List<String> statements(String ddl, Session session) {
    return StatementSplitter.split(ddl).stream()
        .map(it -> ddl.substring(it.span().start(), it.span().end()))
        .flatMap(it -> run(it, session).map(error -> error.message() + ": " + it).stream())
        .toList();
  }
}
