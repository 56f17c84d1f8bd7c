package lockstep.engine.postgres.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diff.Difference;
import lockstep.diff.Rename;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.plan.Planner;
import lockstep.schema.Access;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import lockstep.sql.Names;

/// What a schema is once some of its objects have other names: PostgreSQL writes the new names into
/// every text that mentions them.
public final class RenamedSchema {
  private RenamedSchema() {}

  /// @param schema empty where the shadow does not take a copy
  public record Outcome(Optional<Schema> schema, Optional<SqlError> error) {}

  /// Returns what is there before, with other names. Roles belong to the whole server, and the
  /// shadow's has others: who may do what is told of the new names.
  public static Outcome of(Difference difference, List<Rename> renames, Shadow shadow) {
    var schema = difference.from();
    try (var database = shadow.create()) {
      var copied = schema.with(Access.UNSAID);
      var steps = new ArrayList<>(Planner.create(copied, Names.of(schema)).steps());
      steps.addAll(Planner.rename(renames, schema, difference.to()));
      var refused = PlanProof.run(steps, database);
      if (refused.isPresent()) {
        return new Outcome(Optional.empty(), refused.map(PlanProof.Refused::error));
      }
      var options = IntrospectionOptions.everything("shadow database");
      var read = Introspector.read(database.session(), options).schema();
      return new Outcome(
          Optional.of(
              new Schema(
                  schema.extensions(),
                  read.namespaces(),
                  read.objects(),
                  read.dependencies(),
                  schema.access().ofRenamed(it -> after(it, renames)))),
          Optional.empty());
    }
  }

  private static ObjectPath after(ObjectPath path, List<Rename> renames) {
    var name = path;
    for (var it : renames) {
      name = it.after(name);
    }
    return name;
  }
}
