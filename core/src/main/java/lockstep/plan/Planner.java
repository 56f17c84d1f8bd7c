package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import lockstep.diff.Change;
import lockstep.diff.Change.Creation;
import lockstep.sql.Names;

/// Turns changes into statements in an order in which they can run.
public final class Planner {
  private Planner() {}

  /// Returns the statements that make these objects: schemas, extensions, types, tables, indexes,
  /// foreign keys, views, comments; within each kind in the order of the changes, except where one
  /// object needs another of its kind.
  public static Plan plan(List<? extends Creation> changes, Names names) {
    var steps = new ArrayList<Step>();
    for (var change : CreationOrder.sort(changes)) {
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
      case Change.CreateEnum it -> List.of(EnumPlan.create(it, names));
      case Change.CreateDomain it -> DomainPlan.create(it, names);
      case Change.CreateSequence it -> SequencePlan.create(it, names);
      case Change.CreateTable it -> TablePlan.create(it, names);
      case Change.CreateView it -> List.of(ViewPlan.create(it, names));
    };
  }
}
