package lockstep.engine.migrate.prisma;

import java.util.List;
import java.util.UUID;
import lockstep.migration.Journal;
import lockstep.migration.Journal.Fate;
import lockstep.migration.Migration;
import lockstep.migration.MigrationStep;
import lockstep.migration.MigrationStep.Conduct;

/// A migration that is about to be applied, and all that can be known of that before the server is
/// asked.
///
/// @param id of its row
/// @param journal of what stands, which is nothing
/// @param said what its row says of that at first: a first statement that nobody queues behind is
///   said to be begun, which spares a message
/// @param opening the statements that make the row and have the limits hold
record Attempt(
    String id,
    Migration migration,
    List<MigrationStep> steps,
    Journal journal,
    Journal said,
    String opening) {

  static Attempt of(Migration migration, HistoryTable table, Sender sender) {
    var id = UUID.randomUUID().toString();
    var steps = migration.steps();
    var journal = Journal.first(steps);
    var isPatient = !steps.isEmpty() && steps.getFirst().isInNobodysWay();
    var said = isPatient ? journal.at(steps.getFirst(), Fate.BEGUN) : journal;
    var row = table.starting(id, migration, said);
    var opening = isPatient ? sender.openingPatiently(row) : sender.opening(row);
    return new Attempt(id, migration, steps, journal, said, opening);
  }

  /// Returns whether the next one may begin in the transaction in which this one ends. What a file
  /// sets is to hold to the end of that, for triggers that wait for it.
  boolean mayLeadOn() {
    return !journal.isOneTransaction()
        || steps.stream().noneMatch(it -> it.conduct() == Conduct.SETTING);
  }
}
