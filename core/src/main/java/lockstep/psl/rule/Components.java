package lockstep.psl.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The strongly connected components of a graph: nodes of one component reach each other.
///
/// Tarjan's algorithm, with a stack of its own so that no graph is too deep.
final class Components {
  private final Map<String, List<String>> targets;
  private final Map<String, Integer> order = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Map<String, Integer> components = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private int count;

  private Components(Map<String, List<String>> targets) {
    this.targets = targets;
  }

  /// Returns the number of each node's component.
  static Map<String, Integer> of(Map<String, List<String>> targets) {
    var search = new Components(targets);
    for (var node : targets.keySet()) {
      if (!search.order.containsKey(node)) {
        search.visit(node);
      }
    }
    return search.components;
  }

  private record Visit(String node, Iterator<String> rest) {}

  private void visit(String root) {
    var visits = new ArrayDeque<Visit>();
    visits.push(enter(root));
    while (!visits.isEmpty()) {
      var visit = visits.peek();
      if (visit.rest.hasNext()) {
        var next = visit.rest.next();
        if (!order.containsKey(next)) {
          visits.push(enter(next));
        } else if (!components.containsKey(next)) {
          lowest.merge(visit.node, order.get(next), Math::min);
        }
      } else {
        visits.pop();
        leave(visit.node);
        if (!visits.isEmpty()) {
          lowest.merge(visits.peek().node, lowest.get(visit.node), Math::min);
        }
      }
    }
  }

  private Visit enter(String node) {
    order.put(node, order.size());
    lowest.put(node, order.get(node));
    open.push(node);
    return new Visit(node, targets.getOrDefault(node, List.of()).iterator());
  }

  private void leave(String node) {
    if (!lowest.get(node).equals(order.get(node))) {
      return;
    }
    String member;
    do {
      member = open.pop();
      components.put(member, count);
    } while (!member.equals(node));
    count++;
  }
}
