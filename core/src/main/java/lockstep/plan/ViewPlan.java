package lockstep.plan;

import lockstep.diff.Change;
import lockstep.schema.SqlExpression;
import lockstep.sql.Names;

/// The statements about views.
final class ViewPlan {
  private ViewPlan() {}

  static Step create(Change.CreateView change, Names names) {
    var name = names.of(change.name());
    var query = change.view().query().map(SqlExpression::text).orElseThrow();
    return new Step(
        Step.Kind.CREATE_VIEW,
        change.object(),
        "CREATE VIEW " + name + " AS\n" + query,
        new Step.Reverse.Statement("DROP VIEW " + name));
  }
}
