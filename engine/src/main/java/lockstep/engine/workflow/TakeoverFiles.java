package lockstep.engine.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.Environment;
import lockstep.engine.project.ExternalTables;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.sink.AtomicFile;
import lockstep.engine.sink.FileChange;
import lockstep.engine.source.alembic.EnvironmentScript;
import lockstep.migration.Migration;
import lockstep.migration.RevisionGraph;
import lockstep.migration.TakeoverReport;

/// What a take-over writes beside the migrations: the schema, what each tool is told of the other,
/// and a report.
final class TakeoverFiles {
  private static final String REPORT = "TAKEOVER.md";

  private final TakeOver.Request request;
  private final List<FileChange> changes = new ArrayList<>();
  private final List<Diagnostic> diagnostics;

  /// @param diagnostics gets what there is to say
  TakeoverFiles(TakeOver.Request request, List<Diagnostic> diagnostics) {
    this.request = request;
    this.diagnostics = diagnostics;
  }

  /// Finds out what the schema shall say.
  ///
  /// @param proven a database that has what the history makes, and nothing else
  void pull(ConnectionUrl proven) {
    var pulled =
        PullSchema.compare(
            new PullSchema.Request(
                request.schema(),
                new SourceSpec.Database(proven, "what the revisions make"),
                request.reader(),
                environment()));
    changes.addAll(pulled.pending());
    diagnostics.addAll(pulled.diagnostics());
  }

  /// Finds out what the two tools have to be told of each other. Where it is not certain how, that
  /// is said instead.
  ///
  /// @param versionTable where Alembic keeps its versions
  void exclude(String versionTable) {
    var settings = settings();
    var script = EnvironmentScript.file(request.project());
    var exclusions =
        new Exclusions(settings, EnvironmentScript.read(request.project()), script, versionTable);
    var edited = exclusions.edited(request.root());
    change(settings.file(), edited.prisma().text());
    change(script, edited.alembic().text());
    edited.findings(environment()).stream()
        .map(it -> it.withSeverity(Severity.NOTE))
        .forEach(diagnostics::add);
  }

  /// Finds out what Alembic has to be told while both tools deploy. What is installed is not
  /// edited, as that belongs to somebody else.
  void record(List<Migration> migrations, RevisionGraph graph) {
    var recorder = PrismaRecorder.of(request.project(), migrations, graph);
    var file = EnvironmentScript.file(request.project());
    var script =
        changes.stream()
            .filter(it -> it.path().equals(file))
            .findFirst()
            .map(it -> EnvironmentScript.of(it.wanted()))
            .orElseGet(() -> EnvironmentScript.read(request.project()));
    var isInstalled = Exclusions.isInstalled(file, request.root());
    var edited = isInstalled ? script : script.withRecording().orElse(script);
    changes.removeIf(it -> it.path().equals(file));
    change(file, edited.text());
    if (!isInstalled) {
      change(recorder.file(), Optional.of(recorder.text()));
    }
    recorder
        .notCalled(edited, environment())
        .map(it -> it.withSeverity(Severity.WARNING))
        .ifPresent(diagnostics::add);
  }

  private ExternalTables settings() {
    try {
      var found = ExternalTables.of(request.schema().path(), request.root());
      return found.text().isPresent()
          ? found
          : found.begun(relative(request.schema().path()), relative(request.folder()));
    } catch (IOException e) {
      throw AtomicFile.failure(request.root(), e);
    }
  }

  private String relative(Path path) {
    return request.root().relativize(path.toAbsolutePath().normalize()).toString();
  }

  private void change(Path file, Optional<String> wanted) {
    var present = PullSchema.present(file);
    wanted
        .filter(it -> !present.equals(Optional.of(it)))
        .ifPresent(
            it ->
                changes.add(
                    new FileChange(
                        environment().show(file),
                        file,
                        present.isPresent() ? FileChange.Kind.CHANGED : FileChange.Kind.CREATED,
                        present,
                        it)));
  }

  private Environment environment() {
    return request.environment();
  }

  List<FileChange> changes() {
    return List.copyOf(changes);
  }

  void write() {
    PullSchema.write(changes, environment());
  }

  void write(TakeoverReport report) {
    AtomicFile.replace(request.folder().resolve(REPORT), report.text());
  }
}
