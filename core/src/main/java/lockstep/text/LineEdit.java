package lockstep.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A range of lines of one text that a range of another replaces; half-open, from 0.
record LineEdit(int fromStart, int fromEnd, int toStart, int toEnd) {
  /// Past this many differing lines no shortest script is looked for: all between the first and the
  /// last difference is one edit.
  private static final int MOST_DIFFERENCES = 2000;

  /// Returns a shortest script of edits (E. Myers, "An O(ND) Difference Algorithm", 1986), in
  /// order.
  static List<LineEdit> script(List<String> from, List<String> to) {
    var head = commonHead(from, to);
    var tail =
        commonHead(
            from.subList(head, from.size()).reversed(), to.subList(head, to.size()).reversed());
    var fromRest = from.subList(head, from.size() - tail);
    var toRest = to.subList(head, to.size() - tail);
    return fromRest.isEmpty() && toRest.isEmpty()
        ? List.of()
        : between(fromRest, toRest).stream().map(it -> it.moved(head)).toList();
  }

  private static int commonHead(List<String> from, List<String> to) {
    var head = 0;
    while (head < from.size() && head < to.size() && from.get(head).equals(to.get(head))) {
      head++;
    }
    return head;
  }

  private LineEdit moved(int lines) {
    return new LineEdit(fromStart + lines, fromEnd + lines, toStart + lines, toEnd + lines);
  }

  private static List<LineEdit> between(List<String> from, List<String> to) {
    var trace = new ArrayList<int[]>();
    var reach = new int[2 * MOST_DIFFERENCES + 3];
    for (var cost = 0; cost <= MOST_DIFFERENCES; cost++) {
      trace.add(Arrays.copyOfRange(reach, MOST_DIFFERENCES - cost, MOST_DIFFERENCES + cost + 3));
      for (var diagonal = -cost; diagonal <= cost; diagonal += 2) {
        var at = furthest(reach, MOST_DIFFERENCES + 1, diagonal, cost);
        while (at < from.size()
            && at - diagonal < to.size()
            && from.get(at).equals(to.get(at - diagonal))) {
          at++;
        }
        reach[MOST_DIFFERENCES + 1 + diagonal] = at;
        if (at >= from.size() && at - diagonal >= to.size()) {
          return backward(trace, from.size(), to.size());
        }
      }
    }
    return List.of(new LineEdit(0, from.size(), 0, to.size()));
  }

  /// @param reach how far each diagonal got at one less cost; `zero` is the index of diagonal 0
  private static int furthest(int[] reach, int zero, int diagonal, int cost) {
    return isInsertion(reach, zero, diagonal, cost)
        ? reach[zero + diagonal + 1]
        : reach[zero + diagonal - 1] + 1;
  }

  private static boolean isInsertion(int[] reach, int zero, int diagonal, int cost) {
    return diagonal == -cost
        || diagonal != cost && reach[zero + diagonal - 1] < reach[zero + diagonal + 1];
  }

  private static List<LineEdit> backward(List<int[]> trace, int fromSize, int toSize) {
    var edits = new ArrayList<LineEdit>();
    var x = fromSize;
    var y = toSize;
    for (var cost = trace.size() - 1; cost > 0; cost--) {
      var reach = trace.get(cost);
      var zero = cost + 1;
      var diagonal = x - y;
      var inserts = isInsertion(reach, zero, diagonal, cost);
      var startX = reach[zero + diagonal + (inserts ? 1 : -1)];
      var startY = startX - (inserts ? diagonal + 1 : diagonal - 1);
      var edit =
          inserts
              ? new LineEdit(startX, startX, startY, startY + 1)
              : new LineEdit(startX, startX + 1, startY, startY);
      edits.add(edit);
      x = startX;
      y = startY;
    }
    Collections.reverse(edits);
    return joined(edits);
  }

  private static List<LineEdit> joined(List<LineEdit> single) {
    var edits = new ArrayList<LineEdit>();
    for (var it : single) {
      var last = edits.isEmpty() ? it : edits.getLast();
      if (!edits.isEmpty() && last.fromEnd == it.fromStart && last.toEnd == it.toStart) {
        edits.set(
            edits.size() - 1, new LineEdit(last.fromStart, it.fromEnd, last.toStart, it.toEnd));
      } else {
        edits.add(it);
      }
    }
    return edits;
  }
}
