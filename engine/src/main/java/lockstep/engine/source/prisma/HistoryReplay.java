package lockstep.engine.source.prisma;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.postgres.script.ScriptRun;
import lockstep.mapping.Reading;
import lockstep.migration.Migration;
import lockstep.migration.VersionStep;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Table;

/// A history that is run again in a shadow database, one file after the other, each in a session
/// that knows nothing of the others.
public final class HistoryReplay {
  private final ShadowDatabase database;
  private final Set<Migration> torn = new HashSet<>();
  private boolean saysVersions;

  /// @param database in which nothing was made yet
  public HistoryReplay(ShadowDatabase database) {
    this.database = database;
  }

  /// Runs migrations, up to the first that fails.
  ///
  /// @return what there is to say of their statements
  public List<Diagnostic> run(List<Migration> migrations) {
    var diagnostics = new ArrayList<Diagnostic>();
    for (var it : migrations) {
      var sent = ScriptRun.send(database, it);
      diagnostics.addAll(sent.diagnostics());
      saysVersions |= VersionStep.isIn(it);
      if (!sent.isTogether()) {
        torn.add(it);
      }
      if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
        break;
      }
    }
    return List.copyOf(diagnostics);
  }

  /// Returns whether a migration that ran could not be one transaction.
  public boolean isTorn(Migration migration) {
    return torn.contains(migration);
  }

  /// Returns what stands now, as files say it. The table in which migrations say to Alembic what
  /// the database has is none of it.
  ///
  /// @param label what messages call it
  public Reading read(String label) {
    database.session().reset();
    var read = Introspector.read(database.session(), IntrospectionOptions.everything(label));
    var schema = saysVersions ? withoutVersions(read.schema()) : read.schema();
    return new Reading(
        schema.with(schema.access().ofFiles()), read.said(), read.origins(), read.diagnostics());
  }

  private static Schema withoutVersions(Schema schema) {
    return schema.withNamespaces(
        schema.namespaces().stream()
            .map(in -> in.withObjects(in.objects().stream().filter(it -> !isVersions(it)).toList()))
            .toList());
  }

  /// A project may give the table another name; its column has always the same (Alembic 1.20).
  private static boolean isVersions(SchemaObject it) {
    return it instanceof Table table
        && table.columns().size() == 1
        && table.columns().getFirst().name().text().equals("version_num");
  }
}
