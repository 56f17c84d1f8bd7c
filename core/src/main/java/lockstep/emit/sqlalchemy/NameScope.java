package lockstep.emit.sqlalchemy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Gives out names so that no two are equal and none is reserved.
final class NameScope {
  private final Set<String> reserved;
  private final Set<String> taken = new HashSet<>();
  private final Fallback fallback;

  /// What to try when a wanted name cannot be had.
  @FunctionalInterface
  interface Fallback {
    /// @param attempt from 1
    String name(String wanted, int attempt);

    /// Attributes, modules and members: `metadata_`, `metadata__`.
    static String underscores(String wanted, int attempt) {
      return wanted + "_".repeat(attempt);
    }
  }

  /// @param reserved not copied, as many scopes share it; to be left as it is from now on
  NameScope(Set<String> reserved, Fallback fallback) {
    this.reserved = reserved;
    this.fallback = fallback;
  }

  /// Returns a name for each thing, in order. Who is called already what it wants to be called gets
  /// its name before those that would have to change.
  <T> List<String> assign(List<T> things, Function<T, String> own, Function<T, String> wanted) {
    var names = new ArrayList<String>(things.size());
    for (var thing : things) {
      var name = wanted.apply(thing);
      names.add(name.equals(own.apply(thing)) && takes(name) ? name : "");
    }
    for (var i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        names.set(i, take(wanted.apply(things.get(i))));
      }
    }
    return List.copyOf(names);
  }

  /// Returns whether a name can be had, and gives it out then.
  private boolean takes(String name) {
    return !reserved.contains(name) && taken.add(name);
  }

  String take(String wanted) {
    var name = wanted;
    for (var attempt = 1; !takes(name); attempt++) {
      name = fallback.name(wanted, attempt);
    }
    return name;
  }
}
