package lockstep.text;

import java.util.Comparator;
import java.util.function.Function;

/// An order by a key: what `Comparator.comparing` makes, but not serializable.
///
/// The Java machine makes the code of a serializable lambda when it first comes by, and no cache of
/// loaded classes holds it; each of those in `Comparator` costs a command some milliseconds.
@FunctionalInterface
public interface Order<T> extends Comparator<T> {
  static <T, K extends Comparable<? super K>> Order<T> by(Function<? super T, ? extends K> key) {
    return (a, b) -> key.apply(a).compareTo(key.apply(b));
  }

  static <T, K> Order<T> by(Function<? super T, ? extends K> key, Comparator<? super K> order) {
    return (a, b) -> order.compare(key.apply(a), key.apply(b));
  }

  /// Returns this order, and the next one for those that are equal by this one.
  default Order<T> then(Comparator<? super T> next) {
    return (a, b) -> {
      var first = compare(a, b);
      return first == 0 ? next.compare(a, b) : first;
    };
  }
}
