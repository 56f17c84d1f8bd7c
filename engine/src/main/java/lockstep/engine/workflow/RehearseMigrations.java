package lockstep.engine.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.Progress;
import lockstep.engine.Shown;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.migrate.prisma.Observation;
import lockstep.engine.migrate.prisma.Rehearsed;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.project.Environment;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.HistoryFindings;
import lockstep.migration.Migration;
import lockstep.migration.MigrationCode;
import lockstep.migration.Reconciliation;
import lockstep.migration.Recorded;
import lockstep.migration.Standing;
import lockstep.schema.Schema;

/// Tries what is pending on a copy of a database that has its rows: each migration there, back and
/// there again, watched statement by statement.
public final class RehearseMigrations {
  private final HistoryRun run;
  private final Request request;
  private final List<Rehearsal> rehearsals = new ArrayList<>();
  private final List<Diagnostic> diagnostics;

  /// What stands on the copy, where it was read already.
  private Optional<Schema> stands = Optional.empty();

  private RehearseMigrations(HistoryRun run, Request request, List<Diagnostic> said) {
    this.run = run;
    this.request = request;
    this.diagnostics = new ArrayList<>(said);
  }

  /// @param folder of the migrations
  /// @param original the database that is not to be touched, where it is known
  /// @param most for how long a statement may keep others waiting before that is said
  public record Request(
      Path folder,
      ConnectionUrl copy,
      Optional<ConnectionUrl> original,
      Limits limits,
      Duration most,
      Environment environment,
      Progress progress) {}

  /// How one migration went.
  ///
  /// @param back empty where nothing takes it back, or it did not come so far; `again` likewise
  public record Rehearsal(
      Migration migration, Rehearsed up, Optional<Rehearsed> back, Optional<Rehearsed> again) {}

  /// @param rehearsals in the order in which they ran
  public record Outcome(List<Rehearsal> rehearsals, List<Diagnostic> diagnostics) {
    public Outcome {
      rehearsals = List.copyOf(rehearsals);
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /// Ends at the first migration that does not hold: nobody knows what stands after it.
  public static Outcome run(Request request) {
    var folder = MigrationFolder.read(request.folder(), request.environment()::show);
    if (!folder.diagnostics().isEmpty()) {
      return new Outcome(List.of(), folder.diagnostics());
    }
    if (request.original().filter(it -> isSame(it, request.copy())).isPresent()) {
      return new Outcome(List.of(), List.of(notACopy(request.copy())));
    }
    try (var run = HistoryRun.open(request.copy(), request.limits(), request.progress())) {
      var history = Reconciliation.of(folder.migrations(), run.rows());
      var said = new ArrayList<>(HistoryFindings.of(history));
      run.objection().ifPresent(said::add);
      var rehearsal = new RehearseMigrations(run, request, said);
      if (said.stream().noneMatch(Diagnostic::isError)) {
        run.begin();
        history.pending().stream()
            .map(Standing.Pending::migration)
            .takeWhile(rehearsal::rehearse)
            .forEach(_ -> {});
      }
      return new Outcome(rehearsal.rehearsals, rehearsal.diagnostics);
    }
  }

  private static boolean isSame(ConnectionUrl one, ConnectionUrl other) {
    return one.endpoints().equals(other.endpoints()) && one.database().equals(other.database());
  }

  private static Diagnostic notACopy(ConnectionUrl url) {
    return Diagnostic.of(
            MigrateCode.NOT_A_COPY,
            "`%s` is the project's own database.".formatted(Shown.of(url.database())))
        .withAdvice(
            "Name a copy of it, as made by `createdb` and `pg_restore`: rows may be lost there.");
  }

  /// @return whether what follows can be rehearsed
  private boolean rehearse(Migration migration) {
    var before = migration.down().map(_ -> stands.orElseGet(this::schema));
    stands = Optional.empty();
    var up = run.rehearse(migration);
    note(migration, up);
    if (up.failure().isPresent() || before.isEmpty()) {
      rehearsals.add(new Rehearsal(migration, up, Optional.empty(), Optional.empty()));
      return up.failure().isEmpty();
    }
    var after = schema();
    stands = Optional.of(after);
    var down = migration.reversed().orElseThrow();
    var back = run.rehearseBack(down, row(migration));
    note(down, back);
    var isBack =
        back.failure().isEmpty() && leads(down, before.get(), "The way back does not lead there: ");
    var again = isBack ? Optional.of(run.rehearse(migration)) : Optional.<Rehearsed>empty();
    again.flatMap(Rehearsed::failure).ifPresent(diagnostics::add);
    rehearsals.add(new Rehearsal(migration, up, Optional.of(back), again));
    return again.filter(it -> it.failure().isEmpty()).isPresent()
        && leads(down, after, "After the way back the migration does something else: ");
  }

  private Recorded row(Migration migration) {
    return run.rows().stream()
        .filter(it -> it.name().equals(migration.name()) && it.isApplied())
        .findFirst()
        .orElseThrow();
  }

  private boolean leads(Migration down, Schema wanted, String fact) {
    var left =
        DraftedMigrations.left(schema(), wanted)
            .map(it -> VerifyHistory.notReversed(down, fact + it));
    left.ifPresent(diagnostics::add);
    return left.isEmpty();
  }

  private Schema schema() {
    var options = IntrospectionOptions.everything(request.copy().database());
    try (var session = Session.open(request.copy())) {
      return Introspector.read(session, options).schema();
    }
  }

  private void note(Migration file, Rehearsed rehearsed) {
    rehearsed.failure().ifPresent(diagnostics::add);
    for (var it : rehearsed.statements()) {
      it.locks().stream()
          .filter(lock -> lock.mode().stopsWriting() && lock.held().compareTo(request.most()) > 0)
          .map(lock -> heldLong(file, it, lock))
          .forEach(diagnostics::add);
    }
  }

  private static Diagnostic heldLong(Migration file, Observation statement, Observation.Lock lock) {
    return Diagnostic.of(
            MigrationCode.HELD_LONG,
            Place.of(file.script(), statement.step().span()),
            String.format(
                Locale.ROOT,
                "Nobody could %s `%s` for %.1f s%s.",
                lock.mode().stopsReading() ? "read or write" : "write to",
                lock.relation(),
                lock.held().toMillis() / 1000.0,
                statement.rewritten().contains(lock.relation()) ? ", while it was rewritten" : ""))
        .withAdvice(
            "Do it in a form that keeps others going, as `lockstep lint` says it, or in a"
                + " maintenance window.");
  }
}
