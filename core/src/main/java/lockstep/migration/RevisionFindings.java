package lockstep.migration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;

/// What is worth saying of revisions as they stand. That some are yet to be applied is not.
public final class RevisionFindings {
  private static final int MOST_SHOWN = 5;

  private RevisionFindings() {}

  /// @param id of a revision that a database is at and that has no file
  public static Diagnostic unknown(String database, String id) {
    return Diagnostic.of(
            RevisionCode.UNKNOWN_VERSION,
            "The database %s is at the revision `%s`, which has no file here."
                .formatted(database, id))
        .withAdvice("Update the checkout: the database is ahead of it.");
  }

  /// @param revision that ran
  /// @param file that the command named, which may not be that of a revision
  public static Diagnostic failed(
      RevisionGraph graph, Optional<String> revision, Optional<String> file, String failure) {
    var fact =
        revision
            .map(it -> "The command failed in the revision `%s`: %s.".formatted(it, failure))
            .orElseGet(() -> "The command failed: %s.".formatted(failure));
    var found =
        file.filter(_ -> revision.flatMap(graph::find).isEmpty())
            .map(it -> Diagnostic.of(RevisionCode.COMMAND_FAILED, new Place.File(it), fact))
            .orElseGet(() -> of(RevisionCode.COMMAND_FAILED, graph, revision, fact));
    return found.withAdvice(
        "Run it by hand on an empty database; name the command that your project uses by"
            + " `--upgrade`.");
  }

  public static Diagnostic incomplete(RevisionGraph graph, int ran) {
    return Diagnostic.of(
            RevisionCode.INCOMPLETE,
            "The command applied %d of %d revisions.".formatted(ran, graph.ordered().size()))
        .withAdvice(
            "Name one that applies all by `--upgrade`, as in `python -m alembic upgrade heads`.");
  }

  /// @param id of a revision that the command ran
  public static Diagnostic withoutFile(String id) {
    return Diagnostic.of(
            RevisionCode.NO_FILE,
            "The command ran the revision `%s`, which has no file here.".formatted(id))
        .withAdvice("Name the folder that its file is in by `--versions`.");
  }

  public static Diagnostic unequal(RevisionGraph graph, Transcript it, String doubt) {
    return of(
            RevisionCode.NOT_EQUAL,
            graph,
            Optional.of(it.revision()),
            "The revision `%s` was recorded, but %s.".formatted(it.revision(), doubt))
        .withAdvice(
            "It may use the driver past SQLAlchemy; begin with the database as it is by"
                + " `lockstep migrate baseline`.");
  }

  /// @param where tables and columns of tables
  public static Diagnostic otherRows(RevisionGraph graph, Transcript it, List<String> where) {
    return of(
            RevisionCode.NOT_EQUAL,
            graph,
            Optional.of(it.revision()),
            "The revision `%s` was recorded, but what its statements make has other rows in %s."
                .formatted(it.revision(), few(where)))
        .withAdvice(
            "It may write rows past SQLAlchemy, as by `COPY` or a cursor of the driver: write them by"
                + " `op.execute` or `op.bulk_insert`.");
  }

  /// @param where columns, and tables of which any may be meant
  public static Diagnostic unsteadyRows(RevisionGraph graph, Transcript it, List<String> where) {
    return of(
            RevisionCode.UNSTEADY_ROWS,
            graph,
            Optional.of(it.revision()),
            "The revision `%s` makes rows whose values the server makes anew each time: %s."
                .formatted(it.revision(), few(where)))
        .withAdvice("Look whether a new database may have other values there.");
  }

  private static String few(List<String> all) {
    var more = all.size() - MOST_SHOWN;
    return all.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "))
        + (more > 0 ? " and %d more".formatted(more) : "");
  }

  public static Diagnostic noDown(RevisionGraph graph, String revision, String doubt) {
    return of(
            RevisionCode.NO_DOWN,
            graph,
            Optional.of(revision),
            "From the revision `%s` on there is no down file: %s.".formatted(revision, doubt))
        .withAdvice("Write `down.sql` by hand for those that you may want to take back.");
  }

  /// @param migrations that were made of all revisions
  public static Diagnostic rows(TakenRevision it, List<Migration> migrations) {
    var isThere = migrations.contains(it.migrations().getFirst());
    return Diagnostic.of(
            RevisionCode.ROWS,
            new Place.File(it.revision().file().name()),
            "The revision `%s` is about rows, and was recorded without any."
                .formatted(it.revision().id()))
        .withAdvice(
            isThere
                ? "Look at %s: only new databases will run it."
                    .formatted(
                        it.toReview().stream()
                            .map(part -> "`%s/migration.sql`".formatted(part.name()))
                            .collect(Collectors.joining(" and ")))
                : "Rows are not in the baseline: add those that a new database needs.");
  }

  /// @param has the revisions that the database has
  public static Diagnostic notAtHead(String database, RevisionGraph graph, Set<String> has) {
    var missing =
        graph.ordered().stream().map(Revision::id).filter(it -> !has.contains(it)).findFirst();
    return Diagnostic.of(
            RevisionCode.NOT_AT_HEAD,
            "The database %s has not got the revision `%s`, and the baseline has all of them."
                .formatted(database, missing.orElse("")))
        .withAdvice("Apply what is pending by Alembic first, or do without `--baseline`.");
  }

  /// @param without one of those in whose place it is
  public static Diagnostic squashedTooEarly(Migration squash, String without) {
    return Diagnostic.of(
            RevisionCode.BEFORE_TAKEN,
            new Place.File(squash.script().name()),
            "The migration is in the place of `%s`, which was no revision, and of others which were."
                .formatted(without))
        .withAdvice("Bring the replaced ones back, hand them over, and squash them then.");
  }

  /// @param differences in words
  public static Diagnostic notAsTaken(String database, List<String> differences) {
    var more = differences.size() - MOST_SHOWN;
    return Diagnostic.of(
            RevisionCode.NOT_AS_TAKEN,
            "The database %s is not what its revisions make. %s%s"
                .formatted(
                    database,
                    differences.stream().limit(MOST_SHOWN).collect(Collectors.joining(" ")),
                    more > 0 ? " And %d more.".formatted(more) : ""))
        .withAdvice(
            "End the differences; or record it as it is by `--accept-drift`: later migrations are"
                + " written for what the revisions make.");
  }

  /// @param folder of migrations that say nothing to Alembic
  public static Diagnostic notDual(String folder) {
    return Diagnostic.of(
            RevisionCode.NOT_IN_STEP,
            new Place.File(folder),
            "These migrations were taken over without `--dual`, and databases may have them.")
        .withAdvice(
            "Go on without it; or, where no database has them, remove them and take over again.");
  }

  /// @param database that has a migration which is to say more
  public static Diagnostic appliedAlready(Migration migration, String database) {
    return Diagnostic.of(
            RevisionCode.NOT_IN_STEP,
            new Place.File(migration.script().name()),
            "The database %s has the migration `%s` already, so that it cannot be told to say more."
                .formatted(database, migration.name()))
        .withAdvice(
            "Call this without `--dual`: it writes the revision, and says in Alembic's"
                + " table what the database has.");
  }

  private static Diagnostic of(
      RevisionCode code, RevisionGraph graph, Optional<String> revision, String fact) {
    return revision
        .flatMap(graph::find)
        .map(it -> Diagnostic.of(code, new Place.File(it.file().name()), fact))
        .orElseGet(() -> Diagnostic.of(code, fact));
  }
}
