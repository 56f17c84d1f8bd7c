package lockstep.diff;

import java.util.ArrayList;
import java.util.List;
import lockstep.schema.DatabaseObject;

/// Differences between what stands in no namespace.
final class DatabaseObjectDiff {
  private DatabaseObjectDiff() {}

  static List<Change> diff(List<DatabaseObject> from, List<DatabaseObject> to) {
    var changes = new ArrayList<Change>();
    for (var pair : Pair.match(from, to, DatabaseObject::path)) {
      switch (pair) {
        case Pair.Added(var it) -> changes.add(new Change.CreateDatabaseObject(it));
        case Pair.Dropped(var it) -> changes.add(new Change.DropDatabaseObject(it));
        case Pair.Kept(var before, var after) -> {
          if (!before.equals(after)) {
            changes.add(new Change.AlterDatabaseObject(before, after));
          }
        }
      }
    }
    return changes;
  }
}
