package lockstep.engine.postgres.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.plan.Planner;
import lockstep.plan.Step;
import lockstep.schema.Schema;
import lockstep.sql.Names;

/// What a schema is once some of its objects have other names: PostgreSQL writes the new names into
/// every text that mentions them.
public final class RenamedSchema {
  private RenamedSchema() {}

  /// @param schema empty where the shadow does not take a copy
  public record Outcome(Optional<Schema> schema, Optional<SqlError> error) {}

  public static Outcome of(Schema schema, List<Step> renames, Shadow shadow) {
    try (var database = shadow.create()) {
      var steps = new ArrayList<>(Planner.create(schema, Names.of(schema)).steps());
      steps.addAll(renames);
      var refused = PlanProof.run(steps, database);
      if (refused.isPresent()) {
        return new Outcome(Optional.empty(), refused.map(PlanProof.Refused::error));
      }
      var options = IntrospectionOptions.everything("shadow database");
      var read = Introspector.read(database.session(), options).schema();
      return new Outcome(
          Optional.of(new Schema(schema.extensions(), read.namespaces(), read.dependencies())),
          Optional.empty());
    }
  }
}
