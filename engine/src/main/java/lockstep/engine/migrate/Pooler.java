package lockstep.engine.migrate;

import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.Session;

/// A program between us and the server that hands out the server's sessions.
final class Pooler {
  private Pooler() {}

  /// Looks whether each transaction of a session may run in another session of the server: then no
  /// lock of a session holds, and no setting.
  ///
  /// A pooler gives a session a process number of its own, and answers the next who asks by the
  /// server's session that it got back last (PgBouncer 1.18). A server asked directly is asked
  /// once.
  ///
  /// @throws EnvironmentException where it is seen to be so
  static void refuse(Session session) {
    if (process(session) == session.serverProcess()) {
      return;
    }
    try (var other = Session.open(session.url())) {
      if (process(session) == process(other)) {
        throw EnvironmentException.of(
            MigrateCode.POOLED,
            "Between this and the database `%s` is a pooler in transaction mode, in which no lock holds."
                .formatted(session.url().database()),
            "Name the server itself by `--database`, as Prisma's `directUrl` does; its port is"
                + " usually 5432.");
      }
    }
  }

  private static int process(Session session) {
    return session.queryOne("select pg_backend_pid()", row -> row.integer(1)).orElseThrow();
  }
}
