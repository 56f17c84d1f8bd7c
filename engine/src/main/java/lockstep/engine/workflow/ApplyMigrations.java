package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Progress;
import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.Connecting;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.Environment;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.HistoryFindings;
import lockstep.migration.Migration;
import lockstep.migration.Reconciliation;
import lockstep.migration.Standing;
import lockstep.text.SourceText;

/// Brings a database to what is on disk: every migration that it has not got, in order.
public final class ApplyMigrations {
  private ApplyMigrations() {}

  /// @param folder of the migrations
  /// @param last to apply; empty for all of them
  /// @param manner how it is done; empty to change nothing and only say what would be done
  public record Request(
      Path folder,
      ConnectionUrl database,
      Optional<String> last,
      Optional<Manner> manner,
      Environment environment,
      Progress progress) {}

  /// @param backup the folder that gets a copy of the database before it is changed
  public record Manner(Limits limits, Optional<Path> backup) {}

  /// @param planned what was to be applied, in order
  /// @param applied how many of them were
  /// @param backup the copy of the database as it was before
  public record Outcome(
      List<Migration> planned, int applied, Optional<Path> backup, List<Diagnostic> diagnostics) {
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
    return request.manner().map(it -> apply(request, it.limits())).orElseGet(() -> plan(request));
  }

  /// While the files are read, the connection is made.
  private static Outcome apply(Request request, Limits limits) {
    try (var connecting = Connecting.to(request.database())) {
      var folder = MigrationFolder.read(request.folder(), request.environment()::show);
      var wrong = wrong(folder, request);
      if (!wrong.isEmpty()) {
        return unchanged(List.of(), wrong);
      }
      try (var run = HistoryRun.open(connecting.session(), limits, request.progress())) {
        return apply(run, folder.migrations(), request);
      }
    }
  }

  private static Outcome plan(Request request) {
    var folder = MigrationFolder.read(request.folder(), request.environment()::show);
    var wrong = wrong(folder, request);
    if (!wrong.isEmpty()) {
      return unchanged(List.of(), wrong);
    }
    var status = ReportStatus.of(folder, request.database());
    var planned =
        planned(status.history(), request.last()).stream()
            .map(it -> status.history().hasOf(it).isEmpty() ? it : recordedOnly(it))
            .toList();
    return unchanged(planned, status.diagnostics());
  }

  private static List<Diagnostic> wrong(MigrationFolder folder, Request request) {
    var wrong = new ArrayList<>(folder.diagnostics());
    request
        .last()
        .flatMap(it -> NamedMigration.missing(it, folder.migrations()))
        .ifPresent(wrong::add);
    return wrong;
  }

  /// Applies what is pending, while nobody else changes the database.
  static Outcome apply(HistoryRun run, List<Migration> onDisk, Request request) {
    var history = Reconciliation.of(onDisk, run.rows());
    var planned = planned(history, request.last());
    var diagnostics = new ArrayList<>(HistoryFindings.of(history));
    run.objection().ifPresent(diagnostics::add);
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return unchanged(planned, diagnostics);
    }
    var backup =
        request
            .manner()
            .flatMap(Manner::backup)
            .filter(_ -> !planned.isEmpty())
            .map(it -> backUp(run.serverMajor(), it, request));
    run.begin();
    var applied = apply(planned, history, run);
    applied.failure().ifPresent(diagnostics::add);
    return new Outcome(planned, applied.count(), backup, diagnostics);
  }

  /// What a migration is in the place of is there, or none of it is.
  private static HistoryRun.Applied apply(
      List<Migration> planned, Reconciliation history, HistoryRun run) {
    var done = 0;
    while (done < planned.size()) {
      var rest = planned.subList(done, planned.size());
      var there = rest.stream().takeWhile(it -> !history.hasOf(it).isEmpty()).toList();
      if (!there.isEmpty()) {
        run.declareApplied(there, List.of());
      }
      var fresh =
          rest.stream().skip(there.size()).takeWhile(it -> history.hasOf(it).isEmpty()).toList();
      var applied = run.apply(fresh);
      done += there.size() + applied.count();
      if (applied.failure().isPresent()) {
        return new HistoryRun.Applied(done, applied.failure());
      }
    }
    return new HistoryRun.Applied(done, Optional.empty());
  }

  private static Migration recordedOnly(Migration squash) {
    var text = "-- Only recorded: the migrations in whose place it is are there.\n";
    return new Migration(
        squash.name(), SourceText.of(squash.script().name(), text), Optional.empty());
  }

  private static Path backUp(int serverMajor, Path folder, Request request) {
    var target = new Backup.Target(request.database(), serverMajor);
    return Backup.take(target, folder, request.environment(), request.progress());
  }

  private static Outcome unchanged(List<Migration> planned, List<Diagnostic> diagnostics) {
    return new Outcome(planned, 0, Optional.empty(), diagnostics);
  }

  private static List<Migration> planned(Reconciliation history, Optional<String> last) {
    return history.pending().stream()
        .map(Standing.Pending::migration)
        .filter(it -> last.map(name -> it.name().compareTo(name) <= 0).orElse(true))
        .toList();
  }
}
