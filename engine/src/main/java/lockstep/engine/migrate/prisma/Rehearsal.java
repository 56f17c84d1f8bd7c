package lockstep.engine.migrate.prisma;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.Session.Broken;
import lockstep.engine.postgres.SqlError;
import lockstep.migration.Migration;
import lockstep.migration.MigrationStep;
import lockstep.migration.MigrationStep.Conduct;
import lockstep.plan.Conduct.Lock;
import lockstep.sql.Masked;
import lockstep.text.Order;
import lockstep.text.Span;

/// Runs one file on a copy of a database, each statement by itself, and watches what it does there.
/// What is one transaction when it is applied is one here.
final class Rehearsal {
  private final Sender sender;
  private final Session session;
  private final Migration file;
  private final String record;
  private final List<Observation> seen = new ArrayList<>();

  /// What the transaction that is open has done.
  private final List<Act> open = new ArrayList<>();

  private Storage storage;
  private Map<Long, Lock> held = Map.of();

  /// @param record the statement that says that all of it was done
  Rehearsal(Sender sender, Migration file, String record) {
    this.sender = sender;
    this.session = sender.session();
    this.file = file;
    this.record = record;
    this.storage = Storage.of(session);
  }

  /// A statement that ran.
  ///
  /// @param begun and `ended` in nanoseconds of this machine's clock
  /// @param locks that it took
  private record Act(
      MigrationStep step, long begun, long ended, Map<Long, Lock> locks, List<String> rewritten) {}

  /// Why a statement does not run.
  ///
  /// @param step empty where the end of the transaction failed
  private record Failure(SqlError error, Optional<MigrationStep> step) {}

  Rehearsed run() {
    var begun = System.nanoTime();
    var failure = runAll();
    if (failure.isPresent()) {
      end();
      sender.settle();
    }
    return new Rehearsed(seen, since(begun), failure.map(this::said));
  }

  private Optional<Failure> runAll() {
    var steps = file.steps();
    if (MigrationStep.areOneTransaction(steps)) {
      var failure = transaction(steps, record);
      if (!isRefusedTogether(failure)) {
        return failure;
      }
      seen.clear();
    }
    for (var step : steps) {
      var failure =
          switch (step.conduct()) {
            case SETTING -> act(step);
            case ALONE -> alone(step);
            case TRANSACTION -> each(step.parts());
            case TOGETHER -> {
              var together = transaction(List.of(step), "");
              yield isRefusedTogether(together) ? alone(step) : together;
            }
          };
      end();
      if (failure.isPresent()) {
        return failure;
      }
    }
    session.execute(record);
    return Optional.empty();
  }

  private static boolean isRefusedTogether(Optional<Failure> failure) {
    return failure
        .filter(it -> it.step().filter(step -> step.conduct() != Conduct.SETTING).isPresent())
        .filter(it -> MigrationStep.NOT_TOGETHER.contains(it.error().state()))
        .isPresent();
  }

  private Optional<Failure> transaction(List<MigrationStep> steps, String last) {
    session.execute("begin");
    var failure =
        each(steps)
            .or(
                () ->
                    session
                        .tryExecute(last + ";\ncommit")
                        .map(it -> new Failure(it, Optional.empty())));
    end();
    if (failure.isPresent()) {
      session.execute("rollback");
    }
    return failure;
  }

  private Optional<Failure> each(List<MigrationStep> steps) {
    for (var step : steps) {
      var failure = act(step);
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  /// Runs a statement, whose locks can be seen as long as its transaction is open.
  private Optional<Failure> act(MigrationStep step) {
    var begun = System.nanoTime();
    var broken = sender.once(words(step), step.text());
    var ended = System.nanoTime();
    if (broken.isPresent()) {
      return failure(broken.get(), step);
    }
    var now = storage.locks(session, session.serverProcess());
    var fresh = new HashMap<>(now);
    fresh.entrySet().removeIf(it -> isHeld(it.getKey(), it.getValue()));
    held = now;
    open.add(new Act(step, begun, ended, fresh, rewritten()));
    return Optional.empty();
  }

  private boolean isHeld(long relation, Lock mode) {
    return held.getOrDefault(relation, Lock.NONE).compareTo(mode) >= 0;
  }

  private Optional<Failure> alone(MigrationStep step) {
    try (var watch = storage.new Watch(session.url(), session.serverProcess())) {
      var begun = System.nanoTime();
      var broken = sender.once(words(step), step.text());
      var ended = System.nanoTime();
      if (broken.isPresent()) {
        return failure(broken.get(), step);
      }
      open.add(new Act(step, begun, ended, watch.seen(), rewritten()));
      return Optional.empty();
    }
  }

  private static Optional<Failure> failure(Broken broken, MigrationStep step) {
    return Optional.of(new Failure(broken.error(), Optional.of(step)));
  }

  private List<String> rewritten() {
    var before = storage;
    var now = Storage.of(session);
    // What came since is nobody's yet: only its files are of interest.
    storage = new Storage(before.names(), now.files());
    return before.rewritten(now);
  }

  /// The locks of a transaction are held until here.
  private void end() {
    var now = System.nanoTime();
    for (var act : open) {
      var isAlone = act.step().conduct() == Conduct.ALONE;
      var until = isAlone ? act.ended() : now;
      seen.add(
          new Observation(
              act.step(),
              Duration.ofNanos(act.ended() - act.begun()),
              locks(act, Duration.ofNanos(until - act.begun())),
              act.rewritten()));
    }
    open.clear();
    held = Map.of();
  }

  private List<Observation.Lock> locks(Act act, Duration time) {
    return act.locks().entrySet().stream()
        .map(it -> new Observation.Lock(storage.names().get(it.getKey()), it.getValue(), time))
        .sorted(Order.by(Observation.Lock::relation))
        .toList();
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private String words(MigrationStep step) {
    return "Rehearsing %s, statement %d: %s"
        .formatted(file.name(), step.first(), Masked.firstLine(step.text()));
  }

  private Diagnostic said(Failure failure) {
    var error = failure.error();
    var script = file.script();
    var start = failure.step().map(it -> it.span().start());
    var place =
        start
            .map(it -> it + error.offset().orElse(0))
            .<Place>map(it -> Place.of(script, new Span(it, it)))
            .orElseGet(() -> new Place.File(script.name()));
    return Diagnostic.of(
            MigrateCode.REHEARSAL_FAILED,
            place,
            "The migration `%s` failed on the copy%s: %s."
                .formatted(
                    file.name(),
                    failure.step().map(it -> " at statement " + it.first()).orElse(""),
                    error.inWords()))
        .withAdvice("Mend what it says, make the copy anew, and rehearse again.");
  }
}
