package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.PrismaMigrate;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Histories of real applications, from the package registry: what Prisma's engine makes of the
/// migrations is what the application makes of its revisions.
class RealTakeoverTest {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @TempDir private Path folder;

  @BeforeEach
  void onlyInASlowRun() {
    Assumptions.assumeTrue(
        Boolean.getBoolean("lockstep.slow"), "installs whole applications: ./dev test --slow");
  }

  @Test
  void prefect() throws IOException {
    var python = PythonEnvironment.of("prefect");
    var home = packages(python).resolve("prefect/server/database");
    var upgrade = List.of("prefect", "server", "database", "upgrade", "-y");
    takeOver(
        python,
        "catalogs equal after 118 of 118 revisions",
        "--config " + home,
        "--versions " + home.resolve("_migrations/versions/postgresql"),
        "--upgrade '%s'".formatted(String.join(" ", upgrade)),
        "--downgrade 'prefect server database downgrade -y -r base'");
    try (var theirs = ScratchServer.instance().plain()) {
      own(python, upgrade, theirs);
      areEqual(theirs);
    }
  }

  @Test
  void mlflow() throws IOException {
    var python = PythonEnvironment.of("mlflow");
    takeOver(
        python,
        "catalogs equal after 67 of 67 revisions",
        "--config " + packages(python).resolve("mlflow/store/db_migrations"),
        "--upgrade 'mlflow db upgrade {url:psycopg2}'",
        "--no-down");
    try (var theirs = ScratchServer.instance().plain()) {
      own(python, List.of("mlflow", "db", "upgrade", theirs.sqlAlchemyUrl("psycopg2")), theirs);
      areEqual(theirs);
    }
  }

  private void takeOver(PythonEnvironment python, String proof, String... options) {
    var words =
        new ArrayList<>(
            List.of(
                "'%s'".formatted(Path.of(System.getProperty("java.home"), "bin", "java")),
                "-cp '%s'".formatted(System.getProperty("java.class.path")),
                "lockstep.cli.Main takeover --from alembic --to prisma",
                "--python '%s'".formatted(python.program("python"))));
    words.addAll(List.of(options));
    var start = System.nanoTime();
    var taken =
        Command.run(
            folder,
            settings("postgresql+asyncpg://nobody@localhost:1/none"),
            LIMIT,
            List.of("sh", "-c", String.join(" ", words)));
    System.out.printf(
        "%s: taken over in %d ms%n",
        python.name(), Duration.ofNanos(System.nanoTime() - start).toMillis());
    assertThat(taken.exit()).as(taken.errors()).isZero();
    assertThat(taken.errors()).contains(proof);
  }

  private void own(PythonEnvironment python, List<String> command, Scratch database) {
    var words = new ArrayList<>(command);
    words.set(0, python.program(command.getFirst()).toString());
    Command.run(folder, settings(database.sqlAlchemyUrl("asyncpg")), LIMIT, words)
        .orThrow(String.join(" ", command));
  }

  /// What the applications want to know, each its own.
  private Map<String, String> settings(String url) {
    return Map.of(
        "PREFECT_API_DATABASE_CONNECTION_URL",
        url,
        "PREFECT_HOME",
        folder.resolve("home").toString());
  }

  private void areEqual(Scratch theirs) {
    try (var ours = ScratchServer.instance().plain()) {
      PrismaMigrate.open()
          .deploy(folder.resolve("prisma/migrations"), ours.url())
          .orThrow("deploy");
      assertThat(ours.run("drop table _prisma_migrations")).isEmpty();
      assertThat(theirs.run("drop table alembic_version")).isEmpty();
      assertThat(ours.catalog().differencesTo(theirs.catalog())).isEmpty();
    }
  }

  private static Path packages(PythonEnvironment python) throws IOException {
    var library = python.program("python").getParent().resolveSibling("lib");
    try (var versions = Files.list(library)) {
      return versions.max(Comparator.naturalOrder()).orElseThrow().resolve("site-packages");
    }
  }
}
