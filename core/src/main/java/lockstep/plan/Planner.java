package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import lockstep.diff.Change;
import lockstep.diff.Change.Creation;
import lockstep.diff.Differ;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Schema;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;
import lockstep.sql.Names;

/// Turns changes into statements in an order in which they can run.
public final class Planner {
  private Planner() {}

  /// Returns the statements that make a schema in an empty database: schemas, extensions, types,
  /// tables, indexes, foreign keys, views, comments; within each kind in the order of the schema,
  /// except where one object needs another of its kind.
  public static Plan create(Schema schema, Names names) {
    var steps = new ArrayList<Step>();
    for (var change : CreationOrder.sort(Differ.create(schema), schema.dependencies())) {
      steps.addAll(create(change, names));
      steps.addAll(CommentPlan.of(change, names));
    }
    steps.sort((a, b) -> a.kind().compareTo(b.kind()));
    return new Plan(steps);
  }

  private static List<Step> create(Creation change, Names names) {
    return switch (change) {
      case Change.CreateExtension it -> List.of(ExtensionPlan.create(it));
      case Change.CreateNamespace it -> List.of(NamespacePlan.create(it));
      case Change.CreateObject it -> create(it, names);
    };
  }

  private static List<Step> create(Change.CreateObject change, Names names) {
    var name = change.name();
    return switch (change.created()) {
      case EnumType it -> List.of(EnumPlan.create(name, it, names));
      case Domain it -> DomainPlan.create(name, it, names);
      case Sequence it -> SequencePlan.create(name, it, names);
      case Table it -> TablePlan.create(name, it, names);
      case View it -> List.of(ViewPlan.create(name, it, names));
    };
  }
}
