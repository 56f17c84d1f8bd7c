package lockstep.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.schema.ObjectPath;

/// The steps of a plan as they come to mind, each with what it needs, provides and frees.
final class Draft {
  private final Needs from;
  private final Needs to;
  private final List<List<Task>> chains = new ArrayList<>();

  Draft(Needs from, Needs to) {
    this.from = from;
    this.to = to;
  }

  /// Returns the steps in an order in which they can run.
  Plan plan() {
    return new Plan(StepOrder.sort(chains));
  }

  Stream<Step> steps() {
    return chains.stream().flatMap(List::stream).map(Task::step);
  }

  /// Steps that make an object with its parts.
  void create(List<Step> steps) {
    create(steps, Set.of());
  }

  /// Steps that make an object with its parts.
  ///
  /// @param others what goes before it comes
  void create(List<Step> steps, Set<ObjectPath> others) {
    var parts = new LinkedHashSet<ObjectPath>();
    steps.forEach(it -> parts.add(it.object()));
    var chain = new ArrayList<Task>();
    for (var step : steps) {
      var task =
          switch (step.kind()) {
            case OWN_SEQUENCE, ATTACH_PARTITION, USE_INDEX, COMMENT ->
                Task.using(step, Set.of(step.object()));
            default -> {
              var made = to.withParts(step.object());
              made.removeIf(it -> !it.equals(step.object()) && parts.contains(it));
              made.addAll(others);
              yield Task.creating(step, made, to.of(step.object()));
            }
          };
      if (isOneAfterTheOther(chain, task)) {
        chain.add(task);
      } else {
        chains.add(chain);
        chain = new ArrayList<>(List.of(task));
      }
    }
    chains.add(chain);
  }

  /// The steps of one object follow each other; those of its parts wait for what they need.
  private static boolean isOneAfterTheOther(List<Task> chain, Task next) {
    return chain.isEmpty() || chain.getLast().step().object().equals(next.step().object());
  }

  void drop(Step step) {
    drop(List.of(step));
  }

  /// Steps one after the other, the last of which drops an object with its parts.
  void drop(List<Step> steps) {
    var step = steps.getLast();
    var parts = from.withParts(step.object());
    var frees = new LinkedHashSet<ObjectPath>();
    for (var part : parts) {
      if (part.kind() != ObjectPath.Kind.CONSTRAINT || part.equals(step.object())) {
        frees.addAll(from.of(part));
      }
    }
    // What goes with it without a statement of its own is done with what it needed, too.
    for (var attached : from.attachedTo(step.object())) {
      frees.addAll(from.of(attached));
    }
    frees.removeAll(parts);
    chains.add(steps.stream().map(it -> Task.dropping(it, parts, frees)).toList());
  }

  /// Steps that change an object one after the other.
  void alter(List<Step> steps) {
    chains.add(steps.stream().map(this::altering).toList());
  }

  /// Steps that change an object once others are changed.
  void alterAfter(List<Step> steps, Set<ObjectPath> others) {
    chains.add(steps.stream().map(this::altering).map(it -> it.needing(others)).toList());
  }

  /// Steps that change an object before others are changed.
  void alterBefore(List<Step> steps, Set<ObjectPath> others) {
    chains.add(steps.stream().map(this::altering).map(it -> it.freeing(others)).toList());
  }

  /// Tasks that say themselves what they need.
  void add(List<Task> chain) {
    chains.add(chain);
  }

  private Task altering(Step step) {
    var needs = to.of(step.object());
    if (!isOfWhole(step)) {
      var frees = from.of(step.object());
      var left = left(step.object());
      frees.addAll(left);
      return left.isEmpty()
          ? Task.altering(step, needs, frees)
          : new Task(step, Set.of(step.object()), Set.of(), needs, frees);
    }
    needs.addAll(to.withParts(step.object()));
    return Task.using(step, needs);
  }

  /// Returns the parts of the parents that a table leaves: they change for it, too, while it is
  /// there.
  private Set<ObjectPath> left(ObjectPath path) {
    var left = new LinkedHashSet<>(from.parentsOf(path));
    left.removeAll(to.parentsOf(path));
    return left.stream()
        .flatMap(it -> from.withParts(it).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Whether a table has to have all its parts by then: to follow a parent, which asks for its
  /// constraints, or to name an index.
  private static boolean isOfWhole(Step step) {
    return step.object().kind() == ObjectPath.Kind.TABLE
        && switch (step.kind()) {
          case ATTACH_PARTITION, JOIN_PARENT, USE_INDEX -> true;
          default -> false;
        };
  }

  /// A step that drops a part which a table has from a parent, once it no longer follows that.
  void dropOnceAlone(Step step) {
    var table = step.object().parent().orElseThrow();
    var frees = new LinkedHashSet<>(from.of(step.object()));
    frees.remove(table);
    chains.add(
        List.of(new Task(step, Set.of(), from.withParts(step.object()), Set.of(table), frees)));
  }

  /// Steps that change several objects in this order, however these need each other.
  void alterTogether(List<Step> steps, Set<ObjectPath> objects) {
    chains.add(
        steps.stream()
            .map(
                it ->
                    Task.altering(
                        it,
                        without(objects, to.of(it.object())),
                        without(objects, from.of(it.object()))))
            .toList());
  }

  private static Set<ObjectPath> without(Set<ObjectPath> left, Set<ObjectPath> all) {
    all.removeAll(left);
    return all;
  }

  /// Steps that come after what they are about, and that nothing waits for.
  void follow(List<Step> steps) {
    steps.forEach(it -> use(it, Set.of(it.object())));
  }

  /// A step that needs something and makes nothing.
  void use(Step step, Set<ObjectPath> needs) {
    chains.add(List.of(Task.using(step, needs)));
  }

  /// A step after which an object no longer uses what it needed, though it is there.
  void release(Step step) {
    release(step, from.of(step.object()));
  }

  /// A step after which some objects can go.
  void release(Step step, Set<ObjectPath> freed) {
    chains.add(List.of(new Task(step, Set.of(), Set.of(), Set.of(), freed)));
  }
}
