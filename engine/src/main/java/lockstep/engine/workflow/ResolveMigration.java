package lockstep.engine.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Progress;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.Environment;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.Recorded;

/// Records what somebody knows of a migration: that it is there, or that what it left is gone. Runs
/// none of it.
public final class ResolveMigration {
  private ResolveMigration() {}

  /// What is declared.
  public sealed interface Verdict {
    String name();

    record Applied(String name) implements Verdict {}

    record RolledBack(String name) implements Verdict {}
  }

  /// @param folder of the migrations
  /// @param patience how long to wait for others
  public record Request(
      Path folder,
      ConnectionUrl database,
      Verdict verdict,
      Duration patience,
      Environment environment,
      Progress progress) {}

  /// Returns why nothing was recorded; empty where all went well.
  public static List<Diagnostic> run(Request request) {
    var folder = MigrationFolder.read(request.folder(), request.environment()::show);
    if (!folder.diagnostics().isEmpty()) {
      return folder.diagnostics();
    }
    try (var run = HistoryRun.open(request.database(), request.patience(), request.progress())) {
      var refusal =
          switch (request.verdict()) {
            case Verdict.Applied(var name) -> applied(name, folder, run);
            case Verdict.RolledBack(var name) -> rolledBack(name, run);
          };
      return refusal.stream().toList();
    }
  }

  private static Optional<Diagnostic> applied(String name, MigrationFolder folder, HistoryRun run) {
    var migration = NamedMigration.find(name, folder.migrations());
    if (migration.isEmpty()) {
      return NamedMigration.missing(name, folder.migrations());
    }
    var attempts = attempts(name, run.rows());
    if (attempts.stream().anyMatch(Recorded::isApplied)) {
      return Optional.of(
          refusal(
              "The migration `%s` is recorded as applied already.".formatted(name),
              "There is nothing to resolve."));
    }
    run.declareApplied(migration.get(), attempts);
    return Optional.empty();
  }

  private static Optional<Diagnostic> rolledBack(String name, HistoryRun run) {
    var rows = run.rows();
    var attempts = attempts(name, rows);
    if (attempts.isEmpty()) {
      return Optional.of(
          NamedMigration.unknown(name, rows.stream().map(Recorded::name).distinct().toList()));
    }
    if (attempts.stream().noneMatch(Recorded::isFailed)) {
      return Optional.of(
          refusal(
              "The migration `%s` has not failed, so there is nothing that was rolled back."
                  .formatted(name),
              "Only a failed migration is resolved; see `lockstep migrate status`."));
    }
    run.declareRolledBack(attempts);
    return Optional.empty();
  }

  private static List<Recorded> attempts(String name, List<Recorded> rows) {
    return rows.stream().filter(it -> it.name().equals(name)).toList();
  }

  private static Diagnostic refusal(String fact, String advice) {
    return Diagnostic.of(MigrateCode.NOT_RESOLVABLE, fact).withAdvice(advice);
  }
}
