package lockstep.engine.source.database;

import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.mapping.Reading;
import lockstep.schema.Schema;

/// Reads a live database.
public final class DatabaseSource {
  private DatabaseSource() {}

  /// Connects and reads all namespaces, or the one that the URL names as Prisma's do (`?schema=`).
  ///
  /// @param name what messages call the database
  public static Reading read(ConnectionUrl url, String name) {
    return read(url, IntrospectionOptions.of(url, name));
  }

  /// Reads what a schema is to be compared with: a schema that says itself which namespaces it is
  /// about means these, whatever the URL names for a client that knows only one.
  public static Reading readBeside(Schema schema, ConnectionUrl url, String name) {
    return schema.isAboutSeveral()
        ? read(url, IntrospectionOptions.everything(name))
        : read(url, name);
  }

  /// Reads the same for people to look at: the one namespace that a URL names keeps its name.
  public static Reading readAsNamed(ConnectionUrl url, String name) {
    return read(url, IntrospectionOptions.asNamed(url, name));
  }

  /// Returns the server's version as `server_version_num` has it: 180006 is 18.6.
  public static int serverVersion(ConnectionUrl url) {
    try (var session = Session.open(url)) {
      return session.serverVersion();
    }
  }

  private static Reading read(ConnectionUrl url, IntrospectionOptions options) {
    try (var session = Session.open(url)) {
      return Introspector.read(session, options);
    }
  }
}
