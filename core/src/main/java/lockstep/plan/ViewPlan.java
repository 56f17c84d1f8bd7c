package lockstep.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.schema.ColumnType;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.SqlExpression;
import lockstep.schema.View;
import lockstep.sql.Names;

/// The statements about views.
final class ViewPlan {
  private ViewPlan() {}

  /// Returns what gives a view another query in place; empty where its columns are others, for
  /// which it must be made anew (PostgreSQL 18, CREATE VIEW).
  static Optional<List<Step>> alter(QualifiedName view, View from, View to, Names names) {
    if (from.query().isEmpty() || to.query().isEmpty() || from.query().equals(to.query())) {
      return Optional.of(List.of());
    }
    return shape(to).equals(shape(from))
        ? Optional.of(List.of(replace(view, from, to, names)))
        : Optional.empty();
  }

  private static Step replace(QualifiedName view, View from, View to, Names names) {
    var create = "CREATE OR REPLACE VIEW " + names.of(view) + " AS\n";
    return new Step(
        Step.Kind.CREATE_VIEW,
        ObjectPath.of(ObjectPath.Kind.VIEW, view),
        create + to.query().orElseThrow(),
        new Step.Reverse.Statement(create + from.query().orElseThrow()),
        Conduct.BRIEF);
  }

  private static List<Map.Entry<Identifier, ColumnType>> shape(View view) {
    return view.columns().stream().map(it -> Map.entry(it.name(), it.type())).toList();
  }

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
