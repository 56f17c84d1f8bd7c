package lockstep.acceptance.oracle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Prisma's engine with a live database, by the scripts in `shared/oracle/prisma`; one process each
/// time.
///
/// `ORACLE_HOME` names where its packages are, else a folder in the temporary one is looked into.
public final class PrismaDatabase {
  private static final String EMPTY = "-- This is an empty migration.";

  private final Path scripts;
  private final Path home;
  private final String node;

  private PrismaDatabase(Path scripts, Path home, String node) {
    this.scripts = scripts;
    this.home = home;
    this.node = node;
  }

  /// Returns the engine; empty where this machine does not have it.
  public static Optional<PrismaDatabase> find() {
    var named = Optional.ofNullable(System.getenv("ORACLE_HOME"));
    var home = Path.of(named.orElse(System.getProperty("java.io.tmpdir") + "/prisma-oracle"));
    return Checkout.shared()
        .map(it -> it.resolve("oracle/prisma"))
        .filter(it -> Files.isDirectory(it) && Files.isDirectory(home.resolve("node_modules")))
        .flatMap(it -> Command.find("node").map(n -> new PrismaDatabase(it, home, n.toString())));
  }

  /// Makes a database as `prisma db push` does.
  public void push(Path schema, ScratchServer.Scratch database) {
    run(database, "migrate.mjs", "push", "--schema", schema.toString());
  }

  /// Returns the script that would make a database what the schema says; empty where nothing is to
  /// do.
  public Optional<String> toDo(ScratchServer.Scratch database, Path schema) {
    var script = run(database, "diff.mjs", "db", schema.toString()).strip();
    return Optional.of(script).filter(it -> !it.isEmpty() && !it.equals(EMPTY));
  }

  private String run(ScratchServer.Scratch database, String script, String... arguments) {
    var words = new ArrayList<>(List.of(node, scripts.resolve(script).toString()));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--url", database.url().toString()));
    return Command.run(
            scripts, Map.of("ORACLE_HOME", home.toString()), Duration.ofMinutes(2), words)
        .orThrow("Prisma's engine")
        .output();
  }
}
