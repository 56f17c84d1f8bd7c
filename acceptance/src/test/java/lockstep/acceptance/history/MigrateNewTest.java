package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.oracle.PrismaEngine;
import lockstep.acceptance.oracle.PrismaEngine.Answer;
import lockstep.acceptance.oracle.PrismaMigrate;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import lockstep.acceptance.standing.Standing;
import lockstep.check.drift.Ignored;
import lockstep.check.lint.Levels;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.engine.Progress;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.project.Environment;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Tools;
import lockstep.engine.testing.TestServer;
import lockstep.engine.workflow.Consent;
import lockstep.engine.workflow.PlanChanges;
import lockstep.engine.workflow.RollBackMigrations;
import lockstep.engine.workflow.SourceReader;
import lockstep.engine.workflow.WriteMigration;
import lockstep.plan.Style;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Migrations that are written for recorded changes of real schemas: Prisma's engine applies them
/// and finds its database up to date, which is then what Prisma would have made; taken back, it is
/// what it was.
class MigrateNewTest {
  private static final PrismaEngine PRISMA = PrismaEngine.instance();
  private static final int EVERY = 12;

  private static PrismaMigrate migrate;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    migrate = PrismaMigrate.open();
  }

  @Test
  void recordedChangesLeadThereAndBack() {
    var corpus = Corpus.open();
    var schemas = corpus.triples().stream().collect(Collectors.toMap(SchemaCase::name, it -> it));
    var isSlow = Boolean.getBoolean("lockstep.slow");
    var standing = Standing.of(isSlow ? "migrate-new" : "migrate-new-sample");
    var names = corpus.changesOfTablesOnly();
    for (var i = 0; i < names.size(); i += isSlow ? 1 : EVERY) {
      var name = names.get(i);
      var from = schemas.get(name + "/before");
      var to = schemas.get(name + "/after");
      if (isTaken(from) && isTaken(to)) {
        var style = i % 2 == 0 ? Style.ONLINE : Style.PLAIN;
        standing.count(name, difference(folder.resolve("project" + i), from, to, style));
      }
    }
    standing.close();
  }

  private static Optional<String> difference(
      Path project, SchemaCase from, SchemaCase to, Style style) {
    try (var before = ScratchServer.instance().scratch();
        var after = ScratchServer.instance().scratch();
        var ours = ScratchServer.instance().scratch()) {
      var ddl = ddl(from);
      var migrations = Files.createDirectories(project.resolve("migrations/0_init")).getParent();
      Files.writeString(migrations.resolve("0_init/migration.sql"), ddl);
      Files.writeString(project.resolve("schema.prisma"), to.files().getFirst().content());
      if (before.run(ddl).isPresent() || after.run(ddl(to)).isPresent()) {
        return Optional.of("PostgreSQL refuses Prisma's script");
      }
      var outcome = write(project, style);
      var findings =
          outcome.diagnostics().stream()
              .filter(it -> it.isError() || it.code().id().equals("MIG030"))
              .map(PlainRenderer::render)
              .toList();
      if (!findings.isEmpty()) {
        return Optional.of(String.join("", findings));
      }
      migrate.deploy(migrations, ours.url()).orThrow("deploy");
      assertThat(migrate.status(migrations, ours.url())).contains("\"history\": null");
      var found = new ArrayList<>(differences("there", ours, after));
      var back = rollBack(project, ours);
      back.diagnostics().stream()
          .filter(Diagnostic::isError)
          .forEach(it -> found.add(PlainRenderer.render(it)));
      assertThat(migrate.status(migrations, ours.url()))
          .as("%s", outcome.written())
          .contains(outcome.written().isEmpty() ? "\"history\": null" : "databaseIsBehind");
      found.addAll(differences("back", ours, before));
      return found.stream().limit(8).reduce((a, b) -> a + "\n" + b);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Not every recorded schema is one for PostgreSQL, or one that Prisma takes today.
  private static boolean isTaken(SchemaCase schema) {
    return schema.isOurs() && PRISMA.ddl(schema.files()) instanceof Answer.Value;
  }

  /// An extension that a schema takes for granted is made by hand, as in its own history.
  private static String ddl(SchemaCase schema) {
    var ddl = PRISMA.ddl(schema.files()).orThrow();
    return (ddl.contains("CITEXT") ? "CREATE EXTENSION IF NOT EXISTS citext;\n" : "") + ddl;
  }

  private static List<String> differences(String way, Scratch one, Scratch other) {
    return one.catalog().differencesTo(other.catalog()).stream()
        .filter(it -> !it.contains(" column position ") && !it.contains("_prisma_migrations"))
        .map(it -> way + ": " + it)
        .toList();
  }

  private static RollBackMigrations.Outcome rollBack(Path project, Scratch database) {
    return RollBackMigrations.run(
        new RollBackMigrations.Request(
            project.resolve("migrations"),
            database.url(),
            new RollBackMigrations.Range.DownTo("0_init"),
            List.of("all"),
            Optional.of(Limits.of(Patience.USUAL, Optional.empty())),
            new Environment(Map.of(), project, project),
            Progress.SILENT));
  }

  private static WriteMigration.Outcome write(Path project, Style style) {
    var environment = new Environment(Map.of(), project, project);
    var tools =
        new Tools(
            new ShadowSettings.Embedded(TestServer.settings()),
            PythonSettings.DEFAULT,
            Ignored.NONE,
            Levels.DEFAULT);
    var schema = new SourceSpec.Prisma(project.resolve("schema.prisma"), "schema.prisma");
    try (var reader = new SourceReader(environment, project, tools, Progress.SILENT)) {
      return WriteMigration.run(
          new WriteMigration.Request(
              project.resolve("migrations"),
              "change",
              new WriteMigration.Content.Difference(schema, style),
              reader,
              PlanChanges.Trial.WANTED,
              new Consent(List.of("all"), List.of()),
              environment,
              LocalDateTime.of(2026, 1, 12, 9, 0)));
    }
  }
}
