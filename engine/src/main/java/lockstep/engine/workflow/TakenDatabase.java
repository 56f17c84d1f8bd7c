package lockstep.engine.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import lockstep.check.drift.Drift;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.FileTrees;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.SourceSpec;
import lockstep.migration.Migration;
import lockstep.migration.RevisionFindings;

/// Whether a database is what the migrations make that are to be recorded there as applied.
final class TakenDatabase {
  private TakenDatabase() {}

  /// Returns why it is not; empty where it is. What other tools keep there is left alone.
  static List<Diagnostic> findings(
      List<Migration> applied, ConnectionUrl database, SourceReader reader) {
    if (applied.isEmpty()) {
      return List.of();
    }
    try {
      var folder = Files.createTempDirectory("lockstep-takeover");
      try {
        MigrationWriter.write(folder, applied);
        var history = new SourceSpec.Migrations(folder, "its revisions");
        var found =
            DiffSources.run(
                new DiffSources.Request(history, new SourceSpec.Database(database), reader));
        return findings(found, database.database());
      } finally {
        FileTrees.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Diagnostic> findings(DiffSources.Outcome found, String database) {
    var findings = new ArrayList<Diagnostic>();
    found.diagnostics().stream().filter(Diagnostic::isError).forEach(findings::add);
    var drifts = found.drifts().stream().filter(it -> !it.isLeftAlone()).toList();
    if (!drifts.isEmpty()) {
      findings.add(RevisionFindings.notAsTaken(database, facts(drifts)));
    }
    return findings;
  }

  private static List<String> facts(List<Drift> drifts) {
    return drifts.stream().map(it -> it.diagnostic().fact()).toList();
  }
}
