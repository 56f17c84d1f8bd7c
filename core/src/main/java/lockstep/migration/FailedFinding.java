package lockstep.migration;

import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.migration.Journal.Fate;
import lockstep.migration.Journal.Reached;
import lockstep.text.Position;
import lockstep.text.Span;

/// What is worth saying of a migration that began and did not end well: why, how far it came, and
/// how to go on.
final class FailedFinding {
  private final Standing.Failed failed;
  private final String log;

  private FailedFinding(Standing.Failed failed) {
    this.failed = failed;
    this.log = failed.row().logs().orElse("").strip();
  }

  static Diagnostic of(Standing.Failed failed) {
    var finding = new FailedFinding(failed);
    var journal = failed.row().journal();
    var fact = journal.map(finding::fact).orElseGet(() -> finding.what(""));
    return failed
        .migration()
        .map(it -> Diagnostic.of(MigrationCode.FAILED, finding.place(it), fact))
        .orElseGet(() -> Diagnostic.of(MigrationCode.FAILED, fact))
        .withAdvice(journal.map(finding::advice).orElseGet(finding::advice));
  }

  private String fact(Journal journal) {
    var where =
        journal
            .reached()
            .filter(FailedFinding::isFailed)
            .map(it -> " at statement %d of %d".formatted(it.statement(), journal.total()))
            .orElse("");
    var cut =
        journal
            .reached()
            .filter(it -> !isFailed(it))
            .map(it -> " " + journey(it, journal))
            .orElse("");
    return "%s%s %s".formatted(what(where), cut, journal.whatStands());
  }

  private static boolean isFailed(Reached reached) {
    return reached.fate() == Fate.FAILED || reached.fate() == Fate.HALF_DONE;
  }

  private static String journey(Reached reached, Journal journal) {
    return reached.fate() == Fate.BEGUN
        ? "Statement %d of %d was running.".formatted(reached.statement(), journal.total())
        : "Statement %d of %d is next.".formatted(reached.statement(), journal.total());
  }

  private String what(String where) {
    return isCutOff()
        ? "The migration `%s` began at %s and never ended."
            .formatted(failed.name(), failed.row().startedAt())
        : "The migration `%s` failed%s: %s".formatted(failed.name(), where, FailureLog.gist(log));
  }

  /// Whoever is killed says nothing more.
  private boolean isCutOff() {
    return log.isEmpty() || failed.row().journal().map(Journal::text).orElse("").equals(log);
  }

  private String advice(Journal journal) {
    var half = journal.reached().filter(it -> it.fate() == Fate.HALF_DONE);
    if (half.isPresent()) {
      var number = half.get().statement();
      return ("See what it has committed; call `lockstep migrate resolve --resume %s` with"
              + " `--statement %d` to have it run again, or with `--statement %d` where all stands.")
          .formatted(failed.name(), number, number + 1);
    }
    return "%s and call `lockstep migrate resolve --resume %s`: it %s."
        .formatted(
            isCutOff() ? "See that nobody runs it still," : "Mend the cause",
            failed.name(),
            journal.done() == journal.total()
                ? "only records that all of it stands"
                : "goes on with statement " + (journal.done() + 1));
  }

  private String advice() {
    return ("See what it left behind. Undo that and call `lockstep migrate resolve --rolled-back"
            + " %1$s` to have it applied again, or complete it and call `--applied %1$s`.")
        .formatted(failed.name());
  }

  /// Where the file was edited, its lines are others.
  private Place place(Migration migration) {
    var script = migration.script();
    return failed
        .row()
        .journal()
        .filter(_ -> migration.checksum().equals(failed.row().checksum()))
        .flatMap(Journal::reached)
        .map(it -> script.offset(new Position(it.line(), 1)))
        .<Place>map(it -> Place.of(script, new Span(it, it)))
        .orElseGet(() -> new Place.File(script.name()));
  }
}
