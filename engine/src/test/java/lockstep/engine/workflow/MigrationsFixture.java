package lockstep.engine.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.check.drift.Ignored;
import lockstep.check.lint.Levels;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Progress;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.project.Environment;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.project.Tools;
import lockstep.engine.testing.TestServer;
import lockstep.engine.workflow.ResolveMigration.Verdict;
import org.junit.jupiter.api.io.TempDir;

/// A folder of migrations, what is done with it, and what databases have of it then.
abstract class MigrationsFixture {
  @TempDir Path folder;

  void write(String name, String script) throws IOException {
    var migration = Files.createDirectories(folder.resolve(name));
    Files.writeString(migration.resolve("migration.sql"), script);
  }

  ApplyMigrations.Outcome apply(ConnectionUrl url) {
    return apply(url, Optional.empty());
  }

  ApplyMigrations.Outcome apply(ConnectionUrl url, Optional<String> last) {
    return apply(url, last, Duration.ofSeconds(10));
  }

  ApplyMigrations.Outcome apply(ConnectionUrl url, Optional<String> last, Duration patience) {
    return apply(url, last, limits(patience));
  }

  ApplyMigrations.Outcome apply(ConnectionUrl url, Optional<String> last, Limits limits) {
    return apply(url, last, limits, Progress.SILENT);
  }

  ApplyMigrations.Outcome apply(
      ConnectionUrl url, Optional<String> last, Limits limits, Progress progress) {
    return ApplyMigrations.run(
        new ApplyMigrations.Request(
            folder,
            url,
            last,
            Optional.of(new ApplyMigrations.Manner(limits, Optional.empty())),
            environment(),
            progress));
  }

  ReportStatus.Outcome status(ConnectionUrl url) {
    return ReportStatus.run(new ReportStatus.Request(folder, url, Optional.empty(), environment()));
  }

  List<Diagnostic> resolve(ConnectionUrl url, Verdict verdict) {
    return ResolveMigration.run(
        new ResolveMigration.Request(
            folder, url, verdict, limits(Duration.ofSeconds(3)), environment(), Progress.SILENT));
  }

  static Limits limits(Duration patience) {
    return Limits.of(Patience.of(patience), Optional.empty());
  }

  /// Returns a reader whose shadow is the tests' own server.
  SourceReader reader() {
    return reader(environment(), folder);
  }

  static SourceReader reader(Environment environment, Path folder) {
    var tools =
        new Tools(
            new ShadowSettings.Embedded(TestServer.settings()),
            PythonSettings.DEFAULT,
            Ignored.NONE,
            Levels.DEFAULT);
    return new SourceReader(environment, folder, tools, Progress.SILENT);
  }

  Environment environment() {
    return new Environment(Map.of(), folder, folder);
  }

  static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(it -> it.code().id()).toList();
  }

  static List<String> tables(ShadowDatabase database) {
    return database
        .session()
        .query(
            "select relname from pg_class where relkind = 'r'"
                + " and relnamespace = 'public'::regnamespace order by relname collate \"C\"",
            row -> row.text(1));
  }

  static List<String> rows(ShadowDatabase database) {
    return database
        .session()
        .query(
            """
            select concat_ws(' ', migration_name, applied_steps_count,
              case when finished_at is null then 'unfinished' else 'finished' end,
              case when finished_at = started_at then 'same' else '' end,
              case when rolled_back_at is null then 'null' else 'rolled' end,
              coalesce(split_part(logs, '.', 1), 'null'))
            from _prisma_migrations order by started_at""",
            row -> row.text(1));
  }
}
