package lockstep.schema;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/// An immutable list of what has names, in which a name is found without looking at all of them. A
/// schema of thousands of tables is asked for each of them many times.
///
/// @param <K> what is looked for: a name, or a kind and a name
final class ByName<K, E> extends AbstractList<E> implements RandomAccess {
  /// Up to so many elements, looking at all costs less than a map of them.
  private static final int FEW = 16;

  private final List<E> elements;
  private final Function<E, K> key;

  /// Made when the first name is looked up: most lists are only run through.
  private volatile Map<K, E> found = Map.of();

  private ByName(List<E> elements, Function<E, K> key) {
    this.elements = elements;
    this.key = key;
  }

  static <K, E> List<E> copyOf(List<? extends E> elements, Function<E, K> key) {
    return new ByName<K, E>(List.copyOf(elements), key);
  }

  /// Returns the first element of that name.
  ///
  /// @param list one that `copyOf` made
  static <K, E> Optional<E> find(List<E> list, K key) {
    return ((ByName<?, E>) list).find(key);
  }

  private Optional<E> find(Object wanted) {
    if (elements.size() > FEW) {
      return Optional.ofNullable(elementsByKey().get(wanted));
    }
    for (var element : elements) {
      if (key.apply(element).equals(wanted)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private Map<K, E> elementsByKey() {
    if (found.isEmpty()) {
      var map = HashMap.<K, E>newHashMap(elements.size());
      for (var element : elements) {
        map.putIfAbsent(key.apply(element), element);
      }
      found = map;
    }
    return found;
  }

  @Override
  public E get(int index) {
    return elements.get(index);
  }

  @Override
  public int size() {
    return elements.size();
  }

  /// Two schemas are compared several times, element by element.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ByName<?, ?> it
            ? elements.equals(it.elements)
            : elements.equals(other));
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }
}
