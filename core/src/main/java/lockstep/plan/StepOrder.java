package lockstep.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import lockstep.schema.ObjectPath;

/// Puts steps into an order in which each can run: by kind, then as given, except where one needs
/// another first.
final class StepOrder {
  private final List<Task> tasks = new ArrayList<>();
  private final List<Set<Integer>> followers = new ArrayList<>();
  private final List<Integer> waitingFor = new ArrayList<>();

  /// Whether a task follows the one before it in any case.
  private final List<Boolean> isChained = new ArrayList<>();

  private StepOrder() {}

  /// @param chains tasks that follow each other in any case
  static List<Step> sort(List<List<Task>> chains) {
    var order = new StepOrder();
    chains.forEach(order::addChain);
    order.connect();
    return order.steps();
  }

  private void addChain(List<Task> chain) {
    for (var i = 0; i < chain.size(); i++) {
      tasks.add(chain.get(i));
      followers.add(new LinkedHashSet<>());
      waitingFor.add(0);
      isChained.add(i > 0);
      if (i > 0) {
        follow(tasks.size() - 2, tasks.size() - 1);
      }
    }
  }

  private void follow(int first, int second) {
    if (first != second && followers.get(first).add(second)) {
      waitingFor.set(second, waitingFor.get(second) + 1);
    }
  }

  private void connect() {
    var providers = new HashMap<ObjectPath, List<Integer>>();
    var unsettlers = new HashMap<ObjectPath, List<Integer>>();
    for (var i = 0; i < tasks.size(); i++) {
      index(i, tasks.get(i).provides(), providers);
      index(i, tasks.get(i).unsettles(), unsettlers);
    }
    for (var i = 0; i < tasks.size(); i++) {
      var task = tasks.get(i);
      for (var path : task.needs()) {
        for (var provider : providers.getOrDefault(path, List.of())) {
          follow(provider, i);
        }
      }
      for (var path : task.frees()) {
        for (var unsettler : unsettlers.getOrDefault(path, List.of())) {
          follow(i, unsettler);
        }
      }
      if (task.unsettles().isEmpty()) {
        for (var path : task.provides()) {
          for (var dropper : unsettlers.getOrDefault(path, List.of())) {
            if (tasks.get(dropper).provides().isEmpty()) {
              follow(dropper, i);
            }
          }
        }
      }
    }
  }

  private static void index(int task, Set<ObjectPath> paths, Map<ObjectPath, List<Integer>> into) {
    for (var path : paths) {
      into.computeIfAbsent(path, _ -> new ArrayList<>()).add(task);
    }
  }

  /// Where steps wait for each other in a circle, the first of them goes ahead: the proof shows
  /// whether that works. While something is gone that comes back, what runs in a transaction of its
  /// own waits, so that nobody sees it gone.
  private List<Step> steps() {
    var remade = remade();
    var gone = new HashSet<ObjectPath>();
    var ready = new PriorityQueue<Integer>(this::compare);
    var stuck = new TreeSet<Integer>(this::compare);
    var isDone = new boolean[tasks.size()];
    for (var i = 0; i < tasks.size(); i++) {
      (waitingFor.get(i) == 0 ? ready : stuck).add(i);
    }
    var steps = new ArrayList<Step>();
    while (steps.size() < tasks.size()) {
      var next = ready.isEmpty() ? first(stuck, isDone) : next(ready, gone);
      stuck.remove(next);
      if (isDone[next]) {
        continue;
      }
      isDone[next] = true;
      var object = tasks.get(next).step().object();
      if (isDrop(tasks.get(next)) && remade.contains(object)) {
        gone.add(object);
      } else if (isCreation(tasks.get(next))) {
        gone.remove(object);
      }
      steps.add(tasks.get(next).step());
      for (var follower : followers.get(next)) {
        waitingFor.set(follower, waitingFor.get(follower) - 1);
        if (waitingFor.get(follower) == 0) {
          ready.add(follower);
        }
      }
    }
    return steps;
  }

  /// Returns the first step whose chain has come to it.
  private int first(Set<Integer> stuck, boolean[] isDone) {
    return stuck.stream()
        .filter(it -> !isChained.get(it) || isDone[it - 1])
        .findFirst()
        .orElseThrow();
  }

  private int next(PriorityQueue<Integer> ready, Set<ObjectPath> gone) {
    var shared =
        gone.isEmpty()
            ? Optional.<Integer>empty()
            : ready.stream().filter(it -> isShared(tasks.get(it))).min(this::compare);
    var next = shared.orElseGet(ready::element);
    ready.remove(next);
    return next;
  }

  /// Returns what one step drops and another one makes again, both in the transaction of others.
  private Set<ObjectPath> remade() {
    var dropped = new HashSet<ObjectPath>();
    var created = new HashSet<ObjectPath>();
    for (var task : tasks) {
      if (isDrop(task)) {
        dropped.add(task.step().object());
      } else if (isCreation(task)) {
        created.add(task.step().object());
      }
    }
    dropped.retainAll(created);
    return dropped;
  }

  private static boolean isDrop(Task it) {
    return isShared(it) && it.provides().isEmpty() && !it.unsettles().isEmpty();
  }

  private static boolean isCreation(Task it) {
    return isShared(it) && it.unsettles().isEmpty() && it.provides().contains(it.step().object());
  }

  private static boolean isShared(Task it) {
    return it.step().conduct().transaction() == Conduct.Transaction.SHARED;
  }

  private int compare(int a, int b) {
    var byKind = tasks.get(a).step().kind().compareTo(tasks.get(b).step().kind());
    return byKind != 0 ? byKind : Integer.compare(a, b);
  }
}
