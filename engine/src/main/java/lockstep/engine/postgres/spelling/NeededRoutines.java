package lockstep.engine.postgres.spelling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Routine;
import lockstep.schema.Schema;

/// The functions without which doubtful texts mean nothing to a server.
final class NeededRoutines {
  private NeededRoutines() {}

  /// Returns by namespace the functions that the doubtful objects of either schema name, and those
  /// that these name; where both have one, the first schema's.
  static Map<Identifier, List<Routine>> of(Doubtful doubtful, Schema schema, Schema other) {
    var dependencies = schema.dependencies().and(other.dependencies());
    var needed = new LinkedHashSet<ObjectPath>();
    var open = new ArrayDeque<ObjectPath>();
    dependencies.all().keySet().stream().filter(it -> isDoubtful(it, doubtful)).forEach(open::add);
    while (!open.isEmpty()) {
      for (var path : dependencies.of(open.remove())) {
        if (isRoutine(path) && needed.add(path)) {
          open.add(path);
        }
      }
    }
    return found(needed, schema, other);
  }

  private static boolean isDoubtful(ObjectPath path, Doubtful doubtful) {
    return switch (path.kind()) {
      case COLUMN, CONSTRAINT, INDEX ->
          doubtful.hasViews()
              || doubtful
                  .tables()
                  .contains(new QualifiedName(path.names().get(0), path.names().get(1)));
      case VIEW -> doubtful.hasViews();
      case DOMAIN -> true;
      default -> false;
    };
  }

  private static boolean isRoutine(ObjectPath path) {
    return path.kind() == ObjectPath.Kind.FUNCTION || path.kind() == ObjectPath.Kind.AGGREGATE;
  }

  private static Map<Identifier, List<Routine>> found(
      Set<ObjectPath> paths, Schema schema, Schema other) {
    var found = new LinkedHashMap<Identifier, List<Routine>>();
    for (var path : paths) {
      var in = path.names().getFirst();
      schema
          .object(path)
          .or(() -> other.object(path))
          .ifPresent(it -> found.computeIfAbsent(in, _ -> new ArrayList<>()).add((Routine) it));
    }
    return found;
  }
}
