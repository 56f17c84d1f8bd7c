package lockstep.acceptance.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lockstep.engine.postgres.ConnectionUrl;
import org.junit.jupiter.api.Assumptions;

/// The commands of `prisma migrate` by Prisma's own engine, from `shared/oracle` beside the
/// checkout.
public final class PrismaMigrate {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /// A file goes to the server in one message, as Prisma sends it up to 7.3.
  private static final Map<String, String> WHOLE = Map.of("ORACLE_SCRIPT", "whole");

  private final Path script;

  private PrismaMigrate(Path script) {
    this.script = script;
  }

  /// Returns the engine; where this machine has none, the calling test is skipped and says so.
  public static PrismaMigrate open() {
    var script = Checkout.shared().map(it -> it.resolve("oracle/prisma/migrate.mjs"));
    Assumptions.assumeTrue(
        script.isPresent()
            && Files.exists(script.get())
            && Files.isDirectory(home().resolve("node_modules"))
            && Command.find("node").isPresent(),
        "no engine of Prisma's migrations: node shared/oracle/prisma/setup.mjs installs it");
    return new PrismaMigrate(script.orElseThrow());
  }

  private static Path home() {
    return Path.of(
        System.getenv()
            .getOrDefault("ORACLE_HOME", System.getProperty("java.io.tmpdir") + "/prisma-oracle"));
  }

  public Command.Result deploy(Path migrations, ConnectionUrl url) {
    return run("deploy", migrations, url);
  }

  /// Returns what the engine finds out about a history, as JSON.
  public String status(Path migrations, ConnectionUrl url) {
    return run("status", migrations, url).orThrow("status of " + migrations).output();
  }

  public Command.Result resolve(Path migrations, ConnectionUrl url, String option, String name) {
    return run("resolve", migrations, url, option, name);
  }

  /// Returns the SQL by which Prisma's own command line would bring a project's database to its
  /// schema, as its settings say.
  public String difference(Path project, String schema, ConnectionUrl url) throws IOException {
    var modules = project.resolve("node_modules");
    if (!Files.exists(modules)) {
      Files.createSymbolicLink(modules, home().resolve("node_modules"));
    }
    var words =
        List.of(
            "sh",
            script.resolveSibling("prisma-cli.sh").toString(),
            "migrate",
            "diff",
            "--from-config-datasource",
            "--to-schema",
            schema,
            "--script");
    return Command.run(project, Map.of("DATABASE_URL", url.reveal()), LIMIT, words)
        .orThrow("the difference of " + project)
        .output();
  }

  private Command.Result run(String verb, Path migrations, ConnectionUrl url, String... more) {
    var words =
        new ArrayList<>(
            List.of(
                "node",
                script.toString(),
                verb,
                "--migrations",
                migrations.toString(),
                "--url",
                url.reveal()));
    words.addAll(List.of(more));
    return Command.run(migrations, WHOLE, LIMIT, words);
  }
}
