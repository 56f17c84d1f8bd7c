package lockstep.engine.source.database;

import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.mapping.Reading;
import lockstep.schema.Identifier;

/// Reads a live database.
public final class DatabaseSource {
  private DatabaseSource() {}

  /// Connects and reads all namespaces, or the one that the URL names as Prisma's do (`?schema=`).
  ///
  /// @param name what messages call the database
  public static Reading read(ConnectionUrl url, String name) {
    var options =
        url.namespace()
            .map(it -> IntrospectionOptions.only(name, Identifier.of(it)))
            .orElseGet(() -> IntrospectionOptions.everything(name));
    try (var session = Session.open(url)) {
      return Introspector.read(session, options);
    }
  }
}
