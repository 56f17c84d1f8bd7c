package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.Shadow;

/// What a cluster holds before anybody uses it: a role for shadow databases, a place in memory for
/// them, and no shadow database that an earlier process left behind.
final class Furnishing {
  static final String ROLE = "lockstep";
  static final String MEMORY = "lockstep_memory";

  private Furnishing() {}

  /// Furnishes a server that has just been started, and that nobody else can be using.
  static void furnish(Session superuser, Cluster cluster) throws IOException {
    if (!exists(superuser, "pg_roles where rolname = '" + ROLE + "'")) {
      superuser.execute("create role " + ROLE + " login");
    }
    dropLeftovers(superuser);
    placeInMemory(superuser, cluster);
  }

  /// Whoever was given the address may have made databases too; those stay.
  private static void dropLeftovers(Session superuser) {
    var leftovers =
        "select quote_ident(datname) from pg_database where starts_with(datname, '%s')"
            .formatted(Shadow.PREFIX);
    for (var name : superuser.query(leftovers, row -> row.text(1))) {
      superuser.execute("drop database " + name);
    }
  }

  /// The folder is gone when the machine was restarted since.
  private static void placeInMemory(Session superuser, Cluster cluster) throws IOException {
    var location =
        superuser.queryOne(
            "select pg_tablespace_location(oid) from pg_tablespace where spcname = '%s'"
                .formatted(MEMORY),
            row -> row.text(1));
    if (location.isPresent() && Files.isDirectory(Path.of(location.get()))) {
      return;
    }
    if (location.isPresent()) {
      superuser.execute("drop tablespace " + MEMORY);
    }
    var folder = cluster.makeMemoryFolder();
    if (folder.isPresent()) {
      superuser.execute("create tablespace %s location '%s'".formatted(MEMORY, folder.get()));
    }
  }

  private static boolean exists(Session session, String what) {
    return session.queryOne("select from " + what, _ -> true).isPresent();
  }
}
