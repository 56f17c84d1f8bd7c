package lockstep.psl.syntax;

import java.util.ArrayList;
import java.util.List;

/// Picks the nodes of one kind from a mixed list.
///
/// Fields, attributes and arguments have loops of their own: they are asked for so often that
/// `Class.isInstance`, which is slow until it is compiled, took 9 of 180 ms of a `validate`.
final class Nodes {
  private Nodes() {}

  static <T> List<T> only(Class<T> kind, List<?> nodes) {
    var found = new ArrayList<T>(nodes.size());
    for (var node : nodes) {
      if (kind.isInstance(node)) {
        found.add(kind.cast(node));
      }
    }
    return found;
  }
}
