package lockstep.engine.workflow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diff.Change;
import lockstep.diff.Differ;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.source.prisma.HistoryReplay;
import lockstep.migration.Migration;
import lockstep.migration.Transcript;
import lockstep.schema.Access;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// Runs the migrations that were made of revisions on a second database, and compares it with the
/// one that the revisions ran on. Who may use what is not compared.
final class RevisionReplay {
  private static final String VERSION = "version_num";

  private final ShadowDatabase recorded;
  private final HistoryReplay replay;
  private final RevisionRows rows;
  private List<ObjectPath> versionTables = List.of();

  RevisionReplay(ShadowDatabase recorded, ShadowDatabase replayed) {
    this.recorded = recorded;
    this.replay = new HistoryReplay(replayed);
    this.rows = new RevisionRows(recorded.session(), replayed.session());
  }

  /// Returns the tables in which Alembic keeps its versions, as they were when the databases were
  /// last compared.
  List<ObjectPath> versionTables() {
    return versionTables;
  }

  /// Returns why migrations do not run here, if they do not.
  Optional<String> run(List<Migration> migrations) {
    return replay.run(migrations).stream()
        .filter(Diagnostic::isError)
        .findFirst()
        .map(it -> "its statements do not run again: " + DraftedMigrations.serversWords(it))
        .map(it -> it.replaceFirst("\\.$", ""));
  }

  /// Returns in what the two databases differ, if they do. The tables of versions are left out.
  Optional<String> differences() {
    var there = read();
    versionTables = versionTables(there);
    var here = replay.read("scratch").schema().with(Access.UNSAID);
    var objects =
        Differ.diff(there, here).stream()
            .map(Change::object)
            .filter(it -> versionTables.stream().noneMatch(table -> isPartOf(it, table)))
            .distinct()
            .toList();
    return objects.isEmpty()
        ? Optional.empty()
        : Optional.of("what its statements make differs in " + words(objects));
  }

  /// Takes down what a revision has sent: rows may come of it that are others each time.
  void sent(Transcript transcript) {
    rows.sent(transcript);
  }

  /// Returns in what rows the two databases differ, whose catalogs are equal.
  RevisionRows.Differences rows() {
    return rows.differences();
  }

  /// Returns what is wrong with them, in words.
  Optional<String> otherRows() {
    var wrong = rows().wrong();
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of("what its statements make has other rows in " + String.join(", ", wrong));
  }

  private static String words(List<ObjectPath> objects) {
    var shown = objects.stream().limit(3).map(ObjectPath::toString);
    return shown.collect(Collectors.joining(", "))
        + (objects.size() > 3 ? " and %d more".formatted(objects.size() - 3) : "");
  }

  private static boolean isPartOf(ObjectPath path, ObjectPath table) {
    return path.equals(table) || path.parent().filter(table::equals).isPresent();
  }

  private Schema read() {
    return Introspector.read(recorded.session(), IntrospectionOptions.everything("scratch"))
        .schema()
        .with(Access.UNSAID);
  }

  /// A project may give the table another name; its column has always the same.
  private static List<ObjectPath> versionTables(Schema schema) {
    return schema.namespaces().stream()
        .flatMap(
            in ->
                in.tables().stream()
                    .filter(RevisionReplay::isVersionTable)
                    .map(it -> it.path(in.name())))
        .toList();
  }

  private static boolean isVersionTable(Table table) {
    return table.columns().size() == 1 && table.columns().getFirst().name().text().equals(VERSION);
  }
}
