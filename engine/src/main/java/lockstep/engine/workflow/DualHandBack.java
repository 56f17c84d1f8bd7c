package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.migrate.VersionTable;
import lockstep.engine.source.alembic.EnvironmentScript;
import lockstep.engine.source.prisma.HistoryReplay;
import lockstep.migration.Migration;
import lockstep.migration.RevisionGraph;
import lockstep.migration.VersionStep;
import lockstep.migration.WrittenRevision;

/// What a hand-back does more where both tools go on deploying: the new migrations say in Alembic's
/// table that they are there, and Alembic says it in Prisma's.
final class DualHandBack {
  private final HandBack.Request request;
  private final List<Migration> migrations;
  private final RevisionGraph graph;
  private final List<WrittenRevision> written;
  private final List<Diagnostic> diagnostics;

  /// @param migrations all of them as they are
  /// @param graph of all revisions, the new ones included
  /// @param written the new ones
  /// @param diagnostics gets what there is to say
  DualHandBack(
      HandBack.Request request,
      List<Migration> migrations,
      RevisionGraph graph,
      List<WrittenRevision> written,
      List<Diagnostic> diagnostics) {
    this.request = request;
    this.migrations = migrations;
    this.graph = graph;
    this.written = written;
    this.diagnostics = diagnostics;
  }

  /// Runs all migrations as they are to be.
  void prove() {
    try (var database = request.reader().shadow().create()) {
      new HistoryReplay(database)
          .run(all()).stream().filter(Diagnostic::isError).forEach(diagnostics::add);
    }
  }

  /// Writes them, and what Alembic is told. Its settings are there by now.
  void write() {
    MigrationWriter.write(
        request.folder(), all().stream().filter(it -> !migrations.contains(it)).toList());
    var recorder = PrismaRecorder.of(request.project(), all(), graph);
    MigrationWriter.file(recorder.file(), recorder.text());
    var script = EnvironmentScript.read(request.project());
    var edited = script.withRecording();
    edited
        .flatMap(EnvironmentScript::text)
        .ifPresent(it -> MigrationWriter.file(EnvironmentScript.file(request.project()), it));
    recorder
        .notCalled(edited.orElse(script), request.environment())
        .map(it -> it.withSeverity(Severity.WARNING))
        .ifPresent(diagnostics::add);
  }

  private List<Migration> all() {
    var all = new ArrayList<Migration>();
    for (var it : migrations) {
      written(it)
          .map(WrittenRevision::id)
          .map(id -> VersionStep.of(table(), id, graph).after(List.of(it)))
          .ifPresentOrElse(all::addAll, () -> all.add(it));
    }
    return all;
  }

  private Optional<WrittenRevision> written(Migration migration) {
    return written.stream().filter(it -> it.migration().equals(migration)).findFirst();
  }

  private String table() {
    return VersionTable.inSql(EnvironmentScript.read(request.project()).versionTable());
  }
}
