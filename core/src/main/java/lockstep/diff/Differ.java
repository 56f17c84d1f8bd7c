package lockstep.diff;

import java.util.ArrayList;
import java.util.List;
import lockstep.diff.Change.Creation;
import lockstep.schema.Schema;

/// Says what is different between two schemas.
public final class Differ {
  private Differ() {}

  /// Returns the changes that turn `from` into `to`: extensions, then namespace by namespace; empty
  /// when equal. Knows neither SQL nor safety: ordering for execution and hazards are the
  /// planner's.
  ///
  /// Expressions are compared as texts. Whether two texts mean the same is for PostgreSQL to say,
  /// before the schemas come here.
  public static List<Change> diff(Schema from, Schema to) {
    var changes = new ArrayList<Change>(ExtensionDiff.diff(from.extensions(), to.extensions()));
    for (var pair : Pair.match(from.namespaces(), to.namespaces(), it -> it.name())) {
      changes.addAll(NamespaceDiff.diff(pair));
    }
    changes.addAll(DatabaseObjectDiff.diff(from.objects(), to.objects()));
    changes.addAll(AccessDiff.diff(from, to));
    return InheritedParts.withoutFollowing(List.copyOf(changes), from, to);
  }

  /// Returns what makes a schema in a database in which nothing was created, in the schema's order.
  /// A view whose query nobody knows is left out: somebody else makes it.
  public static List<Creation> create(Schema schema) {
    var changes = new ArrayList<Creation>();
    schema.extensions().forEach(it -> changes.add(new Change.CreateExtension(it)));
    schema.namespaces().stream()
        .filter(it -> !NamespaceDiff.isMadeElsewhere(it))
        .forEach(it -> changes.add(new Change.CreateNamespace(NamespaceDiff.shell(it))));
    schema.namespaces().forEach(it -> changes.addAll(NamespaceDiff.contents(it)));
    schema.objects().forEach(it -> changes.add(new Change.CreateDatabaseObject(it)));
    return List.copyOf(changes);
  }
}
