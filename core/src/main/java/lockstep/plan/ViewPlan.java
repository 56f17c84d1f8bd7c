package lockstep.plan;

import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.SqlExpression;
import lockstep.schema.View;
import lockstep.sql.Names;

/// The statements about views.
final class ViewPlan {
  private ViewPlan() {}

  static Step create(QualifiedName view, View definition, Names names) {
    var name = names.of(view);
    var query = definition.query().map(SqlExpression::text).orElseThrow();
    return new Step(
        Step.Kind.CREATE_VIEW,
        ObjectPath.of(ObjectPath.Kind.VIEW, view),
        "CREATE VIEW " + name + " AS\n" + query,
        new Step.Reverse.Statement("DROP VIEW " + name));
  }
}
