package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Progress;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.Environment;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.HistoryFindings;
import lockstep.migration.Recorded;

/// Settles a migration that is not as it should be: records what somebody knows of it, that it is
/// there or that what it left is gone, or goes on with it.
public final class ResolveMigration {
  private ResolveMigration() {}

  /// What is declared.
  public sealed interface Verdict {
    String name();

    record Applied(String name) implements Verdict {}

    record RolledBack(String name) implements Verdict {}

    /// What is in the way is gone, so that the rest of it can be run.
    ///
    /// @param statement the number of the first one to run, where the record does not tell
    record Resumed(String name, Optional<Integer> statement) implements Verdict {}
  }

  /// @param folder of the migrations
  /// @param limits how long to wait for others
  public record Request(
      Path folder,
      ConnectionUrl database,
      Verdict verdict,
      Limits limits,
      Environment environment,
      Progress progress) {}

  /// Returns why nothing was recorded; empty where all went well.
  public static List<Diagnostic> run(Request request) {
    var folder = MigrationFolder.read(request.folder(), request.environment()::show);
    if (!folder.diagnostics().isEmpty()) {
      return folder.diagnostics();
    }
    try (var run = HistoryRun.open(request.database(), request.limits(), request.progress())) {
      var refusal =
          switch (request.verdict()) {
            case Verdict.Applied(var name) -> applied(name, folder, run);
            case Verdict.RolledBack(var name) -> rolledBack(name, folder, run);
            case Verdict.Resumed(var name, var statement) -> resumed(name, statement, folder, run);
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
    var half = attempts.stream().filter(Recorded::isHalfTakenBack).findFirst();
    if (half.isPresent()) {
      run.declareWhole(half.get());
      return Optional.empty();
    }
    if (attempts.stream().anyMatch(Recorded::isApplied)) {
      return Optional.of(
          refusal(
              "The migration `%s` is recorded as applied already.".formatted(name),
              "There is nothing to resolve."));
    }
    run.declareApplied(List.of(migration.get()), attempts);
    return Optional.empty();
  }

  private static Optional<Diagnostic> rolledBack(
      String name, MigrationFolder folder, HistoryRun run) {
    return with(
        name,
        folder,
        run,
        Recorded::isUnsettled,
        failed -> {
          run.declareRolledBack(failed);
          return Optional.empty();
        });
  }

  private static Optional<Diagnostic> resumed(
      String name, Optional<Integer> statement, MigrationFolder folder, HistoryRun run) {
    var migration = NamedMigration.find(name, folder.migrations());
    return migration.isEmpty()
        ? NamedMigration.missing(name, folder.migrations())
        : with(
            name,
            folder,
            run,
            Recorded::isFailed,
            failed ->
                HistoryFindings.unfit(migration.get())
                    .or(() -> run.resume(migration.get(), failed.getLast(), statement)));
  }

  private static Optional<Diagnostic> with(
      String name,
      MigrationFolder folder,
      HistoryRun run,
      Predicate<Recorded> wanted,
      Function<List<Recorded>, Optional<Diagnostic>> settle) {
    var rows = run.rows();
    var attempts = attempts(name, rows);
    if (attempts.isEmpty() && NamedMigration.find(name, folder.migrations()).isPresent()) {
      return Optional.of(
          refusal(
              "Nobody has tried to apply the migration `%s`, so there is nothing to settle."
                  .formatted(name),
              "Call `lockstep migrate apply`, or `--applied %s` where all that it makes is there."
                  .formatted(name)));
    }
    if (attempts.isEmpty()) {
      return Optional.of(
          NamedMigration.unknown(name, rows.stream().map(Recorded::name).distinct().toList()));
    }
    var failed = attempts.stream().filter(wanted).toList();
    return failed.isEmpty()
        ? Optional.of(
            refusal(
                "The migration `%s` has not failed, so there is nothing to settle.".formatted(name),
                "Only a failed migration is resolved; see `lockstep migrate status`."))
        : settle.apply(failed);
  }

  private static List<Recorded> attempts(String name, List<Recorded> rows) {
    return rows.stream().filter(it -> it.name().equals(name)).toList();
  }

  private static Diagnostic refusal(String fact, String advice) {
    return Diagnostic.of(MigrateCode.NOT_RESOLVABLE, fact).withAdvice(advice);
  }
}
