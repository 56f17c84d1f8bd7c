package lockstep.engine.source.sql;

import java.util.ArrayList;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Origins;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.postgres.script.ScriptRun;
import lockstep.mapping.Mapping;
import lockstep.mapping.Reading;
import lockstep.schema.Schema;

/// Reads what SQL files make of an empty database.
public final class SqlSource {
  private SqlSource() {}

  /// Runs the files in a shadow database of their own and reads its catalog. The first statement
  /// that fails ends the run and leaves the schema empty.
  ///
  /// @param label what messages call the source
  public static Reading read(SqlFiles files, Shadow shadow, String label) {
    if (!files.diagnostics().isEmpty()) {
      return nothing(files.diagnostics());
    }
    var diagnostics = new ArrayList<Diagnostic>();
    try (var database = shadow.create()) {
      for (var script : files.scripts()) {
        diagnostics.addAll(ScriptRun.run(database, script));
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
          return nothing(diagnostics);
        }
      }
      database.session().reset();
      var found = Introspector.read(database.session(), IntrospectionOptions.everything(label));
      diagnostics.addAll(found.diagnostics());
      var schema = found.schema();
      return new Reading(
          schema.with(schema.access().ofFiles()),
          found.said(),
          ScriptOrigins.of(files.scripts()),
          diagnostics);
    }
  }

  private static Reading nothing(List<Diagnostic> diagnostics) {
    return new Reading(Schema.empty(), Mapping.empty(), Origins.none(), diagnostics);
  }
}
