package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.migrate.VersionTable;
import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.source.alembic.DatabaseVersions;
import lockstep.engine.source.alembic.EnvironmentScript;
import lockstep.migration.HistoryFindings;
import lockstep.migration.Migration;
import lockstep.migration.Reconciliation;
import lockstep.migration.Recorded;
import lockstep.migration.Revision;
import lockstep.migration.RevisionCode;
import lockstep.migration.RevisionFindings;
import lockstep.migration.RevisionGraph;
import lockstep.migration.Standing;

/// Says in Alembic's table what Prisma's says a database has. From opening to closing nobody else
/// changes it.
final class Stamp implements AutoCloseable {
  private final ConnectionUrl url;
  private final HistoryRun run;
  private final EnvironmentScript script;
  private final Session session;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Stamp(ConnectionUrl url, HistoryRun run, EnvironmentScript script) {
    this.url = url;
    this.run = run;
    this.script = script;
    this.session = Session.open(url);
  }

  /// @param script says which table is Alembic's
  static Stamp open(
      ConnectionUrl url, Limits limits, SourceReader reader, EnvironmentScript script) {
    return new Stamp(url, HistoryRun.open(url, limits, reader.progress()), script);
  }

  /// Returns at which revisions the database is; where no revision says that, why.
  ///
  /// @param revisions the migrations of each, by its id
  List<String> versions(Map<String, List<Migration>> revisions, RevisionGraph graph) {
    var migrations = revisions.values().stream().flatMap(List::stream).toList();
    var history = Reconciliation.of(migrations, run.rows());
    HistoryFindings.of(history).stream().filter(Diagnostic::isError).forEach(diagnostics::add);
    var names = new HashSet<String>();
    for (var it : history.standings()) {
      switch (it) {
        case Standing.Applied applied -> names.add(applied.name());
        case Standing.Missing(var row) -> diagnostics.add(notHere(row.name()));
        case Standing.Unknown(var row) -> diagnostics.add(notHere(row.name()));
        case Standing.Pending _, Standing.Failed _, Standing.RolledBack _, Standing.Squashed _ -> {}
      }
    }
    var reached = reached(revisions, graph, names);
    var ids = reached.stream().map(Revision::id).toList();
    stamped().stream()
        .filter(it -> !ids.contains(it))
        .map(
            it ->
                graph.find(it).isPresent()
                    ? ahead(it)
                    : RevisionFindings.unknown(url.database(), it))
        .forEach(diagnostics::add);
    if (ids.isEmpty() && diagnostics.isEmpty()) {
      diagnostics.add(nothing());
    }
    return RevisionGraph.of(reached).heads().stream().map(Revision::id).toList();
  }

  /// Returns the revisions of which the database has a migration: it must have all of them then,
  /// and all that come before.
  private List<Revision> reached(
      Map<String, List<Migration>> revisions, RevisionGraph graph, Set<String> names) {
    var reached = new ArrayList<Revision>();
    for (var it : graph.ordered()) {
      var has = revisions.get(it.id()).stream().map(Migration::name).filter(names::contains);
      has.findFirst()
          .ifPresent(
              name -> {
                reached.add(it);
                graph.upTo(List.of(it.id())).stream()
                    .flatMap(id -> revisions.get(id).stream())
                    .map(Migration::name)
                    .filter(other -> !names.contains(other))
                    .findFirst()
                    .ifPresent(lacking -> diagnostics.add(between(name, lacking)));
              });
    }
    return reached;
  }

  /// Returns the names of all migrations that the database has a row of.
  Set<String> names() {
    return run.rows().stream().map(Recorded::name).collect(Collectors.toSet());
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  private List<String> stamped() {
    return DatabaseVersions.find(session, script).map(DatabaseVersions::versions).orElse(List.of());
  }

  void record(List<String> versions) {
    var table = DatabaseVersions.find(session, script).map(DatabaseVersions::table);
    new VersionTable(session, table).stamp(versions);
  }

  @Override
  public void close() {
    session.close();
    run.close();
  }

  private Diagnostic between(String name, String lacking) {
    return Diagnostic.of(
            RevisionCode.IN_BETWEEN,
            "The database %s has the migration `%s`, but not `%s`, which comes before it."
                .formatted(url.database(), name, lacking))
        .withAdvice("Apply it by `lockstep migrate apply`: no revision says what is there now.");
  }

  private Diagnostic notHere(String name) {
    return Diagnostic.of(
            RevisionCode.IN_BETWEEN,
            "The database %s has the migration `%s`, which is not here."
                .formatted(url.database(), name))
        .withAdvice("Bring its folder back, or update the checkout.");
  }

  private Diagnostic nothing() {
    return Diagnostic.of(
            RevisionCode.IN_BETWEEN,
            "The database %s has none of these migrations.".formatted(url.database()))
        .withAdvice("Name the one that has, or leave `--database` out to write files only.");
  }

  private Diagnostic ahead(String id) {
    return Diagnostic.of(
            RevisionCode.AHEAD,
            "The database %s is at the revision `%s`, and its migrations are not."
                .formatted(url.database(), id))
        .withAdvice(
            "Look at `lockstep migrate status`: what is there without a record, declare applied by"
                + " `lockstep migrate resolve --applied NAME`.");
  }
}
