package lockstep.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import lockstep.schema.ObjectPath;

/// A step and what it has to do with others.
///
/// @param provides what later steps may need
/// @param unsettles what nobody may use while it runs: all that use it must be gone before
/// @param needs what must have been provided, where another step provides it
/// @param frees what it no longer uses once it has run
record Task(
    Step step,
    Set<ObjectPath> provides,
    Set<ObjectPath> unsettles,
    Set<ObjectPath> needs,
    Set<ObjectPath> frees) {
  static Task creating(Step step, Set<ObjectPath> provides, Set<ObjectPath> needs) {
    return new Task(step, provides, Set.of(), needs, Set.of());
  }

  static Task dropping(Step step, Set<ObjectPath> unsettles, Set<ObjectPath> frees) {
    return new Task(step, Set.of(), unsettles, Set.of(), frees);
  }

  /// @param needs of the object as it shall be
  /// @param frees what the object needed as it was
  static Task altering(Step step, Set<ObjectPath> needs, Set<ObjectPath> frees) {
    var path = Set.of(step.object());
    return new Task(step, path, path, needs, frees);
  }

  /// Returns what uses an object and makes none.
  static Task using(Step step, Collection<ObjectPath> needs) {
    return new Task(step, Set.of(), Set.of(), Set.copyOf(needs), Set.of());
  }

  /// Returns the same task, which others must come before.
  Task needing(Set<ObjectPath> others) {
    return new Task(step, provides, unsettles, both(needs, others), frees);
  }

  /// Returns the same task, which must come before others.
  Task freeing(Set<ObjectPath> others) {
    return new Task(step, provides, unsettles, needs, both(frees, others));
  }

  private static Set<ObjectPath> both(Set<ObjectPath> some, Set<ObjectPath> others) {
    var all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }
}
