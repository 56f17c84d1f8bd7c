package lockstep.migration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;

/// Two histories of one database, Prisma's and Alembic's, and which migration does what a revision
/// does: it came from that, as its first line says, or became that.
public final class PairedHistories {
  private final List<Migration> migrations;
  private final RevisionGraph graph;
  private final TreeMap<String, Set<String>> revisions = new TreeMap<>();

  private PairedHistories(List<Migration> migrations, RevisionGraph graph) {
    this.migrations = migrations;
    this.graph = graph;
    migrations.forEach(it -> revisions.put(it.name(), revisions(it)));
  }

  /// A migration came from a revision, or became one.
  private Set<String> revisions(Migration migration) {
    var origins = TakenRevision.origins(migration, graph);
    return origins.isEmpty()
        ? graph.find(WrittenRevision.id(migration)).map(it -> Set.of(it.id())).orElse(Set.of())
        : origins;
  }

  public static PairedHistories of(List<Migration> migrations, RevisionGraph graph) {
    return new PairedHistories(List.copyOf(migrations), graph);
  }

  /// Returns whether any migration does what a revision does.
  public boolean isPaired() {
    return revisions.values().stream().anyMatch(it -> !it.isEmpty());
  }

  /// Returns the migrations that a database has which has these revisions.
  public List<Migration> hadBy(Set<String> ids) {
    return migrations.stream().filter(it -> isPaired(it) && ids.containsAll(of(it))).toList();
  }

  /// A migration, and the revisions that do together what it does.
  public record Pair(Migration migration, List<String> revisions) {
    public Pair {
      revisions = List.copyOf(revisions);
    }
  }

  /// Returns those that have each other, in the order of the migrations.
  public List<Pair> pairs() {
    return migrations.stream()
        .filter(this::isPaired)
        .map(it -> new Pair(it, List.copyOf(of(it))))
        .toList();
  }

  /// Returns what only Prisma's folder has, where both tools deploy: whoever deploys with Alembic
  /// does not get it.
  public List<Diagnostic> withoutRevision() {
    return migrations.stream()
        .filter(it -> VersionStep.isInAny(migrations) && !isPaired(it))
        .map(
            it ->
                Diagnostic.of(
                        RevisionCode.NOT_IN_STEP,
                        new Place.File(it.script().name()),
                        "The migration `%s` has no revision, and both tools deploy."
                            .formatted(it.name()))
                    .withAdvice(
                        "Call `lockstep takeover --from prisma --to alembic --dual` before anybody"
                            + " applies it."))
        .toList();
  }

  /// Returns what only Alembic's files have: whoever deploys with Prisma does not get it.
  public List<Diagnostic> ofFiles() {
    var paired = new LinkedHashSet<String>();
    revisions.values().forEach(paired::addAll);
    return graph.ordered().stream()
        .filter(it -> isPaired() && !paired.contains(it.id()))
        .map(
            it ->
                Diagnostic.of(
                        RevisionCode.NOT_PAIRED,
                        new Place.File(it.file().name()),
                        "The revision `%s` has no migration.".formatted(it.id()))
                    .withAdvice(
                        "Write one that does the same, with the first line `%s`."
                            .formatted(TakenRevision.firstLine(it))))
        .toList();
  }

  /// Returns which of the two tables of a database is behind the other, and what neither has.
  ///
  /// @param database its name
  public List<Diagnostic> ofTables(
      String database, Reconciliation migrated, RevisionStanding revised) {
    var applied = new LinkedHashSet<String>();
    for (var it : migrated.standings()) {
      if (it instanceof Standing.Applied) {
        applied.add(it.name());
      }
    }
    var has = graph.upTo(revised.versions().orElse(List.of()));
    var diagnostics = new ArrayList<Diagnostic>();
    var notRecorded =
        first(it -> !applied.contains(it.name()) && isPaired(it) && has.containsAll(of(it)));
    var notStamped = last(it -> applied.contains(it.name()) && !has.containsAll(of(it)));
    var pending = first(it -> !applied.contains(it.name()) && !has.containsAll(of(it)));
    notRecorded.ifPresent(
        it ->
            diagnostics.add(
                apart(
                        it,
                        "The database %s has the revision `%s`, and its migration `%s` is not"
                            + " recorded as applied.",
                        database)
                    .withAdvice(
                        "Run `lockstep migrate resolve --applied %s`: nothing of it is run."
                            .formatted(it.name()))));
    notStamped.ifPresent(
        it ->
            diagnostics.add(
                apart(
                        it,
                        "Alembic's table in the database %s is behind the revision `%s`, whose"
                            + " migration `%s` is applied.",
                        database)
                    .withAdvice("Run `alembic stamp %s`.".formatted(lastOf(it)))));
    pending.ifPresent(
        it ->
            diagnostics.add(
                Diagnostic.of(
                        RevisionCode.BOTH_BEHIND,
                        new Place.File(it.script().name()),
                        "The database %s has neither the migration `%s` nor its revision `%s`."
                            .formatted(database, it.name(), lastOf(it)))
                    .withAdvice("Deploy it by one of the two tools.")));
    return diagnostics;
  }

  private Diagnostic apart(Migration it, String fact, String database) {
    return Diagnostic.of(
        RevisionCode.TABLES_APART,
        new Place.File(it.script().name()),
        fact.formatted(database, lastOf(it), it.name()));
  }

  private Set<String> of(Migration migration) {
    return revisions.get(migration.name());
  }

  private boolean isPaired(Migration migration) {
    return !of(migration).isEmpty();
  }

  private String lastOf(Migration migration) {
    return graph.ordered().reversed().stream()
        .map(Revision::id)
        .filter(of(migration)::contains)
        .findFirst()
        .orElseGet(() -> String.join(", ", of(migration)));
  }

  private Optional<Migration> first(Predicate<Migration> wanted) {
    return migrations.stream().filter(wanted).findFirst();
  }

  private Optional<Migration> last(Predicate<Migration> wanted) {
    return migrations.reversed().stream().filter(wanted).findFirst();
  }
}
