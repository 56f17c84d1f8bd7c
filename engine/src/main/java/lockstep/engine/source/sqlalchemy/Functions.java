package lockstep.engine.source.sqlalchemy;

import java.util.List;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.SqlError;
import lockstep.plan.Planner;
import lockstep.plan.Step;
import lockstep.schema.Dependencies;
import lockstep.schema.Schema;
import lockstep.sql.Names;

/// The functions of another source, which models call and cannot make.
final class Functions {
  private static final String UNDEFINED_FUNCTION = "42883";

  private final ShadowDatabase database;
  private final List<Step> steps;

  Functions(ShadowDatabase database, Schema schema) {
    this.database = database;
    var routines = schema.namespaces().stream().map(it -> it.withObjects(it.routines())).toList();
    var only = new Schema(List.of(), routines, Dependencies.NONE);
    this.steps = Planner.create(only, Names.of(schema)).steps();
  }

  /// Makes them where a statement lacks one, as far as they can be made by then; returns whether it
  /// is worth another try.
  boolean createFor(SqlError error) {
    return error.state().equals(UNDEFINED_FUNCTION)
        && steps.stream().filter(it -> database.run(it.sql()).isEmpty()).count() > 0;
  }
}
