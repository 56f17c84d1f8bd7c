package lockstep.engine.workflow;

import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.source.prisma.MigrationFolder;

/// Empties a development database and applies its history from the first migration on. All rows in
/// it are lost: whoever calls this has asked for that by the name of the database.
public final class ResetDatabase {
  private ResetDatabase() {}

  /// Drops nothing where the history on disk cannot be read.
  ///
  /// @param request how it is built anew
  public static ApplyMigrations.Outcome run(ApplyMigrations.Request request) {
    var folder = MigrationFolder.read(request.folder(), request.environment()::show);
    if (!folder.diagnostics().isEmpty()) {
      return ApplyMigrations.run(request);
    }
    var limits = request.manner().orElseThrow().limits();
    try (var run = HistoryRun.open(request.database(), limits, request.progress())) {
      run.dropAll();
      return ApplyMigrations.apply(run, folder.migrations(), request);
    }
  }
}
