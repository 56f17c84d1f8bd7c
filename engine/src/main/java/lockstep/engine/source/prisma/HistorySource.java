package lockstep.engine.source.prisma;

import java.util.ArrayList;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Origins;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.source.sql.ScriptOrigins;
import lockstep.mapping.Mapping;
import lockstep.mapping.Reading;
import lockstep.migration.Migration;
import lockstep.schema.Schema;

/// Reads what a history of migrations makes of an empty database.
public final class HistorySource {
  private HistorySource() {}

  /// Runs the migrations in a shadow database of their own and reads its catalog. The first that
  /// fails ends the run and leaves the schema empty.
  ///
  /// @param label what messages call the source
  public static Reading read(MigrationFolder folder, Shadow shadow, String label) {
    return folder.diagnostics().isEmpty()
        ? read(folder.migrations(), shadow, label)
        : nothing(folder.diagnostics());
  }

  private static Reading read(List<Migration> migrations, Shadow shadow, String label) {
    try (var database = shadow.create()) {
      var replay = new HistoryReplay(database);
      var diagnostics = new ArrayList<>(replay.run(migrations));
      if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
        return nothing(diagnostics);
      }
      var read = replay.read(label);
      diagnostics.addAll(read.diagnostics());
      var origins = ScriptOrigins.of(migrations.stream().map(Migration::script).toList());
      return new Reading(read.schema(), read.said(), origins, diagnostics);
    }
  }

  private static Reading nothing(List<Diagnostic> diagnostics) {
    return new Reading(Schema.empty(), Mapping.empty(), Origins.none(), diagnostics);
  }
}
