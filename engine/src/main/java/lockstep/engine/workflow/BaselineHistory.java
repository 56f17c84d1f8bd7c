package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.check.drift.Bystanders;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diff.Difference;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.Environment;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.engine.workflow.DraftedMigrations.Draft;
import lockstep.migration.Migration;
import lockstep.plan.Planner;
import lockstep.schema.Access;
import lockstep.schema.Extension;
import lockstep.schema.Schema;
import lockstep.sql.Names;

/// Begins a history with what a database is: the first migration makes all of it, and counts as
/// applied there.
public final class BaselineHistory {
  private final Request request;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private BaselineHistory(Request request) {
    this.request = request;
  }

  /// @param folder of the migrations; made where it is not there
  /// @param name of the migration
  /// @param limits how long to wait for others
  public record Request(
      Path folder,
      ConnectionUrl database,
      String name,
      SourceReader reader,
      Limits limits,
      Environment environment) {}

  /// @param written empty where something is wrong; nothing was recorded then either
  public record Outcome(Optional<Migration> written, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  public static Outcome run(Request request) {
    return new BaselineHistory(request).run();
  }

  private Outcome run() {
    var folder = MigrationFolder.begin(request.folder(), request.environment()::show);
    diagnostics.addAll(folder.diagnostics());
    if (!folder.migrations().isEmpty()) {
      diagnostics.add(
          refusal(
              Optional.of(new Place.File(request.environment().show(request.folder()))),
              "There are migrations already."));
    }
    if (hasErrors()) {
      return new Outcome(Optional.empty(), diagnostics);
    }
    try (var run =
        HistoryRun.open(request.database(), request.limits(), request.reader().progress())) {
      if (!run.rows().isEmpty()) {
        diagnostics.add(
            refusal(
                Optional.empty(),
                "The database `%s` has a history already."
                    .formatted(request.database().database())));
        return new Outcome(Optional.empty(), diagnostics);
      }
      var drafted = drafted();
      drafted.ifPresent(
          it -> {
            MigrationWriter.write(request.folder(), List.of(it));
            run.declareApplied(List.of(it), List.of());
          });
      return new Outcome(drafted, diagnostics);
    }
  }

  private boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  private static Diagnostic refusal(Optional<Place> place, String fact) {
    return place
        .map(it -> Diagnostic.of(MigrateCode.HISTORY_EXISTS, it, fact))
        .orElseGet(() -> Diagnostic.of(MigrateCode.HISTORY_EXISTS, fact))
        .withAdvice(
            "A baseline begins a history. To record that a database has a migration of this one,"
                + " call `lockstep migrate resolve --applied NAME`.");
  }

  private Optional<Migration> drafted() {
    var file = request.folder().resolve(request.name()).resolve(MigrationFolder.SCRIPT);
    var draft =
        draft(
            new SourceSpec.Database(request.database()),
            request.name(),
            request.environment().show(file),
            request.reader());
    diagnostics.addAll(draft.diagnostics());
    return draft.written();
  }

  /// Returns what makes a database, tried: nobody drops all of it to take it back.
  ///
  /// @param file as messages call it
  static Outcome draft(SourceSpec.Database spec, String name, String file, SourceReader reader) {
    var read = Bystanders.leaveOut(reader.read(spec), spec.label());
    var reading = reader.ignored().leaveOut(read, spec.label());
    var schema = ofAnyServer(reading.schema());
    var plan = Planner.create(schema, Names.of(schema));
    try (var drafted = DraftedMigrations.after(List.of(), reader.shadow())) {
      if (!reading.hasErrors()) {
        drafted.add(List.of(Draft.of(name, file, plan)));
        drafted.compare(Difference.between(Schema.empty(), schema));
      }
      var diagnostics = new ArrayList<>(reading.diagnostics());
      diagnostics.addAll(drafted.diagnostics());
      var migration =
          drafted.migrations().stream()
              .filter(_ -> !drafted.hasErrors())
              .findFirst()
              .map(it -> new Migration(it.name(), it.script(), Optional.empty()));
      return new Outcome(migration, diagnostics);
    }
  }

  /// Returns the schema without what only this server has: its roles, and versions of extensions.
  private static Schema ofAnyServer(Schema schema) {
    return new Schema(
        schema.extensions().stream().map(Extension::ofAnyVersion).toList(),
        schema.namespaces(),
        schema.objects(),
        schema.dependencies(),
        Access.UNSAID);
  }
}
