package lockstep.engine.postgres;

import java.util.Optional;

/// One empty database on the shadow server, dropped when it is closed.
public final class ShadowDatabase implements AutoCloseable {
  private final Shadow shadow;
  private final ConnectionUrl url;
  private Optional<Session> session = Optional.empty();

  ShadowDatabase(Shadow shadow, ConnectionUrl url) {
    this.shadow = shadow;
    this.url = url;
  }

  /// Returns the database's address, for another session or another program.
  public ConnectionUrl url() {
    return url;
  }

  /// Returns a session in this database; it is closed with the database.
  public Session session() {
    if (session.isEmpty()) {
      session = Optional.of(Session.open(url));
    }
    return session.get();
  }

  /// Runs a text of one or more statements and returns what the server objected to, if anything.
  public Optional<SqlError> run(String sql) {
    return session().tryExecute(sql);
  }

  @Override
  public void close() {
    session.ifPresent(Session::close);
    shadow.drop(url.database());
  }
}
