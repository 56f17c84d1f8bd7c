package lockstep.engine.workflow;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.Progress;
import lockstep.engine.ShellWord;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.project.Environment;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.Forfeit;
import lockstep.migration.HistoryFindings;
import lockstep.migration.Migration;
import lockstep.migration.Reconciliation;
import lockstep.migration.Recorded;
import lockstep.migration.Standing;
import lockstep.text.Order;

/// Takes migrations back, by the files that somebody wrote for that: the one that was applied last
/// goes first. They are pending afterwards.
public final class RollBackMigrations {
  private RollBackMigrations() {}

  /// Which migrations.
  public sealed interface Range {
    /// @param count how many, from 1
    record Last(int count) implements Range {}

    /// All that were applied after one, which stays.
    record DownTo(String name) implements Range {}
  }

  /// @param folder of the migrations
  /// @param allowed what may be lost, as down files mark it
  /// @param limits how long to wait for others; empty to change nothing and only say what would be
  ///   done
  public record Request(
      Path folder,
      ConnectionUrl database,
      Range range,
      List<String> allowed,
      Optional<Limits> limits,
      Environment environment,
      Progress progress) {
    public Request {
      allowed = List.copyOf(allowed);
    }
  }

  /// @param planned what takes them back, in the order in which it runs
  /// @param done how many of them are taken back
  public record Outcome(List<Migration> planned, int done, List<Diagnostic> diagnostics) {
    public Outcome {
      planned = List.copyOf(planned);
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /// A migration that the database has.
  ///
  /// @param migration empty where its folder is gone
  private record Applied(Recorded row, Optional<Migration> migration) {
    static Stream<Applied> of(Standing standing) {
      return switch (standing) {
        case Standing.Applied it -> Stream.of(new Applied(it.row(), Optional.of(it.migration())));
        case Standing.Missing(var row) -> Stream.of(new Applied(row, Optional.empty()));
        case Standing.Unknown(var row) -> Stream.of(new Applied(row, Optional.empty()));
        case Standing.Pending _, Standing.Failed _, Standing.RolledBack _, Standing.Squashed _ ->
            Stream.of();
      };
    }

    Optional<Migration> down() {
      return migration.flatMap(Migration::reversed);
    }
  }

  /// Changes nothing where anything is wrong that can be seen beforehand.
  public static Outcome run(Request request) {
    var folder = MigrationFolder.read(request.folder(), request.environment()::show);
    if (!folder.diagnostics().isEmpty()) {
      return new Outcome(List.of(), 0, folder.diagnostics());
    }
    if (request.limits().isEmpty()) {
      var status = ReportStatus.of(folder, request.database());
      try (var session = Session.open(request.database())) {
        return plan(status.history(), it -> HistoryRun.unmarkedLosses(it, session), request)
            .outcome(0);
      }
    }
    try (var run =
        HistoryRun.open(request.database(), request.limits().get(), request.progress())) {
      var history = Reconciliation.of(folder.migrations(), run.rows());
      return run(plan(history, run::unmarkedLosses, request), run);
    }
  }

  private record Planned(List<Applied> applied, List<Diagnostic> diagnostics) {
    boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    Outcome outcome(int done) {
      return new Outcome(
          applied.stream().flatMap(it -> it.down().stream()).toList(), done, diagnostics);
    }
  }

  private static Outcome run(Planned planned, HistoryRun run) {
    if (planned.hasErrors()) {
      return planned.outcome(0);
    }
    var done = 0;
    for (var it : planned.applied()) {
      var failure = run.rollBack(it.down().orElseThrow(), it.row());
      if (failure.isPresent()) {
        planned.diagnostics().add(failure.get());
        return planned.outcome(done);
      }
      done++;
    }
    return planned.outcome(done);
  }

  /// @param unmarked returns what rows a way back loses, and does not say
  private static Planned plan(
      Reconciliation history, Function<Migration, List<Forfeit>> unmarked, Request request) {
    var diagnostics = new ArrayList<Diagnostic>();
    var newestFirst =
        history.standings().stream()
            .flatMap(Applied::of)
            .sorted(
                Order.<Applied, Instant>by(it -> it.row().startedAt())
                    .then(Order.by(it -> it.row().name())))
            .toList()
            .reversed();
    var wanted =
        switch (request.range()) {
          case Range.Last(var count) -> newestFirst.stream().limit(count).toList();
          case Range.DownTo(var name) -> {
            var names = newestFirst.stream().map(it -> it.row().name()).toList();
            if (!names.contains(name)) {
              diagnostics.add(NamedMigration.unknown(name, names));
              yield List.<Applied>of();
            }
            yield newestFirst.stream().takeWhile(it -> !it.row().name().equals(name)).toList();
          }
        };
    diagnostics.addAll(HistoryFindings.of(without(wanted, history)));
    wanted.forEach(it -> refuse(it, unmarked, request.allowed(), diagnostics));
    return new Planned(wanted, diagnostics);
  }

  /// What is taken back in part is in nobody's way when it is to be taken back.
  private static Reconciliation without(List<Applied> wanted, Reconciliation history) {
    var names =
        wanted.stream()
            .map(Applied::row)
            .filter(Recorded::isHalfTakenBack)
            .map(Recorded::name)
            .toList();
    return new Reconciliation(
        history.standings().stream().filter(it -> !names.contains(it.name())).toList());
  }

  private static void refuse(
      Applied it,
      Function<Migration, List<Forfeit>> unmarked,
      List<String> allowed,
      List<Diagnostic> diagnostics) {
    var down = it.down();
    if (down.isEmpty()) {
      var place = it.migration().map(found -> new Place.File(found.script().name()));
      diagnostics.add(
          place
              .map(at -> Diagnostic.of(MigrateCode.NO_DOWN_FILE, at, noFile(it)))
              .orElseGet(() -> Diagnostic.of(MigrateCode.NO_DOWN_FILE, noFile(it)))
              .withAdvice(
                  "Write what takes it back into `down.sql` beside its `migration.sql`, or write a"
                      + " new migration that does it."));
      return;
    }
    HistoryFindings.unfitToTakeBack(down.get()).ifPresent(diagnostics::add);
    var marked = Forfeit.in(down.get().script()).stream();
    Stream.concat(marked, unmarked.apply(down.get()).stream())
        .filter(forfeit -> allowed.stream().noneMatch(forfeit::isAllowedBy))
        .forEach(forfeit -> diagnostics.add(lost(down.get(), forfeit)));
  }

  private static String noFile(Applied it) {
    return it.migration().isPresent()
        ? "Nothing takes the migration `%s` back: it has no `down.sql`.".formatted(it.row().name())
        : "Nothing takes the migration `%s` back: its folder is gone.".formatted(it.row().name());
  }

  private static Diagnostic lost(Migration down, Forfeit forfeit) {
    return Diagnostic.of(
            MigrateCode.LOST_ON_THE_WAY_BACK,
            new Place.File(down.script().name()),
            "Who takes the migration `%s` back loses what `%s` names."
                .formatted(down.name(), forfeit.permission()))
        .withAdvice(
            "If that is meant, say `--allow %s`.".formatted(ShellWord.of(forfeit.permission())));
  }
}
