package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import lockstep.diff.Change;
import lockstep.diff.Differ;
import lockstep.diff.Difference;
import lockstep.diff.Rename;
import lockstep.schema.Access;
import lockstep.schema.CompositeType;
import lockstep.schema.Dependencies;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.OptionsObject;
import lockstep.schema.Policy;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Reaction;
import lockstep.schema.Routine;
import lockstep.schema.Schema;
import lockstep.schema.Sequence;
import lockstep.schema.Statistics;
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
    var creations = CreationOrder.sort(Differ.create(schema), schema.dependencies());
    if (hasTexts(schema)) {
      return LivePlan.of(
          new Situation(Schema.empty(), schema, names, Style.PLAIN, Integer.MAX_VALUE),
          withAccess(creations, schema));
    }
    var steps = new ArrayList<Step>();
    for (var change : creations) {
      steps.addAll(create(change, names));
      steps.addAll(comments(change, names));
    }
    steps.sort((a, b) -> a.kind().compareTo(b.kind()));
    return new Plan(steps);
  }

  private static List<Change> withAccess(List<Change.Creation> creations, Schema schema) {
    var changes = new ArrayList<Change>(creations);
    schema
        .access()
        .all()
        .forEach(
            (path, it) -> changes.add(new Change.AlterAccess(path, Access.Privileges.USUAL, it)));
    return changes;
  }

  /// What has texts needs more than an order by kinds.
  private static boolean hasTexts(Schema schema) {
    return !schema.access().all().isEmpty()
        || !schema.objects().isEmpty()
        || !schema.dependencies().equals(Dependencies.NONE)
        || schema.namespaces().stream()
            .anyMatch(in -> in.objects().stream().anyMatch(PrintedObject.class::isInstance));
  }

  /// Returns the statements that turn one schema into the other.
  ///
  /// What must be made anew goes first, with all that stands in its way; types and tables come
  /// before what needs them; comments come last.
  ///
  /// @param version of the server, as `server_version_num` has it: 180006 is 18.6
  public static Plan plan(Difference difference, Style style, int version) {
    var names = Names.of(both(difference.from(), difference.to()));
    var settled = SharedSequences.apart(difference, names);
    return LivePlan.of(
        new Situation(settled.from(), settled.to(), names, style, version), settled.changes());
  }

  /// Returns the statements that give things other names, in the order given.
  public static List<Step> rename(List<Rename> renames, Schema from, Schema to) {
    var names = Names.of(both(from, to));
    return renames.stream().map(it -> RenamePlan.step(it, names)).toList();
  }

  private static Schema both(Schema from, Schema to) {
    var extensions = new ArrayList<>(to.extensions());
    extensions.addAll(from.extensions());
    var namespaces = new ArrayList<>(to.namespaces());
    namespaces.addAll(from.namespaces());
    return new Schema(extensions, namespaces);
  }

  private static List<Step> create(Change.Creation change, Names names) {
    return switch (change) {
      case Change.CreateExtension it -> List.of(ExtensionPlan.create(it));
      case Change.CreateNamespace it -> List.of(NamespacePlan.create(it));
      case Change.CreateDatabaseObject it -> DatabaseObjectPlan.create(it.created());
      case Change.CreateObject it -> create(it, names);
    };
  }

  private static List<Step> comments(Change.Creation change, Names names) {
    return switch (change) {
      case Change.CreateExtension _, Change.CreateDatabaseObject _ -> List.of();
      case Change.CreateNamespace it -> CommentPlan.of(it.namespace(), names);
      case Change.CreateObject it -> CommentPlan.of(it.name(), it.created(), names);
    };
  }

  static List<Step> create(Change.CreateObject change, Names names) {
    var name = change.name();
    return switch (change.created()) {
      case EnumType it -> List.of(EnumPlan.create(name, it, names));
      case CompositeType it -> List.of(CompositeTypePlan.create(name, it, names));
      case OptionsObject it -> OptionsObjectPlan.create(name, it, names);
      case Domain it -> DomainPlan.create(name, it, names);
      case Sequence it -> SequencePlan.create(name, it, names);
      case Table it -> TablePlan.create(name, it, names);
      case View it -> ViewPlan.create(name, it, names);
      case PrintedObject it -> create(change.namespace(), it, names);
    };
  }

  private static List<Step> create(Identifier in, PrintedObject object, Names names) {
    return switch (object) {
      case Routine it -> List.of(RoutinePlan.create(QualifiedName.of(in, it.name()), it, names));
      case Reaction it -> TriggerPlan.create(QualifiedName.of(in, it.relation()), it, names);
      case Policy it -> List.of(PolicyPlan.create(QualifiedName.of(in, it.relation()), it, names));
      case Statistics it -> StatisticsPlan.create(in, it, names);
    };
  }
}
