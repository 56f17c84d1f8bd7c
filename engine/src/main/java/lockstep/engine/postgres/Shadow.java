package lockstep.engine.postgres;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.embedded.EmbeddedServer;
import lockstep.schema.Identifier;
import lockstep.sql.Quote;

/// A server to try things on: makes databases that are dropped again, and touches no other.
///
/// A database belongs to whoever is connected to it or holds the advisory lock on its name, which
/// only those see who hold theirs in the same database; one that nobody holds and that has grown
/// old was left behind by a process that died, and is dropped in passing.
public final class Shadow implements AutoCloseable {
  /// How the name of every shadow database begins; the second it was made and a random number
  /// follow.
  public static final String PREFIX = "lockstep_shadow_";

  private static final String DUPLICATE_OBJECT = "42710";
  private static final Duration OLD = Duration.ofMinutes(10);

  private final Session session;
  private final Optional<EmbeddedServer> embedded;
  private final Clock clock;
  private final int version;
  private final String placement;

  private Shadow(Session session, Optional<EmbeddedServer> embedded, Clock clock) {
    this.session = session;
    this.embedded = embedded;
    this.clock = clock;
    this.version = session.serverVersion();
    this.placement = embedded.map(EmbeddedServer::placement).orElse("");
  }

  /// Opens the server that the settings name, fetching and starting it where it is our own.
  public static Shadow open(ShadowSettings settings) {
    return open(settings, Clock.systemUTC());
  }

  static Shadow open(ShadowSettings settings, Clock clock) {
    var shadow =
        switch (settings) {
          case ShadowSettings.Embedded(var embedded) -> {
            var server = EmbeddedServer.open(embedded);
            yield new Shadow(server.session(), Optional.of(server), clock);
          }
          case ShadowSettings.Server(var url) ->
              new Shadow(Session.open(url), Optional.empty(), clock);
        };
    shadow.dropAbandoned();
    return shadow;
  }

  /// Makes an empty database.
  public ShadowDatabase create() {
    var name =
        PREFIX
            + Long.toString(clock.instant().getEpochSecond(), 36)
            + "_"
            + Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, 36);
    session.execute("select pg_advisory_lock(hashtextextended('" + name + "', 0))");
    session
        .tryExecute(createDatabase(name))
        .ifPresent(
            error -> {
              throw notCreated(error);
            });
    return new ShadowDatabase(this, session.url().withDatabase(name));
  }

  /// Returns the server's version as `server_version_num` has it: 180006 is 18.6.
  public int serverVersion() {
    return version;
  }

  @Override
  public void close() {
    embedded.ifPresentOrElse(EmbeddedServer::close, session::close);
  }

  /// Returns our own server, where it is one.
  Optional<EmbeddedServer> embedded() {
    return embedded;
  }

  void drop(String name) {
    if (!name.startsWith(PREFIX)) {
      throw new IllegalArgumentException("not a shadow database: " + name);
    }
    session.execute("drop database if exists " + name);
    session.execute("select pg_advisory_unlock(hashtextextended('" + name + "', 0))");
  }

  /// Makes a role that can do nothing, on our own server only; returns whether it is there now.
  boolean makeRole(String name) {
    return embedded.isPresent()
        && session
            .tryExecute("create role " + Quote.name(Identifier.of(name)))
            .filter(it -> !it.state().equals(DUPLICATE_OBJECT))
            .isEmpty();
  }

  /// Drops a role that no other database needs.
  void dropRole(String name) {
    session.tryExecute("drop role if exists " + Quote.name(Identifier.of(name)));
  }

  /// Returns whether a role is on our own server only because a policy names it.
  boolean hasMade(String name) {
    var query =
        """
        select from pg_roles
        where rolname = %s and rolname not in (current_user, '%s') and rolname !~ '^pg_'"""
            .formatted(Quote.literal(name), EmbeddedServer.ROLE);
    return embedded.isPresent() && session.queryOne(query, _ -> true).isPresent();
  }

  /// Copying files is the fast way where nothing else runs; on a server of the user's it would
  /// force checkpoints.
  private String createDatabase(String name) {
    var sql = "create database " + name + " template template0";
    if (embedded.isEmpty()) {
      return sql;
    }
    return sql
        + (" owner " + EmbeddedServer.ROLE)
        + placement
        + (version >= 150_000 ? " strategy file_copy" : "");
  }

  private EnvironmentException notCreated(SqlError error) {
    if (error.isDenied()) {
      return EnvironmentException.of(
          PostgresCode.NOT_PERMITTED,
          "User `%s` cannot create a shadow database at %s: %s."
              .formatted(session.url().user(), session.url(), error.message()),
          "Give the user CREATEDB, or name another server with `--shadow-url`.");
    }
    return EnvironmentException.of(
        PostgresCode.SHADOW_NOT_CREATED,
        "The server at %s does not create a shadow database: %s (SQLSTATE %s)."
            .formatted(session.url(), error.message(), error.state()),
        error.hint().or(error::detail).orElse("Look into the server's log."));
  }

  /// A database that somebody is connected to stays, whoever may have made it.
  private void dropAbandoned() {
    var owned =
        """
        select datname from pg_database
        where datname like 'lockstep\\_shadow\\_%' and pg_has_role(datdba, 'member')""";
    for (var name : session.query(owned, row -> row.text(1))) {
      var isFree = "select pg_try_advisory_lock(hashtextextended('" + name + "', 0))";
      if (isOld(name) && session.queryOne(isFree, row -> row.isTrue(1)).equals(Optional.of(true))) {
        session.tryExecute("drop database if exists " + name);
        session.execute("select pg_advisory_unlock(hashtextextended('" + name + "', 0))");
      }
    }
  }

  private boolean isOld(String name) {
    var parts = name.substring(PREFIX.length()).split("_");
    return name.matches(PREFIX + "[0-9a-z]{1,9}_[0-9a-z]+")
        && Long.parseLong(parts[0], 36) < clock.instant().minus(OLD).getEpochSecond();
  }
}
