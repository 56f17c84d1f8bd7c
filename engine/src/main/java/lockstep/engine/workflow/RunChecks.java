package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import lockstep.check.drift.Agreement;
import lockstep.check.drift.Drift;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Target;
import lockstep.engine.sink.FileChange;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.engine.source.sqlalchemy.SqlAlchemySource;
import lockstep.mapping.Reading;

/// Proves that everything that shall follow a project's schema does: generated files, models,
/// further sources, the database.
public final class RunChecks {
  private final Request request;
  private final SourceReader reader;
  private final List<String> sources = new ArrayList<>();
  private final List<Agreement.Compared> compared = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<FileChange> stale = new ArrayList<>();
  private final List<Diagnostic> failures = new ArrayList<>();
  private boolean isBehind;
  private String closing = "lockstep push";

  private RunChecks(Request request, SourceReader reader) {
    this.request = request;
    this.reader = reader;
  }

  public record Request(Project project, Environment environment, Progress progress) {}

  /// @param models how many the schema has
  /// @param sources everything that was compared, the truth first
  /// @param compared the sources that could be compared with the truth, each with how it differs
  /// @param drifts differences, source by source, grouped by object, and who stands alone
  /// @param stale generated files that are not as they would be generated
  /// @param diagnostics of reading, and of stale files
  /// @param failures why a source was not compared though it should have been: a server or an
  ///   interpreter stands in the way
  /// @param notes what was not compared, and why
  /// @param next commands that would make what follows the schema follow it again, in order
  public record Outcome(
      int models,
      List<String> sources,
      List<Agreement.Compared> compared,
      List<Drift> drifts,
      List<FileChange> stale,
      List<Diagnostic> diagnostics,
      List<Diagnostic> failures,
      List<String> notes,
      List<String> next) {
    public Outcome {
      next = List.copyOf(next);
      sources = List.copyOf(sources);
      compared = List.copyOf(compared);
      drifts = List.copyOf(drifts);
      stale = List.copyOf(stale);
      diagnostics = List.copyOf(diagnostics);
      failures = List.copyOf(failures);
      notes = List.copyOf(notes);
    }
  }

  public static Outcome run(Request request) {
    var project = request.project();
    try (var reader =
        new SourceReader(
            request.environment(), project.folder(), project.tools(), request.progress())) {
      return new RunChecks(request, reader).run();
    }
  }

  /// Models are being imported while everything else is read: an import takes longest.
  private Outcome run() {
    var project = request.project();
    var models = models();
    var truth = reader.read(project.source());
    diagnostics.addAll(truth.diagnostics());
    sources.add(project.source().label());
    if (!truth.hasErrors()) {
      files(truth);
      if (isComparedWithAnything()) {
        attempt(() -> compareAll(truth, models));
        attempt(this::readHistory);
      }
    }
    attempt(() -> diagnostics.addAll(CheckHistories.run(project, request.environment())));
    attempt(() -> diagnostics.addAll(CheckClient.run(project, request.environment())));
    return outcome(truth);
  }

  private boolean isComparedWithAnything() {
    var project = request.project();
    return !project.targets().isEmpty()
        || !project.compared().isEmpty()
        || project.database().isPresent();
  }

  /// Where migrations wait to be applied, `push` would go past the history, and they would then
  /// find what they make. A database that has tables and no history is pushed to.
  private void readHistory() {
    var project = request.project();
    var folder = MigrationFolder.begin(project.migrations(), request.environment()::show);
    if (!isBehind || folder.migrations().isEmpty()) {
      return;
    }
    project
        .database()
        .map(it -> ReportStatus.of(folder, it))
        .filter(it -> !it.history().pending().isEmpty())
        .filter(
            it -> it.diagnostics().stream().noneMatch(one -> one.code() == MigrateCode.NO_HISTORY))
        .ifPresent(_ -> closing = "lockstep migrate apply");
  }

  private void compareAll(Reading truth, List<Importing> models) {
    var project = request.project();
    var settled = reader.settle(truth, project.source());
    if (settled.hasErrors()) {
      diagnostics.addAll(settled.diagnostics());
      return;
    }
    var from = reader.compared(project.source(), settled);
    for (var it : models) {
      attempt(
          () -> compare(from, it.spec(), it.importing().finish(reader.shadow(), settled.schema())));
    }
    for (var it : project.compared()) {
      if (!(it instanceof SourceSpec.Python)) {
        attempt(
            () -> compare(from, it, reader.settle(reader.readBeside(settled.schema(), it), it)));
      }
    }
    project
        .database()
        .map(SourceSpec.Database::new)
        .ifPresent(it -> attempt(() -> compare(from, it, reader.readBeside(settled.schema(), it))));
  }

  /// What stands in the way of one source keeps nothing from being said about the others.
  private void attempt(Runnable comparing) {
    try {
      comparing.run();
    } catch (EnvironmentException e) {
      failures.add(e.diagnostic());
    }
  }

  private record Importing(SourceSpec.Python spec, SqlAlchemySource importing) {}

  /// Starts the import of the targets' models and of those that are compared.
  private List<Importing> models() {
    var specs = new ArrayList<SourceSpec.Python>();
    for (var target : request.project().targets()) {
      switch (target) {
        case Target.SqlAlchemy it ->
            specs.add(
                new SourceSpec.Python(List.of(it.packageName()), it.root(), it.packageName()));
        case Target.Docs _ -> {}
      }
    }
    for (var spec : request.project().compared()) {
      if (spec instanceof SourceSpec.Python it) {
        specs.add(it);
      }
    }
    return specs.stream().map(it -> new Importing(it, reader.start(it))).toList();
  }

  private void files(Reading truth) {
    var project = request.project();
    var emitted =
        EmitTargets.compare(
            truth,
            new EmitTargets.Request(
                project.source(), project.targets(), reader, request.environment()));
    // The reading's own diagnostics come first in these, and are there already.
    diagnostics.addAll(
        emitted.diagnostics().subList(truth.diagnostics().size(), emitted.diagnostics().size()));
    emitted.stale().forEach(this::stale);
  }

  private void stale(FileChange change) {
    stale.add(change);
    diagnostics.add(EmitTargets.stale(change, request.environment()));
  }

  private void compare(Comparison.Source truth, SourceSpec spec, Reading reading) {
    sources.add(spec.label());
    diagnostics.addAll(reading.diagnostics());
    if (!reading.hasErrors()) {
      var comparison =
          Comparison.compare(
              truth, reader.compared(spec, reading), reader.ignored(), reader::shadow);
      var drifts = comparison.closed();
      compared.add(new Agreement.Compared(spec.label(), drifts));
      isBehind |=
          spec instanceof SourceSpec.Database
              && drifts.stream().anyMatch(it -> it.diagnostic().isError());
      diagnostics.addAll(comparison.notes());
    }
  }

  private Outcome outcome(Reading truth) {
    return new Outcome(
        truth.mapping().models().size(),
        sources,
        compared,
        Agreement.of(request.project().source().label(), compared),
        stale,
        diagnostics,
        failures,
        request.project().notes(),
        next());
  }

  /// Only what people write in a schema is followed by commands.
  private List<String> next() {
    var commands = new ArrayList<String>();
    if (!stale.isEmpty()) {
      commands.add("lockstep generate");
    }
    if (isBehind && request.project().source() instanceof SourceSpec.Prisma) {
      commands.add(closing);
    }
    return commands;
  }
}
