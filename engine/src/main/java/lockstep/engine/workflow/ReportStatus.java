package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.migrate.ChangeLock;
import lockstep.engine.migrate.prisma.HistoryTable;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.Environment;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.HistoryFindings;
import lockstep.migration.Reconciliation;
import lockstep.migration.Revision;
import lockstep.migration.RevisionFindings;
import lockstep.migration.RevisionStanding;

/// Says how the migrations on disk stand to a database, and the revisions of Alembic where there
/// are any. Only reads.
public final class ReportStatus {
  private ReportStatus() {}

  /// @param folder of the migrations
  /// @param alembic the history of Alembic's that the project has as well, or instead
  public record Request(
      Path folder,
      ConnectionUrl database,
      Optional<AlembicProject> alembic,
      Environment environment) {}

  /// @param history of what could be read
  /// @param revisions of Alembic's, where the project has any
  public record Outcome(
      Reconciliation history, Optional<RevisionStanding> revisions, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }

    /// Returns whether the database has what is on disk, and nothing is worse than a note.
    public boolean isUpToDate() {
      return history.pending().isEmpty()
          && pendingRevisions().isEmpty()
          && diagnostics.stream().allMatch(it -> it.severity() == Severity.NOTE);
    }

    /// Returns the revisions that the database is to get: a database that Prisma's history made has
    /// no need of Alembic's.
    public List<Revision> pendingRevisions() {
      return revisions
          .filter(it -> it.versions().isPresent() || history.standings().isEmpty())
          .map(RevisionStanding::pending)
          .orElse(List.of());
    }
  }

  public static Outcome run(Request request) {
    var alembic =
        request
            .alembic()
            .map(it -> AlembicHistory.read(it, request.environment()))
            .filter(AlembicHistory::isThere);
    // Who has a history of Alembic's need not have a folder of migrations.
    var folder =
        alembic.isPresent()
            ? MigrationFolder.begin(request.folder(), request.environment()::show)
            : MigrationFolder.read(request.folder(), request.environment()::show);
    try (var session = Session.open(request.database())) {
      return of(folder, alembic, session);
    }
  }

  static Outcome of(MigrationFolder folder, ConnectionUrl database) {
    try (var session = Session.open(database)) {
      return of(folder, Optional.empty(), session);
    }
  }

  /// A folder that cannot be read is not gone.
  private static Reconciliation without(Set<String> unread, Reconciliation history) {
    return new Reconciliation(
        history.standings().stream().filter(it -> !unread.contains(it.name())).toList());
  }

  private static Outcome of(
      MigrationFolder folder, Optional<AlembicHistory> alembic, Session session) {
    var table = new HistoryTable(session);
    var history = Reconciliation.of(folder.migrations(), session.readOnly(_ -> table.rows()));
    var revisions = alembic.map(it -> it.in(session));
    var diagnostics = new ArrayList<>(folder.diagnostics());
    if (revisions.isEmpty() || !history.standings().isEmpty()) {
      table.objection().ifPresent(diagnostics::add);
    }
    if (folder.diagnostics().isEmpty() || !folder.migrations().isEmpty()) {
      diagnostics.addAll(HistoryFindings.of(without(folder.unread(), history)));
    }
    alembic.ifPresent(it -> diagnostics.addAll(it.diagnostics()));
    revisions.stream()
        .flatMap(it -> it.unknown().stream())
        .map(it -> RevisionFindings.unknown(session.url().database(), it))
        .forEach(diagnostics::add);
    ChangeLock.inUse(session).ifPresent(diagnostics::add);
    return new Outcome(history, revisions, diagnostics);
  }
}
