package lockstep.psl.syntax;

import java.util.List;

/// Picks the nodes of one kind from a mixed list.
final class Nodes {
  private Nodes() {}

  static <T> List<T> only(Class<T> kind, List<?> nodes) {
    return nodes.stream().filter(kind::isInstance).<T>map(kind::cast).toList();
  }
}
