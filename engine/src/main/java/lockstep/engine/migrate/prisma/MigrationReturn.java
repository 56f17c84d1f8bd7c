package lockstep.engine.migrate.prisma;

import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.Session.Broken;
import lockstep.migration.Migration;
import lockstep.migration.MigrationStep;
import lockstep.migration.Recorded;
import lockstep.text.Span;

/// Takes one migration back, and records it as Prisma records what was rolled back.
final class MigrationReturn {
  private final Sender sender;
  private final HistoryTable table;
  private final Migration down;
  private final String id;

  MigrationReturn(Sender sender, Migration down, Recorded row) {
    this.sender = sender;
    this.table = new HistoryTable(sender.session());
    this.down = down;
    this.id = row.id();
  }

  /// @return why it failed, if it did
  Optional<Diagnostic> run() {
    sender.begin();
    var steps = down.steps();
    if (MigrationStep.areOneTransaction(steps)) {
      var text = down.script().content() + "\n;\n" + table.rollingBack(id);
      return sender.insist(words(), text).map(it -> failed(it, 0, "Nothing was done."));
    }
    for (var step : steps) {
      var broken =
          step.isInNobodysWay()
              ? sender.patiently(words(), step.text())
              : sender.insist(words(), step.text());
      if (broken.isPresent()) {
        var fact = "What stands before line %d of it was done.".formatted(step.line());
        return Optional.of(failed(broken.get(), step.span().start(), fact));
      }
    }
    var isOpen = sender.session().isInTransaction();
    sender.settle();
    if (isOpen) {
      return Optional.of(leftOpen());
    }
    table.rolledBack(id);
    return Optional.empty();
  }

  private Diagnostic leftOpen() {
    return Diagnostic.of(
            MigrateCode.TRANSACTION_LEFT_OPEN,
            new Place.File(down.script().name()),
            "The file begins a transaction and does not end it. What it did in it is not done.")
        .withAdvice("End it by `COMMIT`, or leave `BEGIN` out; then roll back again.");
  }

  private String words() {
    return "Taking back " + down.name();
  }

  /// @param sent where in the file the text begins in which the server counts
  private Diagnostic failed(Broken broken, int sent, String whatStands) {
    sender.settle();
    var error = broken.error();
    var script = down.script();
    var offset = sent + error.offset().orElse(0);
    var isInFile = error.offset().isPresent() && offset <= script.content().length();
    return Diagnostic.of(
            MigrateCode.NOT_TAKEN_BACK,
            isInFile ? Place.of(script, new Span(offset, offset)) : new Place.File(script.name()),
            "The migration `%s` cannot be taken back: %s. %s%s"
                .formatted(down.name(), error.inWords(), sender.blame(error), whatStands))
        .withAdvice("Mend what it says, then call `lockstep migrate rollback` again.");
  }
}
