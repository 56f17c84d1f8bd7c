package lockstep.engine.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.engine.project.AlembicProject;
import lockstep.migration.WrittenRevision;

/// Writes revisions of an Alembic history, and where there is none what Alembic needs to run them.
/// What is there stays as it is.
final class RevisionWriter {
  private RevisionWriter() {}

  /// Returns the files that make a folder one of Alembic, and are not there; none where it is one.
  static List<Path> missing(AlembicProject project) {
    return Files.exists(project.settings())
        ? List.of()
        : environment(project).keySet().stream().filter(it -> !Files.exists(it)).toList();
  }

  static void write(AlembicProject project, List<WrittenRevision> revisions) {
    var environment = environment(project);
    missing(project)
        .forEach(it -> MigrationWriter.file(it, Template.read("alembic/" + environment.get(it))));
    for (var it : revisions) {
      var file = project.versions().getFirst().resolve(it.fileName());
      MigrationWriter.file(file, it.source());
    }
  }

  /// The settings come last: with them, it is whole.
  private static Map<Path, String> environment(AlembicProject project) {
    var files = new LinkedHashMap<Path, String>();
    files.put(project.scripts().resolve("env.py"), "env.py");
    files.put(project.scripts().resolve("script.py.mako"), "script.py.mako");
    files.put(project.settings(), "alembic.ini");
    return files;
  }
}
