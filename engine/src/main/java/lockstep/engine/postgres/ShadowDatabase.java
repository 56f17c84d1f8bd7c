package lockstep.engine.postgres;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lockstep.diagnostic.Place;
import lockstep.engine.postgres.embedded.EmbeddedServer;
import lockstep.sql.StatementSplitter;

/// One empty database on the shadow server, dropped when it is closed.
///
/// On the embedded server it belongs to a role that can neither make roles nor read files; what
/// only the superuser may do, adding some extensions, is done on its behalf.
public final class ShadowDatabase implements AutoCloseable {
  private static final int STATEMENTS_AT_ONCE = 500;

  private static final Pattern POLICY = Pattern.compile("(?i)\\bpolicy\\b");

  private final Shadow shadow;
  private final ConnectionUrl superuser;
  private final ConnectionUrl url;
  private final Set<String> roles = new TreeSet<>();
  private Optional<Session> session = Optional.empty();

  ShadowDatabase(Shadow shadow, ConnectionUrl superuser) {
    this.shadow = shadow;
    this.superuser = superuser;
    this.url =
        shadow.embedded().isPresent()
            ? superuser.withUser(EmbeddedServer.ROLE, Optional.empty())
            : superuser;
    if (shadow.embedded().isEmpty()) {
      // Others on this server drop what looks abandoned, and not what somebody is connected to.
      session();
    } else if (shadow.serverVersion() < 150_000) {
      // From 15 on, the owner of the database owns its public schema anyway.
      asSuperuser("alter schema public owner to " + EmbeddedServer.ROLE);
    }
  }

  /// Returns the database's address, for another session or another program.
  public ConnectionUrl url() {
    return url;
  }

  /// Returns a session in this database; it is closed with the database. A statement that wants an
  /// extension which can be fetched makes that happen.
  public Session session() {
    if (session.isEmpty()) {
      var opened = Session.open(url, this::provide);
      if (shadow.embedded().isEmpty()) {
        opened.reset();
      }
      session = Optional.of(opened);
    }
    return session.get();
  }

  /// Runs a text of one or more statements and returns what the server objected to, if anything.
  ///
  /// Each `CREATE EXTENSION` runs by itself, and an extension that can be fetched is; the
  /// statements between two of them run many at once, but not so many in one transaction that the
  /// server runs out of locks. Offsets in the error are offsets in `sql`. Not for scripts with
  /// psql's commands or COPY data.
  public Optional<SqlError> run(String sql) {
    var from = 0;
    var waiting = 0;
    for (var part : StatementSplitter.split(sql)) {
      var statement = sql.substring(part.span().start(), part.span().end());
      if (CreateExtension.is(statement)) {
        var error =
            send(sql, from, part.span().start())
                .or(() -> extension(statement).map(it -> it.shifted(part.span().start())));
        if (error.isPresent()) {
          return error;
        }
        from = part.span().end();
        waiting = 0;
      } else if (++waiting == STATEMENTS_AT_ONCE) {
        var error = send(sql, from, part.span().start());
        if (error.isPresent()) {
          return error;
        }
        from = part.span().start();
        waiting = 1;
      }
    }
    return send(sql, from, sql.length());
  }

  /// Runs a `CREATE EXTENSION` statement: fetches the extension where that is possible, and runs it
  /// as the superuser where the database's owner may not. A transaction that is open stays usable.
  /// An extension that cannot be had is an [EnvironmentException].
  public Optional<SqlError> createExtension(String statement, Place place) {
    return extension(statement, Optional.of(place));
  }

  private Optional<SqlError> extension(String statement) {
    return extension(statement, Optional.empty());
  }

  private Optional<SqlError> extension(String statement, Optional<Place> place) {
    var error = CreateExtension.run(this, statement);
    error
        .flatMap(SqlError::missingExtension)
        .ifPresent(
            name -> {
              throw CreateExtension.missing(name, place, error.get());
            });
    return error;
  }

  private Optional<SqlError> send(String sql, int from, int to) {
    var text = sql.substring(from, to);
    if (text.isBlank()) {
      return Optional.empty();
    }
    // Whoever only grants something to a role hears that there is none.
    var error =
        POLICY.matcher(text).find()
            ? withRoles(() -> session().tryExecute(text))
            : session().tryExecute(text);
    return error.map(it -> it.shifted(from));
  }

  /// Runs a statement that makes or changes a policy, as [Session#tryExecuteGuarded] does. The
  /// roles that it names are made on the embedded server, for as long as a database needs them.
  public Optional<SqlError> policy(String sql) {
    return withRoles(() -> session().tryExecuteGuarded(sql));
  }

  private Optional<SqlError> withRoles(Supplier<Optional<SqlError>> attempt) {
    var error = attempt.get();
    for (var role = missing(error); role.isPresent(); role = missing(error)) {
      if (!roles.add(role.get()) || !shadow.makeRole(role.get())) {
        return error;
      }
      error = attempt.get();
    }
    return error;
  }

  private static Optional<String> missing(Optional<SqlError> error) {
    return error.flatMap(SqlError::missingRole);
  }

  /// Returns whether a role is there only because a policy names it, in whatever database.
  public boolean isOfPolicies(String role) {
    return shadow.hasMade(role);
  }

  /// Fetches the files of an extension that the server has not, where that is possible, so that
  /// `CREATE EXTENSION` can find them.
  public boolean provide(String extension) {
    return shadow.embedded().map(it -> it.provide(extension)).orElse(false);
  }

  /// Runs a statement with the rights of the shadow's own login, and the search path of this
  /// database's session.
  public Optional<SqlError> asSuperuser(String sql) {
    var path = session().queryOne("show search_path", row -> row.text(1)).orElse("");
    try (var other = Session.open(superuser)) {
      other.execute("set search_path = " + (path.isEmpty() ? "''" : path));
      return other.tryExecute(sql);
    }
  }

  @Override
  public void close() {
    session.ifPresent(Session::close);
    shadow.drop(url.database());
    roles.forEach(shadow::dropRole);
  }
}
