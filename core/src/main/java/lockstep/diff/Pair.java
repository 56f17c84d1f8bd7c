package lockstep.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/// What became of one thing between two versions.
public sealed interface Pair<T> {
  record Added<T>(T to) implements Pair<T> {}

  record Dropped<T>(T from) implements Pair<T> {}

  record Kept<T>(T from, T to) implements Pair<T> {}

  /// Matches things by what they are called: those of `from` in their order, then the added ones in
  /// theirs. What two things of one version have in common is never looked at: names are unique.
  static <T, K> List<Pair<T>> match(List<T> from, List<T> to, Function<? super T, K> key) {
    var added = new LinkedHashMap<K, T>();
    to.forEach(it -> added.put(key.apply(it), it));
    var pairs = new ArrayList<Pair<T>>();
    for (var it : from) {
      var kept = added.remove(key.apply(it));
      pairs.add(kept == null ? new Dropped<>(it) : new Kept<>(it, kept));
    }
    added.values().forEach(it -> pairs.add(new Added<>(it)));
    return List.copyOf(pairs);
  }
}
