package lockstep.engine.migrate.prisma;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.EnvironmentException;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.migration.FailureLog;
import lockstep.migration.Journal;
import lockstep.migration.Journal.Fate;
import lockstep.migration.Journal.Reached;
import lockstep.migration.Migration;
import lockstep.migration.MigrationStep;
import lockstep.migration.MigrationStep.Conduct;
import lockstep.migration.Recorded;
import lockstep.sql.Masked;
import lockstep.text.Span;

/// Applies one migration, or takes one back, and writes down how far it comes.
///
/// Where its statements allow it, they go to the server in one message, which is one transaction,
/// and the record of success is part of it. Else they go one by one, each in a transaction with the
/// record that it stands; only what can be in no transaction is recorded before and after. So
/// whenever this is killed, the row tells what stands.
///
/// The row of the next migration is made where this one ends: there are hundreds of them, and to
/// wait for an answer takes longer than most.
final class MigrationRun {
  private final Sender sender;
  private final HistoryTable table;
  private final Migration migration;
  private final Aim aim;
  private final List<MigrationStep> steps;
  private final Map<Integer, MigrationStep> byFirst;
  private final String id;
  private final Optional<Journal> said;
  private Journal journal;

  /// What the row of a run says when all is done.
  private enum Aim {
    APPLIED,
    TAKEN_BACK
  }

  private MigrationRun(
      Sender sender,
      Migration migration,
      List<MigrationStep> steps,
      Aim aim,
      String id,
      Journal journal,
      Optional<Journal> said) {
    this.sender = sender;
    this.table = new HistoryTable(sender.session());
    this.migration = migration;
    this.aim = aim;
    this.steps = steps;
    this.byFirst = steps.stream().collect(Collectors.toMap(MigrationStep::first, it -> it));
    this.id = id;
    this.journal = journal;
    this.said = said;
  }

  private MigrationRun(Sender sender, Migration migration, Aim aim, String id, Journal journal) {
    this(sender, migration, migration.steps(), aim, id, journal, Optional.empty());
  }

  /// @param begun whose row is there
  static MigrationRun of(Sender sender, Attempt begun) {
    return new MigrationRun(
        sender,
        begun.migration(),
        begun.steps(),
        Aim.APPLIED,
        begun.id(),
        begun.journal(),
        Optional.of(begun.said()));
  }

  /// Begins to take one back, or goes on with it. Its row is that of when it was applied.
  ///
  /// @param down what takes it back
  /// @param journal of what stands of that
  static MigrationRun takeBack(Sender sender, Migration down, Recorded applied, Journal journal) {
    var run = new MigrationRun(sender, down, Aim.TAKEN_BACK, applied.id(), further(down, journal));
    sender.begin();
    return run;
  }

  /// Takes up an attempt that did not end well.
  ///
  /// @param journal of what stands
  static MigrationRun resume(
      Sender sender, Migration migration, Recorded attempt, Journal journal) {
    var from = further(migration, journal);
    var run = new MigrationRun(sender, migration, Aim.APPLIED, attempt.id(), from);
    sender.begin(run.table.resuming(attempt.id(), migration, from));
    return run;
  }

  /// Where nothing stands and nothing was reached, all of it may be one transaction again.
  private static Journal further(Migration migration, Journal journal) {
    var isNew = journal.done() == 0 && journal.reached().isEmpty();
    return isNew ? Journal.first(migration.steps()) : journal;
  }

  /// @return why it failed, if it did
  Optional<Diagnostic> run() {
    return run(Optional.empty());
  }

  /// @param next begins where this ends well: either both are written down, or neither is
  /// @return why it failed, if it did
  Optional<Diagnostic> run(Optional<Attempt> next) {
    var end = Stream.concat(Stream.of(finishing()), next.stream().map(Attempt::opening));
    var ending = end.collect(Collectors.joining(";\n"));
    try {
      return journal.isOneTransaction() ? together(ending) : stepByStep(ending);
    } catch (EnvironmentException e) {
      throw new EnvironmentException(cutOff(e.diagnostic()), e);
    }
  }

  /// Nothing can be recorded any more: what the server made of it is asked for next time.
  private Diagnostic cutOff(Diagnostic reason) {
    var fact =
        "%s The migration `%s` was %s."
            .formatted(
                reason.fact().replaceFirst("[.]?$", "."),
                migration.name(),
                aim == Aim.APPLIED ? "being applied" : "being taken back");
    var advice =
        "Then look how far it came, by `lockstep migrate status`, and go on by %s."
            .formatted(again());
    return Diagnostic.of(reason.code(), fact)
        .withAdvice(reason.advice().map(it -> first(it) + " " + advice).orElse(advice));
  }

  /// To run the same command again would only say that the migration did not end.
  private static String first(String advice) {
    return advice.replace(", then run the command again", "");
  }

  private Optional<Diagnostic> together(String ending) {
    var script = migration.script().content();
    var broken = sender.insist(words(), script + "\n;\n" + ending);
    if (broken.isEmpty()) {
      return Optional.empty();
    }
    var at = place(steps, broken.get(), 0);
    var isSetting = at.filter(it -> it.conduct() == Conduct.SETTING).isPresent();
    if (MigrationStep.NOT_TOGETHER.contains(broken.get().error().state()) && !isSetting) {
      note(Journal.ofSteps(steps));
      return stepByStep(ending);
    }
    return Optional.of(failed(broken.get().error(), 0, at));
  }

  private Optional<Diagnostic> stepByStep(String ending) {
    var met = journal.reached();
    for (var step : steps) {
      var isMet = met.filter(it -> step.first() == it.statement()).isPresent();
      var broken =
          step.last() <= journal.done()
              ? again(step)
              : isMet ? meet(step, met.get().fate()) : run(step);
      if (broken.isPresent()) {
        return broken;
      }
    }
    sender.end(ending);
    return Optional.empty();
  }

  private String finishing() {
    return switch (aim) {
      case APPLIED -> table.finishing(id);
      case TAKEN_BACK -> table.rollingBack(id);
    };
  }

  private String words() {
    return (aim == Aim.APPLIED ? "Applying " : "Taking back ") + migration.name();
  }

  private String words(MigrationStep step) {
    return "%s, statement %d of %d: %s"
        .formatted(words(), step.first(), journal.total(), Masked.firstLine(step.text()));
  }

  /// What a session was set to ended with it.
  private Optional<Diagnostic> again(MigrationStep step) {
    return step.conduct() == Conduct.SETTING ? plainly(step) : Optional.empty();
  }

  /// Goes on with the statement that an earlier run came to.
  private Optional<Diagnostic> meet(MigrationStep step, Fate fate) {
    return switch (Aftermath.of(sender.session(), step.text(), fate)) {
      case NOTHING -> run(step);
      case UNKNOWN -> Optional.of(uncertain(step, fate));
      case DONE -> {
        note(after(step));
        yield Optional.empty();
      }
    };
  }

  private Optional<Diagnostic> run(MigrationStep step) {
    return switch (step.conduct()) {
      case SETTING -> plainly(step);
      case ALONE -> alone(step);
      case TOGETHER -> inTransaction(step, step.text() + "\n;\n" + stands(step));
      case TRANSACTION -> {
        var text = step.text();
        var end = step.end() - step.span().start();
        yield inTransaction(
            step, text.substring(0, end) + stands(step) + ";\n" + text.substring(end));
      }
    };
  }

  private String stands(MigrationStep step) {
    return table.noting(id, after(step));
  }

  /// What is set stands for the session only, so that it is not written down by itself.
  private Optional<Diagnostic> plainly(MigrationStep step) {
    var broken = sender.once(words(step), step.text());
    if (broken.isPresent()) {
      return Optional.of(failed(broken.get().error(), step.span().start(), Optional.of(step)));
    }
    if (step.last() > journal.done()) {
      journal = after(step);
    }
    return Optional.empty();
  }

  private Optional<Diagnostic> inTransaction(MigrationStep step, String text) {
    var broken = sender.insist(words(step), text);
    if (broken.isEmpty()) {
      journal = after(step);
      return sender.session().isInTransaction() ? Optional.of(leftOpen()) : Optional.empty();
    }
    if (step.conduct() == Conduct.TOGETHER
        && MigrationStep.NOT_TOGETHER.contains(broken.get().error().state())) {
      return alone(step);
    }
    var sent = step.span().start();
    var at = place(step.parts(), broken.get(), sent);
    return Optional.of(failed(broken.get().error(), sent, at));
  }

  private Optional<Diagnostic> alone(MigrationStep step) {
    var begun = journal.at(step, Fate.BEGUN);
    var after = after(step);
    var broken = step.isInNobodysWay() ? patiently(step, begun, after) : alone(step, begun);
    if (broken.isPresent()) {
      return Optional.of(failed(broken.get().error(), step.span().start(), Optional.of(step)));
    }
    if (sender.session().isInTransaction()) {
      journal = journal.at(step, Fate.FAILED);
      return Optional.of(leftOpen());
    }
    if (step.isInNobodysWay() || isLast(step)) {
      journal = after;
    } else {
      note(after);
    }
    return Optional.empty();
  }

  /// What stands behind the last is all of it, and is written down as that.
  private boolean isLast(MigrationStep step) {
    return step.last() == journal.total();
  }

  private Optional<Session.Broken> alone(MigrationStep step, Journal begun) {
    note(begun);
    return sender.once(words(step), step.text());
  }

  private Optional<Session.Broken> patiently(MigrationStep step, Journal begun, Journal after) {
    journal = begun;
    if (said.equals(Optional.of(begun))) {
      var broken = sender.unhindered(words(step), step.text());
      if (broken.isEmpty() && !isLast(step)) {
        sender.limitAgain(table.noting(id, after));
      }
      return broken;
    }
    return sender.patiently(
        words(step), step.text(), table.noting(id, begun), table.noting(id, after));
  }

  private void note(Journal now) {
    sender.session().execute(table.noting(id, now));
    journal = now;
  }

  private Journal after(MigrationStep step) {
    var after = journal.after(step);
    return Optional.ofNullable(byFirst.get(step.last() + 1))
        .map(it -> after.at(it, Fate.NEXT))
        .orElse(after);
  }

  /// Returns the statement at which a text of several broke, where the server tells.
  ///
  /// @param sent where the text begins in the file
  private static Optional<MigrationStep> place(
      List<MigrationStep> statements, Session.Broken broken, int sent) {
    var offset = broken.error().offset();
    return offset.isPresent()
        ? statements.stream().filter(it -> it.span().end() >= sent + offset.getAsInt()).findFirst()
        : statements.stream().skip(broken.before()).findFirst();
  }

  private Diagnostic uncertain(MigrationStep step, Fate fate) {
    var start = step.span().start();
    var fact =
        switch (fate) {
          case HALF_DONE ->
              "Statement %d of `%s` failed, and may have committed some of what it did before.";
          case FAILED ->
              "Statement %d of `%s` failed, and left an invalid index of a name that it does not say.";
          case NEXT, BEGUN ->
              "Statement %d of `%s` was running when the run was cut off, and nobody knows whether it stands.";
        };
    return Diagnostic.of(
            MigrateCode.UNCERTAIN,
            Place.of(migration.script(), new Span(start, start)),
            fact.formatted(step.first(), migration.name()))
        .withAdvice(
            switch (aim) {
              case APPLIED -> "Look, then call %s.".formatted(deciding(step));
              case TAKEN_BACK ->
                  "Look, do by hand what is left of the way back, then call `lockstep migrate resolve --rolled-back %s`."
                      .formatted(migration.name());
            });
  }

  private String deciding(MigrationStep step) {
    return "%s with `--statement %d` to have it run, or with `--statement %d` where it stands"
        .formatted(again(), step.first(), step.last() + 1);
  }

  private Diagnostic leftOpen() {
    sender.settle();
    var fact =
        "The file begins a transaction and does not end it. What it did in it is taken back.";
    failed(fact + "\n", false);
    return Diagnostic.of(
            MigrateCode.TRANSACTION_LEFT_OPEN, new Place.File(migration.script().name()), fact)
        .withAdvice("End it by `COMMIT`, or leave `BEGIN` out; then call %s.".formatted(again()));
  }

  /// @param sent where in the file the text begins in which the server counts
  /// @param at the statement that it was, where that is known
  private Diagnostic failed(SqlError error, int sent, Optional<MigrationStep> at) {
    sender.settle();
    var wasAlone = journal.reached().filter(it -> it.fate() == Fate.BEGUN).isPresent();
    var isHalf = wasAlone && at.filter(MigrationStep::mayCommit).isPresent();
    var fate = isHalf ? Fate.HALF_DONE : Fate.FAILED;
    journal = at.map(it -> journal.at(new Reached(it.first(), it.line(), fate))).orElse(journal);
    failed(FailureLog.of(migration.name(), error.state(), error.inLines()) + "\n", wasAlone);
    if (aim == Aim.TAKEN_BACK) {
      return notTakenBack(error, place(error, sent, at), wasAlone);
    }
    var fact =
        "The migration `%s` failed%s: %s. %s%s"
            .formatted(
                migration.name(),
                at.map(it -> " at statement %d of %d".formatted(it.first(), journal.total()))
                    .orElse(""),
                error.inWords(),
                sender.blame(error),
                journal.whatStands() + (wasAlone ? " Part of the one that failed may." : ""));
    var again = isHalf ? deciding(at.get()) : again();
    var cause =
        sender.wasInterrupted(error)
            ? Cause.interrupted(again)
            : Cause.of(error, sender.session(), migration, again);
    return Diagnostic.of(cause.code(), place(error, sent, at), fact).withAdvice(cause.advice());
  }

  /// A migration that is not taken back is applied: no log says that it failed.
  ///
  /// @param mayStand whether part of the statement that failed may
  private void failed(String log, boolean mayStand) {
    switch (aim) {
      case APPLIED -> table.failed(id, log + journal.text() + "\n");
      case TAKEN_BACK -> {
        if (journal.done() > 0 || mayStand) {
          note(journal);
        } else {
          table.whole(id);
        }
      }
    }
  }

  private Diagnostic notTakenBack(SqlError error, Place place, boolean wasAlone) {
    return Diagnostic.of(
            MigrateCode.NOT_TAKEN_BACK,
            place,
            "The migration `%s` cannot be taken back: %s. %s%s"
                .formatted(
                    migration.name(),
                    error.inWords(),
                    sender.blame(error),
                    journal.done() == 0 && !wasAlone
                        ? "Nothing was done."
                        : "Of the way back: "
                            + journal.whatStands()
                            + (wasAlone ? " Part of the one that failed may." : "")))
        .withAdvice("Mend what it says, then call %s again.".formatted(again()));
  }

  private Place place(SqlError error, int sent, Optional<MigrationStep> at) {
    var script = migration.script();
    var offset = error.offset().isPresent() ? sent + error.offset().getAsInt() : Integer.MAX_VALUE;
    if (offset <= script.content().length()) {
      return Place.of(script, new Span(offset, offset));
    }
    return at.<Place>map(it -> Place.of(script, new Span(it.span().start(), it.span().start())))
        .orElseGet(() -> new Place.File(script.name()));
  }

  private String again() {
    return aim == Aim.APPLIED
        ? "`lockstep migrate resolve --resume %s`".formatted(migration.name())
        : "`lockstep migrate rollback`";
  }
}
