package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diagnostic.Severity;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.migrate.prisma.DroppedData;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.project.Environment;
import lockstep.engine.source.prisma.HistoryReplay;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.HistoryFindings;
import lockstep.migration.Migration;
import lockstep.migration.MigrationCode;
import lockstep.schema.Schema;

/// Proves in the shadow that a history can be replayed, and that each migration leads there, back
/// to where it began, and there again. No other database is touched.
public final class VerifyHistory {
  private static final String ADVICE = "Mend `down.sql`; its checksum is recorded nowhere.";

  private static final int SHOWN = 5;

  private final List<Migration> migrations;
  private final Shadow shadow;
  private final List<Migration> oneWay = new ArrayList<>();
  private final List<Migration> proven = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private VerifyHistory(List<Migration> migrations, Shadow shadow) {
    this.migrations = migrations;
    this.shadow = shadow;
  }

  /// @param folder of the migrations
  public record Request(Path folder, SourceReader reader, Environment environment) {}

  /// @param proven those that lead there, back and there again
  /// @param oneWay those that nothing takes back
  public record Outcome(
      List<Migration> proven, List<Migration> oneWay, List<Diagnostic> diagnostics) {
    public Outcome {
      proven = List.copyOf(proven);
      oneWay = List.copyOf(oneWay);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  public static Outcome run(Request request) {
    var folder = MigrationFolder.read(request.folder(), request.environment()::show);
    if (!folder.diagnostics().isEmpty()) {
      return new Outcome(List.of(), List.of(), folder.diagnostics());
    }
    var verification = new VerifyHistory(folder.migrations(), request.reader().shadow());
    var next = 0;
    while (next < folder.migrations().size()) {
      next = verification.from(next);
    }
    verification.unmarked().ifPresent(verification.diagnostics::add);
    return new Outcome(verification.proven, verification.oneWay, verification.diagnostics);
  }

  /// No catalog shows that rows are lost, and no row is in the shadow.
  private Optional<Diagnostic> unmarked() {
    var names =
        proven.stream()
            .filter(
                it ->
                    it.down().stream()
                        .anyMatch(
                            down ->
                                !DroppedData.unmarked(down, Schema.DEFAULT_NAMESPACE).isEmpty()))
            .map(it -> "`%s`".formatted(it.name()))
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.of(
                    MigrateCode.LOST_ON_THE_WAY_BACK,
                    "The way back drops or empties tables or columns, and does not say that what is"
                        + " in them is lost, of %s%s."
                            .formatted(
                                names.stream().limit(SHOWN).collect(Collectors.joining(", ")),
                                names.size() > SHOWN
                                    ? " and %d more".formatted(names.size() - SHOWN)
                                    : ""))
                .withSeverity(Severity.NOTE)
                .withAdvice(
                    "Say it in `down.sql`, as in `-- loses: drop-table:public.tags`; `migrate"
                        + " rollback` asks anyway where there are rows."));
  }

  /// Verifies migrations, up to one that does not hold: nobody knows what stands after it, so that
  /// the next one begins in a database of its own.
  ///
  /// @return the number of the next one
  private int from(int first) {
    try (var database = shadow.create()) {
      var replay = new HistoryReplay(database);
      replay.run(migrations.subList(0, first));
      var before = schema(replay);
      for (var i = first; i < migrations.size(); i++) {
        var migration = migrations.get(i);
        var said = replay.run(List.of(migration));
        diagnostics.addAll(said);
        HistoryFindings.takenBack(migration).ifPresent(diagnostics::add);
        if (said.stream().anyMatch(Diagnostic::isError)) {
          // Nothing that follows can be replayed.
          return migrations.size();
        }
        var after = schema(replay);
        var objection = back(migration, before, after, replay);
        if (objection.isPresent()) {
          diagnostics.add(objection.get());
          return i + 1;
        }
        (migration.down().isPresent() ? proven : oneWay).add(migration);
        before = after;
      }
      return migrations.size();
    }
  }

  /// Takes a migration back and runs it again, where it has a way back.
  ///
  /// @return where that leads elsewhere
  static Optional<Diagnostic> back(
      Migration migration, Schema before, Schema after, HistoryReplay replay) {
    return migration
        .reversed()
        .flatMap(
            down ->
                refused(down, "The way back is refused: %s", replay)
                    .or(() -> left(before, down, "The way back does not lead there: ", replay))
                    .or(
                        () ->
                            refused(
                                migration,
                                "After the way back the migration is refused: %s",
                                replay))
                    .or(
                        () ->
                            left(
                                after,
                                down,
                                "After the way back the migration does something else: ",
                                replay)));
  }

  private static Optional<Diagnostic> left(
      Schema wanted, Migration down, String fact, HistoryReplay replay) {
    return DraftedMigrations.left(schema(replay), wanted).map(it -> notReversed(down, fact + it));
  }

  static Diagnostic notReversed(Migration down, String fact) {
    return Diagnostic.of(MigrationCode.NOT_REVERSED, new Place.File(down.script().name()), fact)
        .withAdvice(ADVICE);
  }

  private static Optional<Diagnostic> refused(Migration it, String fact, HistoryReplay replay) {
    return replay.run(List.of(it)).stream()
        .filter(Diagnostic::isError)
        .findFirst()
        .map(
            refusal ->
                new Diagnostic(
                    MigrationCode.NOT_REVERSED,
                    MigrationCode.NOT_REVERSED.severity(),
                    refusal.place(),
                    fact.formatted(DraftedMigrations.serversWords(refusal)),
                    Optional.of(ADVICE),
                    List.of()));
  }

  static Schema schema(HistoryReplay replay) {
    return replay.read("shadow database").schema();
  }
}
