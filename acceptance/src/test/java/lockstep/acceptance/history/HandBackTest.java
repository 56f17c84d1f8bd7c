package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import lockstep.check.drift.Ignored;
import lockstep.check.lint.Levels;
import lockstep.engine.Progress;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.Environment;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.project.Tools;
import lockstep.engine.testing.TestServer;
import lockstep.engine.workflow.ApplyMigrations;
import lockstep.engine.workflow.HandBack;
import lockstep.engine.workflow.SourceReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Histories of migrations that Alembic goes on with: what it makes of the revisions is what the
/// migrations make.
class HandBackTest {
  private static final PythonEnvironment PYTHON = PythonEnvironment.newest();
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final boolean IS_SLOW = Boolean.getBoolean("lockstep.slow");
  private static final Set<String> SMALL =
      Set.of("saas-starter-kit", "superagent", "trigger.dev-run-ops");
  private static final Set<String> LARGE = Set.of("langfuse", "trigger.dev");

  private static final Limits LIMITS =
      Limits.of(Patience.of(Duration.ofSeconds(10)), Optional.empty());

  private static final String WITHOUT_HISTORIES =
      "drop table if exists alembic_version, _prisma_migrations";

  @TempDir private Path folder;
  private Path migrations;
  private AlembicProject project;

  @BeforeEach
  void place() throws IOException {
    migrations = Files.createDirectories(folder.resolve("migrations"));
    project = AlembicProject.begin(folder.resolve("backend"));
  }

  static Stream<Path> folders() {
    return Corpus.open().migrations().stream()
        .filter(it -> SMALL.contains(name(it)) || IS_SLOW && LARGE.contains(name(it)));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void realHistoriesGoOnUnderAlembic(Path real) throws IOException {
    try (var applied = ScratchServer.instance().plain();
        var fresh = ScratchServer.instance().plain()) {
      assertThat(apply(real, applied).diagnostics()).noneMatch(it -> it.isError());
      var outcome = handBack(real, Optional.of(applied));
      assertThat(outcome.diagnostics()).isEmpty();
      assertThat(outcome.written()).hasSize(count(real));
      var head = outcome.written().getLast().id();
      alembic(fresh, "upgrade", "head");
      assertThat(alembic(applied, "current").output()).isEqualTo(head + " (head)\n");
      assertThat(alembic(fresh, "current").output()).isEqualTo(head + " (head)\n");
      alembic(applied, "upgrade", "head");
      models(applied);
      assertThat(alembic(fresh, "check").output()).contains("No new upgrade operations detected.");
      assertThat(alembic(applied, "check").output())
          .contains("No new upgrade operations detected.");
      areEqual(applied, fresh);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"psycopg", "asyncpg"})
  void everyTextAndEveryTransactionComesThrough(String driver) throws IOException {
    write(
        "20260101000000_texts",
        """
        CREATE TYPE "mood" AS ENUM ('calm');
        CREATE TABLE "texts" (\r
          "percent" text DEFAULT '100%, %s, %(name)s, %%',\r
          "colon" text DEFAULT ':name, ::text, \\:x', -- "quoted \"\"\" thrice\"
          "escaped" text DEFAULT E'\\t\\\\ \\u00e9',
          "mark" text DEFAULT '\ufeff\u2028é$1'
        );
        CREATE FUNCTION f(int) RETURNS text LANGUAGE plpgsql AS $a$\r
        BEGIN\r
          EXECUTE $b$SELECT $1; -- '\\'$b$ USING 1;
          RETURN $1 || '%';
        END $a$;
        COMMENT ON TABLE "texts" IS 'ends with a backslash \\'""");
    write(
        "20260102000000_torn",
        """
        ALTER TYPE "mood" ADD VALUE 'wild';
        ALTER TABLE "texts" ADD COLUMN "mood" "mood" DEFAULT 'wild';
        """);
    write("20260103000000_adds", "ALTER TYPE mood ADD VALUE 'tame';");
    write("20260104000000_uses", "CREATE TABLE uses (mood mood DEFAULT 'tame');");
    write("20260105000000_alone", "CREATE INDEX CONCURRENTLY i ON texts (percent);");
    write("20260106000000_own", "BEGIN;\nCREATE TABLE own (id int);\nCOMMIT;\n");
    write(
        "20260107000000_settings",
        """
        SET lock_timeout = '3s';
        SELECT pg_catalog.set_config('search_path', '', false);
        CREATE TABLE public.settled (id int);
        """);
    write("20260108000000_nothing", "-- Nothing is done here.\n");
    write("20260109000000_last", "CREATE TABLE last (id int)", "DROP TABLE last; -- gone");
    try (var applied = ScratchServer.instance().plain()) {
      assertThat(apply(migrations, applied).diagnostics()).noneMatch(it -> it.isError());
      assertThat(handBack(migrations, Optional.of(applied)).written()).hasSize(9);
      python("ruff", "check", "--select", "E,F,UP,B,SIM", "--ignore", "E501", "alembic");
      python("mypy", "--strict", "alembic/env.py");
      alembic(applied.sqlAlchemyUrl(driver), "downgrade", "-1");
      alembic(applied.sqlAlchemyUrl(driver), "upgrade", "head");
      builtAnewItIsTheSame(driver, applied);
      // A project's own environment is as `alembic init` writes it: all in one transaction.
      var env = project.scripts().resolve("env.py");
      var usual = Files.readString(env).replace("        transaction_per_migration=True,\n", "");
      assertThat(usual).doesNotContain("transaction_per_migration");
      Files.writeString(env, usual);
      builtAnewItIsTheSame(driver, applied);
      assertThat(alembic(applied, "upgrade", "head", "--sql").output())
          .contains("DEFAULT '100%, %s, %(name)s, %%',\r\n", "':name, ::text, \\:x'");
    }
  }

  private void builtAnewItIsTheSame(String driver, Scratch applied) {
    try (var fresh = ScratchServer.instance().plain()) {
      alembic(fresh.sqlAlchemyUrl(driver), "upgrade", "head");
      areEqual(applied, fresh);
    }
  }

  private static void areEqual(Scratch applied, Scratch fresh) {
    try (var one = applied.copy();
        var other = fresh.copy()) {
      assertThat(one.run(WITHOUT_HISTORIES)).isEmpty();
      assertThat(other.run(WITHOUT_HISTORIES)).isEmpty();
      assertThat(one.catalog().differencesTo(other.catalog())).isEmpty();
    }
  }

  /// Models of what the database is, beside Alembic's settings, and compared by it.
  private void models(Scratch database) throws IOException {
    var words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "lockstep.cli.Main",
            "generate",
            "--from",
            "env:DATABASE_URL",
            "--to",
            "sqlalchemy",
            "--out",
            "models",
            "--package",
            "models");
    var variables = Map.of("DATABASE_URL", database.url().reveal());
    Command.run(project.folder(), variables, LIMIT, words).orThrow("generate");
    var env = project.scripts().resolve("env.py");
    var text = Files.readString(env);
    assertThat(text).contains(" | None = None\n");
    Files.writeString(
        env,
        text.replace(" | None = None\n", " = Base.metadata\n")
            .replace("import os\n", "import os\nfrom models import Base\n"));
  }

  private Command.Result alembic(Scratch database, String... words) {
    return alembic(database.sqlAlchemyUrl("psycopg"), words);
  }

  private Command.Result alembic(String url, String... words) {
    var line = new ArrayList<>(List.of(PYTHON.program("alembic").toString()));
    line.addAll(List.of(words));
    var variables = Map.of("DATABASE_URL", url, "PYTHONDONTWRITEBYTECODE", "1");
    return Command.run(project.folder(), variables, LIMIT, line).orThrow(String.join(" ", line));
  }

  private void python(String program, String... words) {
    PYTHON.run(project.folder(), LIMIT, program, List.of(words)).orThrow(program);
  }

  private ApplyMigrations.Outcome apply(Path from, Scratch database) {
    return ApplyMigrations.run(
        new ApplyMigrations.Request(
            from,
            database.url(),
            Optional.empty(),
            Optional.of(new ApplyMigrations.Manner(LIMITS, Optional.empty())),
            new Environment(Map.of(), from, from),
            Progress.SILENT));
  }

  private void write(String name, String script) throws IOException {
    Files.writeString(
        Files.createDirectories(migrations.resolve(name)).resolve("migration.sql"), script);
  }

  private void write(String name, String script, String down) throws IOException {
    write(name, script);
    Files.writeString(migrations.resolve(name).resolve("down.sql"), down);
  }

  private HandBack.Outcome handBack(Path real, Optional<Scratch> database) {
    var environment = new Environment(Map.of(), folder, folder);
    var tools =
        new Tools(
            new ShadowSettings.Embedded(TestServer.settings()),
            PythonSettings.DEFAULT,
            Ignored.NONE,
            Levels.DEFAULT);
    try (var reader = new SourceReader(environment, folder, tools, Progress.SILENT)) {
      return HandBack.run(
          new HandBack.Request(
              real,
              project,
              database.map(Scratch::url),
              reader,
              environment,
              LIMITS,
              false,
              false));
    }
  }

  private static int count(Path real) throws IOException {
    try (var entries = Files.list(real)) {
      return (int) entries.filter(Files::isDirectory).count();
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }
}
