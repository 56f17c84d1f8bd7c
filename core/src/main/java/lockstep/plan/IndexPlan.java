package lockstep.plan;

import lockstep.schema.Index;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;

/// The statements about indexes.
final class IndexPlan {
  private IndexPlan() {}

  static Step create(QualifiedName table, Index index, Names names) {
    var name = names.of(QualifiedName.of(table.namespace(), index.name()));
    return new Step(
        Step.Kind.CREATE_INDEX,
        ObjectPath.of(ObjectPath.Kind.INDEX, table, index.name()),
        IndexSql.create(table, index, names),
        new Step.Reverse.Statement("DROP INDEX " + name));
  }
}
