package lockstep.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.schema.Extension;

/// Differences between installed extensions.
final class ExtensionDiff {
  private ExtensionDiff() {}

  static List<Change> diff(List<Extension> from, List<Extension> to) {
    var changes = new ArrayList<Change>();
    for (var pair : Pair.match(from, to, Extension::name)) {
      switch (pair) {
        case Pair.Added(var it) -> changes.add(new Change.CreateExtension(it));
        case Pair.Dropped(var it) -> changes.add(new Change.DropExtension(it));
        case Pair.Kept(var before, var after) -> {
          if (contradict(before.namespace(), after.namespace())
              || contradict(before.version(), after.version())) {
            changes.add(new Change.AlterExtension(before, after));
          }
        }
      }
    }
    return changes;
  }

  /// Where one side asked for nothing, whatever the other has will do.
  private static <T> boolean contradict(Optional<T> from, Optional<T> to) {
    return from.isPresent() && to.isPresent() && !from.equals(to);
  }
}
