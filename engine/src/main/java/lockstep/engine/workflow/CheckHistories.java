package lockstep.engine.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Reason;
import lockstep.engine.migrate.prisma.HistoryTable;
import lockstep.engine.postgres.Session;
import lockstep.engine.project.Environment;
import lockstep.engine.project.ExternalTables;
import lockstep.engine.project.Project;
import lockstep.engine.project.ProjectCode;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.source.alembic.EnvironmentScript;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.PairedHistories;
import lockstep.migration.Reconciliation;
import lockstep.migration.RevisionFindings;
import lockstep.migration.VersionStep;

/// Compares the two histories of a project that lives with Prisma and Alembic at once: their files,
/// their tables in the database, and what each tool is told of the other.
final class CheckHistories {
  private CheckHistories() {}

  /// Returns the findings; none where there is only one history.
  static List<Diagnostic> run(Project project, Environment environment) {
    var folder = MigrationFolder.begin(project.migrations(), environment::show);
    var alembic =
        project
            .alembic()
            .filter(_ -> !folder.migrations().isEmpty())
            .map(it -> AlembicHistory.read(it, environment))
            .filter(AlembicHistory::isThere);
    return alembic.map(it -> findings(project, environment, folder, it)).orElse(List.of());
  }

  private static List<Diagnostic> findings(
      Project project, Environment environment, MigrationFolder folder, AlembicHistory alembic) {
    var diagnostics = new ArrayList<Diagnostic>(alembic.diagnostics());
    if (project.source() instanceof SourceSpec.Prisma schema) {
      diagnostics.addAll(exclusions(project, schema, alembic).findings(environment));
    }
    if (alembic.diagnostics().isEmpty()) {
      var paired = PairedHistories.of(folder.migrations(), alembic.graph());
      diagnostics.addAll(paired.ofFiles());
      if (VersionStep.isInAny(folder.migrations())) {
        diagnostics.addAll(paired.withoutRevision());
        diagnostics.addAll(
            PrismaRecorder.of(alembic.project(), folder.migrations(), alembic.graph())
                .findings(environment));
      }
      project
          .database()
          .ifPresent(
              url -> {
                try (var session = Session.open(url)) {
                  diagnostics.addAll(ofTables(session, folder, alembic, paired));
                }
              });
    }
    return diagnostics;
  }

  private static Exclusions exclusions(
      Project project, SourceSpec.Prisma schema, AlembicHistory alembic) {
    try {
      return new Exclusions(
          ExternalTables.of(schema.path(), project.folder()),
          alembic.script(),
          EnvironmentScript.file(alembic.project()),
          alembic.script().versionTable());
    } catch (IOException e) {
      throw EnvironmentException.of(
          ProjectCode.FILE_UNREADABLE,
          "The settings of Prisma cannot be read: %s.".formatted(Reason.of(e)),
          "Let this user read them.");
    }
  }

  private static List<Diagnostic> ofTables(
      Session session, MigrationFolder folder, AlembicHistory alembic, PairedHistories paired) {
    var database = session.url().database();
    var revised = alembic.in(session);
    var diagnostics = new ArrayList<Diagnostic>();
    revised.unknown().forEach(it -> diagnostics.add(RevisionFindings.unknown(database, it)));
    var table = new HistoryTable(session);
    var rows = session.readOnly(_ -> table.rows());
    if (revised.versions().isPresent() && !rows.isEmpty()) {
      var migrated = Reconciliation.of(folder.migrations(), rows);
      diagnostics.addAll(paired.ofTables(database, migrated, revised));
    }
    return diagnostics;
  }
}
