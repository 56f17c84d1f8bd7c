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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// Histories of real applications, from the package registry: what Prisma's engine makes of the
/// migrations is what the application makes of its revisions.
class RealTakeoverTest {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /// Its own command starts the whole application first.
  private static final String LANGFLOW =
      """
      import sys

      from alembic import command
      from alembic.config import Config

      verb, home, url = sys.argv[1:]
      config = Config(home + "/alembic.ini")
      config.set_main_option("script_location", home + "/alembic")
      config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
      if verb == "upgrade":
          command.upgrade(config, "heads")
      else:
          command.downgrade(config, "base")
      """;

  @TempDir private Path folder;

  @BeforeEach
  void onlyInASlowRun(TestInfo test) {
    Assumptions.assumeTrue(
        Boolean.getBoolean("lockstep.slow") || test.getTags().contains("source"),
        "installs whole applications: ./dev test --slow");
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

  @Test
  void openWebui() throws IOException {
    var python = PythonEnvironment.of("open-webui");
    var home = packages(python).resolve("open_webui");
    takeOver(python, "66 with a way back; catalogs equal after 66 of 66", "--config " + home);
    try (var theirs = ScratchServer.instance().plain()) {
      var words = "'%s' -m alembic upgrade heads".formatted(python.program("python"));
      Command.run(
              home,
              Map.of(
                  "DATABASE_URL",
                  theirs.sqlAlchemyUrl("psycopg2"),
                  "WEBUI_SECRET_KEY",
                  "secret",
                  "DATA_DIR",
                  folder.toString()),
              LIMIT,
              List.of("sh", "-c", words))
          .orThrow(words);
      areEqual(theirs);
    }
  }

  /// Three foreign keys of one column are no Prisma schema; back it goes as far as its own command
  /// does.
  @Test
  void langflow() throws IOException {
    var python = PythonEnvironment.of("langflow");
    var home = packages(python).resolve("langflow");
    var script = Files.writeString(folder.resolve("upgrade.py"), LANGFLOW);
    var words = "python %s %s %s ".formatted(script, "%s", home);
    takeOver(
        python,
        "137 with a way back; catalogs equal after 162 of 162 revisions",
        "--config " + home,
        "--no-pull",
        "--upgrade '%s{url:psycopg}'".formatted(words.formatted("upgrade")),
        "--downgrade '%s{url:psycopg}'".formatted(words.formatted("downgrade")));
    try (var theirs = ScratchServer.instance().plain()) {
      own(
          python,
          List.of(
              "python",
              script.toString(),
              "upgrade",
              home.toString(),
              theirs.sqlAlchemyUrl("psycopg")),
          theirs);
      areEqual(theirs);
    }
  }

  /// The history of a copy that somebody brings, as of polar or neuroagent, with an environment
  /// `.venv` of its own: `./dev test --source DIR`, with `--options` for what its command needs.
  @Test
  @Tag("source")
  void aCopyThatSomebodyBrings() {
    var source = System.getProperty("lockstep.source", "");
    Assumptions.assumeTrue(
        !source.isEmpty(), "no copy of a project with an Alembic history: ./dev test --source DIR");
    takeOver(
        "catalogs equal after ",
        "--config '%s'".formatted(Path.of(source).toAbsolutePath()),
        "--no-generate",
        System.getProperty("lockstep.source.options", ""));
    try (var ours = ScratchServer.instance().plain()) {
      PrismaMigrate.open()
          .deploy(folder.resolve("prisma/migrations"), ours.url())
          .orThrow("deploy");
    }
  }

  private void takeOver(PythonEnvironment python, String proof, String... options) {
    var words = new ArrayList<>(List.of("--python '%s'".formatted(python.program("python"))));
    words.addAll(List.of(options));
    takeOver(proof, words.toArray(String[]::new));
  }

  private void takeOver(String proof, String... options) {
    var words =
        new ArrayList<>(
            List.of(
                "'%s'".formatted(Path.of(System.getProperty("java.home"), "bin", "java")),
                "-cp '%s'".formatted(System.getProperty("java.class.path")),
                "lockstep.cli.Main takeover --from alembic --to prisma"));
    words.addAll(List.of(options));
    var start = System.nanoTime();
    var taken =
        Command.run(
            folder,
            settings("postgresql+asyncpg://nobody@localhost:1/none"),
            LIMIT,
            List.of("sh", "-c", String.join(" ", words)));
    System.out.printf(
        "%s: taken over in %d ms%n", proof, Duration.ofNanos(System.nanoTime() - start).toMillis());
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
        folder.resolve("home").toString(),
        "DATABASE_URL",
        "postgresql://nobody@localhost:1/none",
        "WEBUI_SECRET_KEY",
        "secret",
        "DATA_DIR",
        folder.toString());
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
