package lockstep.emit.sqlalchemy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.schema.QualifiedName;

/// Finds references to leave for later, so that the remaining ones make no circle. Prefers those
/// that may be empty for a while.
final class Circles {
  /// @param isOptional whether a row may be there before what it refers to
  /// @param label what the caller calls it
  record Edge<T>(QualifiedName from, QualifiedName to, boolean isOptional, T label) {}

  private Circles() {}

  /// Returns the labels of the references to leave for later. A table's reference to itself never
  /// is one. The same edges in the same order give the same answer; time is linear in them unless a
  /// circle is very large.
  static <T> Set<T> cut(List<Edge<T>> edges) {
    var component = new Components(edges).numbers();
    var byComponent = new LinkedHashMap<Integer, List<Edge<T>>>();
    for (var edge : edges) {
      var number = component.get(edge.from());
      if (number.equals(component.get(edge.to())) && !edge.from().equals(edge.to())) {
        byComponent.computeIfAbsent(number, _ -> new ArrayList<>()).add(edge);
      }
    }
    var cut = new LinkedHashSet<T>();
    byComponent.values().forEach(it -> open(it, cut));
    return cut;
  }

  /// Places one table after another, each as soon as all that it refers to is placed. Where none
  /// can be, the one that waits for the fewest optional references is placed all the same.
  private static <T> void open(List<Edge<T>> edges, Set<T> cut) {
    var waitingFor = new LinkedHashMap<QualifiedName, List<Edge<T>>>();
    for (var edge : edges) {
      waitingFor.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
    }
    while (!waitingFor.isEmpty()) {
      var next = next(waitingFor);
      waitingFor.remove(next).forEach(it -> cut.add(it.label()));
      waitingFor.values().forEach(it -> it.removeIf(edge -> edge.to().equals(next)));
    }
  }

  private static <T> QualifiedName next(Map<QualifiedName, List<Edge<T>>> waitingFor) {
    QualifiedName best = waitingFor.keySet().iterator().next();
    var least = Integer.MAX_VALUE;
    for (var table : waitingFor.entrySet()) {
      var weight = 0;
      for (var edge : table.getValue()) {
        weight += edge.isOptional() ? 1 : 1000;
      }
      if (weight < least) {
        least = weight;
        best = table.getKey();
      }
    }
    return best;
  }

  /// Numbers the strongly connected components (Tarjan's algorithm, without recursion).
  private static final class Components {
    private final Map<QualifiedName, Set<QualifiedName>> targets = new LinkedHashMap<>();
    private final Map<QualifiedName, Integer> index = new HashMap<>();
    private final Map<QualifiedName, Integer> low = new HashMap<>();
    private final Map<QualifiedName, Integer> numbers = new HashMap<>();
    private final ArrayDeque<QualifiedName> open = new ArrayDeque<>();

    private <T> Components(List<Edge<T>> edges) {
      for (var edge : edges) {
        targets.computeIfAbsent(edge.from(), _ -> new LinkedHashSet<>()).add(edge.to());
        targets.computeIfAbsent(edge.to(), _ -> new LinkedHashSet<>());
      }
    }

    private Map<QualifiedName, Integer> numbers() {
      for (var table : targets.keySet()) {
        if (!index.containsKey(table)) {
          visit(table);
        }
      }
      return numbers;
    }

    private record Frame(QualifiedName table, Iterator<QualifiedName> rest) {}

    private void visit(QualifiedName start) {
      var path = new ArrayDeque<Frame>();
      path.push(enter(start));
      while (!path.isEmpty()) {
        var frame = path.peek();
        if (frame.rest().hasNext()) {
          var target = frame.rest().next();
          if (!index.containsKey(target)) {
            path.push(enter(target));
          } else if (!numbers.containsKey(target)) {
            low.merge(frame.table(), index.get(target), Math::min);
          }
        } else {
          path.pop();
          leave(frame.table());
          if (!path.isEmpty()) {
            low.merge(path.peek().table(), low.get(frame.table()), Math::min);
          }
        }
      }
    }

    private Frame enter(QualifiedName table) {
      index.put(table, index.size());
      low.put(table, index.get(table));
      open.push(table);
      return new Frame(table, targets.get(table).iterator());
    }

    private void leave(QualifiedName table) {
      if (low.get(table).equals(index.get(table))) {
        QualifiedName member;
        do {
          member = open.pop();
          numbers.put(member, index.get(table));
        } while (!member.equals(table));
      }
    }
  }
}
