package lockstep.migration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diagnostic.Severity;
import lockstep.sql.Masked;
import lockstep.sql.ScriptPart;
import lockstep.sql.SqlToken;
import lockstep.sql.StatementSplitter;
import lockstep.sql.Unclosed;
import lockstep.text.Span;

/// What is worth saying of migrations as they stand. That some are yet to be applied is not.
public final class HistoryFindings {
  /// Of a checksum, what is enough to tell two from each other.
  private static final int SHOWN = 12;

  /// Of a statement, what is enough to tell how it ends a transaction.
  private static final int HEAD = 5;

  private HistoryFindings() {}

  /// Returns the findings in the order of the migrations' names.
  public static List<Diagnostic> of(Reconciliation history) {
    return history.standings().stream()
        .flatMap(it -> Stream.concat(of(it).stream(), behind(it, history).stream()))
        .toList();
  }

  private static List<Diagnostic> of(Standing standing) {
    return switch (standing) {
      case Standing.Applied it -> applied(it).stream().toList();
      case Standing.Pending it -> pending(it);
      case Standing.Failed it -> List.of(FailedFinding.of(it));
      case Standing.Missing(var row) ->
          List.of(
              Diagnostic.of(
                      MigrationCode.MISSING,
                      "The database has the migration `%s`, and its folder is gone."
                          .formatted(row.name()))
                  .withAdvice(
                      "Bring it back from version control: a new database cannot be built without"
                          + " it."));
      case Standing.Unknown(var row) ->
          List.of(
              Diagnostic.of(
                      MigrationCode.UNKNOWN,
                      "The database has the migration `%s`, which comes after all that are here."
                          .formatted(row.name()))
                  .withAdvice("It came from a newer state of the project; update this one."));
      case Standing.RolledBack _, Standing.Squashed _ -> List.of();
    };
  }

  /// One that is in the place of others cannot be applied where some of them are: their tables are
  /// there already.
  private static Optional<Diagnostic> behind(Standing standing, Reconciliation history) {
    if (!(standing instanceof Standing.Pending it)) {
      return Optional.empty();
    }
    var squash = it.migration();
    var has = history.hasOf(squash);
    var lacks = squash.squashed().stream().filter(name -> !has.contains(name)).toList();
    return has.isEmpty() || lacks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.of(
                    MigrationCode.BEHIND_SQUASH,
                    place(squash),
                    "The database has %d of the %d migrations in whose place this one is; the next is `%s`."
                        .formatted(has.size(), squash.squashed().size(), lacks.getFirst()))
                .withAdvice(
                    "Apply the rest of them first, by `lockstep migrate apply --dir` with the folder"
                        + " that they were moved to: mostly `squashed/%s` beside the folder of these."
                            .formatted(squash.name())));
  }

  private static Optional<Diagnostic> applied(Standing.Applied it) {
    return it.row().isHalfTakenBack() ? Optional.of(halfTakenBack(it)) : edited(it);
  }

  private static Diagnostic halfTakenBack(Standing.Applied it) {
    var name = it.name();
    var stands = it.row().journal().map(Journal::whatStands).orElse("");
    var fact =
        "The migration `%s` is taken back in part. Of what takes it back: %s"
            .formatted(name, stands);
    return it.migration()
        .down()
        .map(
            down -> Diagnostic.of(MigrationCode.HALF_TAKEN_BACK, new Place.File(down.name()), fact))
        .orElseGet(() -> Diagnostic.of(MigrationCode.HALF_TAKEN_BACK, fact))
        .withAdvice(
            "See that nobody runs it still, and call `lockstep migrate rollback` to go on; or make"
                + " it whole by hand and call `lockstep migrate resolve --applied %s`."
                    .formatted(name));
  }

  private static Optional<Diagnostic> edited(Standing.Applied it) {
    return switch (it.text()) {
      case SAME -> Optional.empty();
      case LINE_ENDS ->
          Optional.of(
              Diagnostic.of(
                  MigrationCode.LINE_ENDS,
                  place(it.migration()),
                  "The file differs from what was applied in the ends of its lines only."));
      case EDITED ->
          Optional.of(
              Diagnostic.of(
                      MigrationCode.EDITED,
                      place(it.migration()),
                      "The file was edited after it was applied: its checksum is %s, that of what"
                              .formatted(shown(it.migration().checksum()))
                          + " was applied %s.".formatted(shown(it.row().checksum())))
                  .withAdvice("Take the edit back, and make it a migration of its own."));
    };
  }

  private static String shown(Checksum checksum) {
    var digits = checksum.digits();
    return digits.length() > SHOWN ? digits.substring(0, SHOWN) + "…" : digits;
  }

  private static List<Diagnostic> pending(Standing.Pending it) {
    var migration = it.migration();
    var order =
        it.overtakenBy()
            .map(
                later ->
                    Diagnostic.of(
                            MigrationCode.OUT_OF_ORDER,
                            place(migration),
                            "The migration comes before `%s`, which the database has already."
                                .formatted(later))
                        .withAdvice(
                            "See that it does not depend on the order, or give its folder a later"
                                + " name."));
    return Stream.of(order, empty(migration), unfit(migration)).flatMap(Optional::stream).toList();
  }

  /// Returns why a server does not understand a file, as far as can be seen beforehand.
  public static Optional<Diagnostic> unfit(Migration migration) {
    return mark(migration)
        .or(() -> ofPsql(migration))
        .or(() -> nothing(migration))
        .or(() -> unclosed(migration))
        .or(() -> takenBack(migration));
  }

  /// Returns which statement of a file undoes what came before it, unseen by who sends it.
  public static Optional<Diagnostic> takenBack(Migration migration) {
    var script = migration.script();
    return StatementSplitter.split(script.content()).stream()
        .filter(it -> MigrationStep.isRollback(SqlToken.of(script.text(it.span()), HEAD)))
        .findFirst()
        .map(
            it ->
                Diagnostic.of(
                        MigrationCode.TAKEN_BACK,
                        Place.of(script, it.span()),
                        "`ROLLBACK` takes back what the file did before it, and the migration would"
                            + " count as applied.")
                    .withAdvice("Leave it out, with what it is to take back."));
  }

  /// Returns why a file that takes a migration back must not be taken for one that does.
  public static Optional<Diagnostic> unfitToTakeBack(Migration down) {
    return down.isEmpty()
        ? Optional.of(
            Diagnostic.of(MigrationCode.EMPTY, place(down), "The file is empty.")
                .withSeverity(Severity.ERROR)
                .withAdvice("Write what takes the migration back, or a comment that nothing does."))
        : unfit(down);
  }

  private static Optional<Diagnostic> mark(Migration migration) {
    return migration.beginsWithMark()
        ? Optional.of(
            Diagnostic.of(
                    MigrationCode.BYTE_ORDER_MARK,
                    place(migration),
                    "The file begins with a byte order mark, which PostgreSQL does not read.")
                .withAdvice("Save it as UTF-8 without the mark."))
        : Optional.empty();
  }

  private static Optional<Diagnostic> empty(Migration migration) {
    return migration.isEmpty()
        ? Optional.of(
            Diagnostic.of(MigrationCode.EMPTY, place(migration), "The file is empty.")
                .withAdvice(
                    "Write what is to be done before it is applied: later it counts as edited."))
        : Optional.empty();
  }

  /// A server would take the data behind `COPY … FROM STDIN` for statements.
  private static Optional<Diagnostic> ofPsql(Migration migration) {
    var script = migration.script();
    return StatementSplitter.split(script.content()).stream()
        .filter(it -> !(it instanceof ScriptPart.Statement))
        .findFirst()
        .map(
            it ->
                Diagnostic.of(
                        MigrationCode.OF_PSQL,
                        Place.of(script, it.span()),
                        "`%s` is for psql, and no statement that a server runs."
                            .formatted(Masked.firstLine(script.text(it.span()))))
                    .withAdvice("Write it as SQL: rows, for instance, as `INSERT`."));
  }

  private static Optional<Diagnostic> nothing(Migration migration) {
    var script = migration.script();
    var at = script.content().indexOf('\0');
    return at < 0
        ? Optional.empty()
        : Optional.of(
            Diagnostic.of(
                    MigrationCode.NOT_WHOLE,
                    Place.of(script, new Span(at, at)),
                    "The file has the character NUL, which PostgreSQL takes for its end.")
                .withAdvice("Bring the file back from version control, or take it out."));
  }

  /// What a server is sent behind the file would be read as part of it.
  private static Optional<Diagnostic> unclosed(Migration migration) {
    var script = migration.script();
    return Unclosed.in(script.content())
        .map(
            it ->
                Diagnostic.of(
                        MigrationCode.NOT_WHOLE,
                        Place.of(script, it),
                        "What begins with `%s` here is never closed.".formatted(script.text(it)))
                    .withAdvice(
                        "Close it; where the file was cut off, bring it back from version control."));
  }

  private static Place place(Migration migration) {
    return new Place.File(migration.script().name());
  }
}
