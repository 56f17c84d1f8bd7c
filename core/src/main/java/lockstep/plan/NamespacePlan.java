package lockstep.plan;

import java.util.List;
import lockstep.diff.Change;
import lockstep.schema.Schema;
import lockstep.sql.Quote;

/// The statements about schemas (`pg_namespace`).
final class NamespacePlan {
  private NamespacePlan() {}

  static Step drop(Change.DropNamespace change) {
    var name = Quote.name(change.namespace().name());
    return new Step(
        Step.Kind.DROP_SCHEMA,
        change.object(),
        "DROP SCHEMA " + name,
        new Step.Reverse.Statement("CREATE SCHEMA " + name),
        Conduct.BRIEF,
        List.of(Loss.of(Loss.Kind.NAMESPACE, change.object())));
  }

  static Step create(Change.CreateNamespace change) {
    var name = Quote.name(change.namespace().name());
    Step.Reverse reverse =
        change.namespace().name().equals(Schema.DEFAULT_NAMESPACE)
            ? new Step.Reverse.None("Every database has the schema " + name + ".")
            : new Step.Reverse.Statement("DROP SCHEMA " + name);
    return new Step(
        Step.Kind.CREATE_SCHEMA, change.object(), "CREATE SCHEMA IF NOT EXISTS " + name, reverse);
  }
}
