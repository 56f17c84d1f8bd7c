package lockstep.engine.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.check.drift.Drift;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.Migration;

/// The daily loop of a development database: applies what others wrote, sees that the database is
/// what its history makes, writes what the schema has more, and applies that.
///
/// Nothing is ever reset here: where somebody changed the database by hand, it is said in what.
public final class DevelopHistory {
  private final Request request;
  private final List<Migration> applied = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private DevelopHistory(Request request) {
    this.request = request;
  }

  /// @param write what is written
  /// @param database the one for development
  /// @param manner how migrations are applied
  public record Request(
      WriteMigration.Request write,
      ConnectionUrl database,
      ApplyMigrations.Manner manner,
      Then then) {}

  /// What is done with migrations that were written.
  public enum Then {
    APPLY,
    /// They are looked at, and perhaps edited, first.
    LEAVE
  }

  /// @param applied in order
  /// @param written by this run, whether applied or not
  /// @param drifts in what the database is not what its history makes; with any, nothing is written
  public record Outcome(
      List<Migration> applied,
      List<Migration> written,
      List<Drift> drifts,
      List<Diagnostic> diagnostics) {
    public Outcome {
      applied = List.copyOf(applied);
      written = List.copyOf(written);
      drifts = List.copyOf(drifts);
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  public static Outcome run(Request request) {
    return new DevelopHistory(request).run();
  }

  private Outcome run() {
    var folder = request.write().folder();
    if (Files.isDirectory(folder)) {
      apply(folder);
      var drifts = hasErrors() ? List.<Drift>of() : drifts(folder);
      if (hasErrors()) {
        return new Outcome(applied, List.of(), drifts, diagnostics);
      }
    } else {
      look(folder);
      if (hasErrors()) {
        return new Outcome(List.of(), List.of(), List.of(), diagnostics);
      }
    }
    var written = WriteMigration.run(request.write());
    diagnostics.addAll(written.diagnostics());
    if (!written.written().isEmpty() && request.then() == Then.APPLY) {
      apply(folder);
    }
    return new Outcome(applied, written.written(), List.of(), diagnostics);
  }

  private boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /// Says what stands against a first migration before it is written.
  private void look(Path folder) {
    var none = MigrationFolder.begin(folder, request.write().environment()::show);
    ReportStatus.of(none, request.database()).diagnostics().stream()
        .map(
            it ->
                it.code() == MigrateCode.NO_HISTORY
                    ? it.withAdvice(
                        "Begin its history with what it is, by `lockstep migrate baseline`.")
                    : it)
        .forEach(diagnostics::add);
  }

  private void apply(Path folder) {
    var outcome =
        ApplyMigrations.run(
            new ApplyMigrations.Request(
                folder,
                request.database(),
                Optional.empty(),
                Optional.of(request.manner()),
                request.write().environment(),
                request.write().reader().progress()));
    applied.addAll(outcome.planned().subList(0, outcome.applied()));
    outcome.diagnostics().stream()
        .filter(it -> !diagnostics.contains(it))
        .forEach(diagnostics::add);
  }

  private List<Drift> drifts(Path folder) {
    var database = new SourceSpec.Database(request.database());
    var history = new SourceSpec.Migrations(folder, "the history");
    var found =
        DiffSources.run(new DiffSources.Request(history, database, request.write().reader()));
    found.diagnostics().stream().filter(Diagnostic::isError).forEach(diagnostics::add);
    var drifts = found.drifts().stream().filter(it -> !it.isLeftAlone()).toList();
    if (!drifts.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  MigrateCode.DRIFTED,
                  "The database `%s` is not what its history makes: somebody changed it in another way."
                      .formatted(request.database().database()))
              .withAdvice(
                  "To keep what it has, call `lockstep pull`, then `lockstep migrate new NAME`, and"
                      + " declare that one applied; else end each difference as it says."));
    }
    return drifts;
  }
}
