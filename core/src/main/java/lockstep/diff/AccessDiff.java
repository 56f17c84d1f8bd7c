package lockstep.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;

/// Differences between owners and privileges.
final class AccessDiff {
  private AccessDiff() {}

  /// Returns nothing where either side says nothing about them, and nothing about what is gone.
  static List<Change> diff(Schema from, Schema to) {
    if (!from.access().isSaid() || !to.access().isSaid()) {
      return List.of();
    }
    var paths = new LinkedHashSet<ObjectPath>(to.access().all().keySet());
    paths.addAll(from.access().all().keySet());
    var there = objects(to);
    var before = objects(from);
    var changes = new ArrayList<Change>();
    for (var path : paths.stream().sorted().toList()) {
      var isGone = isThere(path, from, before) && !isThere(path, to, there);
      if (isGone || goesWithNamespace(path, to)) {
        continue;
      }
      var was = from.access().of(path);
      var is = to.access().of(path);
      if (!was.inOrder().equals(is.inOrder())) {
        changes.add(new Change.AlterAccess(path, was, is));
      }
    }
    return changes;
  }

  private static boolean isThere(ObjectPath path, Schema schema, Set<ObjectPath> objects) {
    return switch (path.kind()) {
      case COLUMN -> schema.column(path).isPresent();
      case VIEW_COLUMN ->
          schema
              .view(new QualifiedName(path.names().get(0), path.names().get(1)))
              .flatMap(it -> it.column(path.names().getLast()))
              .isPresent();
      default -> objects.contains(path);
    };
  }

  /// Whether privileges go with the namespace that they are about.
  private static boolean goesWithNamespace(ObjectPath path, Schema to) {
    return namespace(path)
        .filter(it -> !it.equals(Schema.DEFAULT_NAMESPACE) && to.namespace(it).isEmpty())
        .isPresent();
  }

  private static Optional<Identifier> namespace(ObjectPath path) {
    return switch (path.kind()) {
      case NAMESPACE -> Optional.of(path.names().getFirst());
      // Of a role, on a kind of objects, and perhaps in one namespace.
      case DEFAULT_PRIVILEGES -> path.names().stream().skip(2).findFirst();
      default -> Optional.empty();
    };
  }

  private static Set<ObjectPath> objects(Schema schema) {
    var all = new LinkedHashSet<ObjectPath>();
    for (var in : schema.namespaces()) {
      in.objects().forEach(it -> all.add(it.path(in.name())));
    }
    schema.objects().forEach(it -> all.add(it.path()));
    return all;
  }
}
