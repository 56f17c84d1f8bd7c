package lockstep.engine.workflow;

import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.postgres.Session;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.Environment;
import lockstep.engine.source.alembic.DatabaseVersions;
import lockstep.engine.source.alembic.EnvironmentScript;
import lockstep.engine.source.alembic.RevisionFolder;
import lockstep.migration.RevisionCode;
import lockstep.migration.RevisionGraph;
import lockstep.migration.RevisionStanding;

/// The Alembic history of a project, as its files say it. No Python runs.
///
/// @param diagnostics why the graph is not the whole history; empty where it is
record AlembicHistory(
    AlembicProject project,
    EnvironmentScript script,
    RevisionGraph graph,
    List<Diagnostic> diagnostics) {

  static AlembicHistory read(AlembicProject project, Environment environment) {
    var read = RevisionFolder.read(project, environment::show);
    return new AlembicHistory(
        project, EnvironmentScript.read(project), read.graph(), read.diagnostics());
  }

  /// Returns whether it has begun: a project that was just set up has no revision yet.
  boolean isThere() {
    return diagnostics.stream().noneMatch(it -> it.code() == RevisionCode.NONE);
  }

  /// Returns how it stands to a database.
  RevisionStanding in(Session session) {
    var versions =
        session.readOnly(it -> DatabaseVersions.find(it, script)).map(DatabaseVersions::versions);
    return new RevisionStanding(graph, versions);
  }
}
