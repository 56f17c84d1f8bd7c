package lockstep.engine.workflow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diff.Change;
import lockstep.diff.Differ;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.migration.Transcript;
import lockstep.schema.Access;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// Runs what revisions were seen to do on a second database, and compares it with the one that they
/// ran on.
final class RevisionReplay {
  private static final String VERSION = "version_num";

  private final ShadowDatabase recorded;
  private final ShadowDatabase replayed;

  RevisionReplay(ShadowDatabase recorded, ShadowDatabase replayed) {
    this.recorded = recorded;
    this.replayed = replayed;
  }

  /// Returns why the statements do not run here, if they do not.
  Optional<String> run(Transcript transcript) {
    for (var part : transcript.parts()) {
      var error = part.statements().isEmpty() ? Optional.<String>empty() : run(part);
      if (error.isPresent()) {
        return error;
      }
    }
    return Optional.empty();
  }

  private Optional<String> run(Transcript.Part part) {
    return replayed.run(part.sql()).map(it -> "its statements do not run again: " + it.inWords());
  }

  /// Returns the tables in which Alembic keeps its versions here.
  List<ObjectPath> versionTables() {
    return versionTables(read(recorded));
  }

  /// Returns in what the two databases differ, if they do. The table in which Alembic keeps its
  /// versions is left out.
  Optional<String> differences() {
    var there = read(recorded);
    var here = read(replayed);
    var versions = versionTables(there);
    var objects =
        Differ.diff(there, here).stream()
            .map(Change::object)
            .filter(it -> versions.stream().noneMatch(table -> isPartOf(it, table)))
            .distinct()
            .toList();
    return objects.isEmpty()
        ? Optional.empty()
        : Optional.of("what its statements make differs in " + words(objects));
  }

  private static String words(List<ObjectPath> objects) {
    var shown = objects.stream().limit(3).map(ObjectPath::toString);
    return shown.collect(Collectors.joining(", "))
        + (objects.size() > 3 ? " and %d more".formatted(objects.size() - 3) : "");
  }

  private static boolean isPartOf(ObjectPath path, ObjectPath table) {
    return path.equals(table) || path.parent().filter(table::equals).isPresent();
  }

  private static Schema read(ShadowDatabase database) {
    return Introspector.read(database.session(), IntrospectionOptions.everything("scratch"))
        .schema()
        .with(Access.UNSAID);
  }

  /// A project may give the table another name; its column has always the same.
  static List<ObjectPath> versionTables(Schema schema) {
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
