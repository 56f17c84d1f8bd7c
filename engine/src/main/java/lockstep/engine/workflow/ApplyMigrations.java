package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Progress;
import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.Environment;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.HistoryFindings;
import lockstep.migration.Migration;
import lockstep.migration.Reconciliation;
import lockstep.migration.Standing;

/// Brings a database to what is on disk: every migration that it has not got, in order.
public final class ApplyMigrations {
  private ApplyMigrations() {}

  /// @param folder of the migrations
  /// @param last to apply; empty for all of them
  /// @param limits how long to wait for others; empty to change nothing and only say what would be
  ///   done
  public record Request(
      Path folder,
      ConnectionUrl database,
      Optional<String> last,
      Optional<Limits> limits,
      Environment environment,
      Progress progress) {}

  /// @param planned what was to be applied, in order
  /// @param applied how many of them were
  public record Outcome(List<Migration> planned, int applied, List<Diagnostic> diagnostics) {
    public Outcome {
      planned = List.copyOf(planned);
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /// Changes nothing where anything is wrong that can be seen beforehand.
  public static Outcome run(Request request) {
    var folder = MigrationFolder.read(request.folder(), request.environment()::show);
    var diagnostics = new ArrayList<>(folder.diagnostics());
    request
        .last()
        .flatMap(it -> NamedMigration.missing(it, folder.migrations()))
        .ifPresent(diagnostics::add);
    if (!diagnostics.isEmpty()) {
      return new Outcome(List.of(), 0, diagnostics);
    }
    if (request.limits().isEmpty()) {
      var status = ReportStatus.of(folder, request.database());
      return new Outcome(planned(status.history(), request.last()), 0, status.diagnostics());
    }
    try (var run =
        HistoryRun.open(request.database(), request.limits().get(), request.progress())) {
      return apply(run, folder.migrations(), request.last());
    }
  }

  private static Outcome apply(HistoryRun run, List<Migration> onDisk, Optional<String> last) {
    var history = Reconciliation.of(onDisk, run.rows());
    var planned = planned(history, last);
    var diagnostics = new ArrayList<>(HistoryFindings.of(history));
    if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
      run.begin().ifPresent(diagnostics::add);
    }
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return new Outcome(planned, 0, diagnostics);
    }
    var applied = 0;
    for (var migration : planned) {
      var failure = run.apply(migration);
      if (failure.isPresent()) {
        diagnostics.add(failure.get());
        break;
      }
      applied++;
    }
    return new Outcome(planned, applied, diagnostics);
  }

  private static List<Migration> planned(Reconciliation history, Optional<String> last) {
    return history.pending().stream()
        .map(Standing.Pending::migration)
        .filter(it -> last.map(name -> it.name().compareTo(name) <= 0).orElse(true))
        .toList();
  }
}
