package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.migrate.prisma.HistoryTable;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.project.Environment;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.HistoryFindings;
import lockstep.migration.Reconciliation;

/// Says how the migrations on disk stand to a database. Only reads.
public final class ReportStatus {
  private ReportStatus() {}

  /// @param folder of the migrations
  public record Request(Path folder, ConnectionUrl database, Environment environment) {}

  /// @param history of what could be read
  public record Outcome(Reconciliation history, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }

    /// Returns whether the database has what is on disk, and nothing is worse than a note.
    public boolean isUpToDate() {
      return history.pending().isEmpty()
          && diagnostics.stream().allMatch(it -> it.severity() == Severity.NOTE);
    }
  }

  public static Outcome run(Request request) {
    return of(
        MigrationFolder.read(request.folder(), request.environment()::show), request.database());
  }

  static Outcome of(MigrationFolder folder, ConnectionUrl database) {
    try (var session = Session.open(database)) {
      var table = new HistoryTable(session);
      var history = Reconciliation.of(folder.migrations(), session.readOnly(_ -> table.rows()));
      var diagnostics = new ArrayList<>(folder.diagnostics());
      table.objection().ifPresent(diagnostics::add);
      diagnostics.addAll(HistoryFindings.of(history));
      return new Outcome(history, diagnostics);
    }
  }
}
