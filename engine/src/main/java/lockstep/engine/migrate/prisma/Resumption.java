package lockstep.engine.migrate.prisma;

import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.migrate.MigrateCode;
import lockstep.migration.Journal;
import lockstep.migration.Journal.Fate;
import lockstep.migration.Migration;
import lockstep.migration.MigrationStep;
import lockstep.migration.Recorded;

/// Whether and where an attempt that did not end well can go on.
sealed interface Resumption {
  /// @param journal of what stands; it names the statement to go on with where something may be
  ///   left of that
  record GoOn(Journal journal) implements Resumption {}

  record Refused(Diagnostic reason) implements Resumption {}

  /// @param statement the number of the first statement to run, where somebody knows better than
  ///   the row
  static Resumption of(Migration migration, Recorded attempt, Optional<Integer> statement) {
    return statement
        .map(it -> told(migration, it))
        .orElseGet(
            () ->
                attempt
                    .journal()
                    .map(it -> recorded(migration, it))
                    .orElseGet(() -> refused(migration)));
  }

  private static Resumption told(Migration migration, int statement) {
    var steps = migration.steps();
    var journal = before(statement, steps);
    if (journal.done() != statement - 1) {
      return new Refused(
          Diagnostic.of(
                  MigrateCode.NOT_RESOLVABLE,
                  new Place.File(migration.script().name()),
                  "Nothing that can be run by itself begins with statement %d of `%s`."
                      .formatted(statement, migration.name()))
              .withAdvice("Name another; what stands between `BEGIN` and `COMMIT` is one."));
    }
    return new GoOn(
        steps.stream()
            .filter(it -> it.first() == statement)
            .findFirst()
            .map(it -> journal.at(it, Aftermath.namesIndex(it.text()) ? Fate.FAILED : Fate.NEXT))
            .orElse(journal));
  }

  /// Whether and where taking back can begin, or go on where somebody began.
  ///
  /// @param row of when it was applied; it has a journal only while some of the way back stands
  static Resumption ofReturn(Migration down, Recorded row) {
    return row.journal()
        .map(it -> recorded(down, it))
        .orElseGet(() -> new GoOn(Journal.ofSteps(down.steps())));
  }

  /// Compares what stands, by the record, with what the file has by now.
  private static Resumption recorded(Migration migration, Journal journal) {
    if (journal.isOneTransaction() || journal.done() == 0 && journal.reached().isEmpty()) {
      return new GoOn(Journal.ofSteps(migration.steps()));
    }
    var now = before(journal.done() + 1, migration.steps());
    if (now.done() != journal.done() || !now.digest().equals(journal.digest())) {
      return new Refused(
          Diagnostic.of(
                  MigrateCode.EDITED_HALF_WAY,
                  new Place.File(migration.script().name()),
                  "The first %d statements of `%s` were edited after they were applied."
                      .formatted(journal.done(), migration.name()))
              .withAdvice("Take the edit back; what comes after them may be changed."));
    }
    return new GoOn(journal);
  }

  /// Returns the journal of all steps that end before a statement.
  private static Journal before(int statement, List<MigrationStep> steps) {
    var journal = Journal.ofSteps(steps);
    for (var step : steps) {
      if (step.last() < statement) {
        journal = journal.after(step);
      }
    }
    return journal;
  }

  private static Resumption refused(Migration migration) {
    return new Refused(
        Diagnostic.of(
                MigrateCode.NOT_RESOLVABLE,
                "Nobody wrote down how far `%s` came: it was not applied by Lockstep."
                    .formatted(migration.name()))
            .withAdvice(
                "See what it left behind, and name the first statement that is to be run by"
                    + " `--statement`."));
  }
}
