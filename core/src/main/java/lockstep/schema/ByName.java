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
final class ByName<E> extends AbstractList<E> implements RandomAccess {
  private final List<E> elements;
  private final Function<E, Identifier> name;

  /// Made when the first name is looked up: most lists are only run through.
  private volatile Map<Identifier, E> found = Map.of();

  private ByName(List<E> elements, Function<E, Identifier> name) {
    this.elements = elements;
    this.name = name;
  }

  static <E> List<E> copyOf(List<E> elements, Function<E, Identifier> name) {
    return elements instanceof ByName<E> ? elements : new ByName<>(List.copyOf(elements), name);
  }

  /// Returns the first element of that name.
  ///
  /// @param list one that `copyOf` made
  static <E> Optional<E> find(List<E> list, Identifier name) {
    return Optional.ofNullable(((ByName<E>) list).elementsByName().get(name));
  }

  private Map<Identifier, E> elementsByName() {
    if (found.isEmpty() && !elements.isEmpty()) {
      var map = HashMap.<Identifier, E>newHashMap(elements.size());
      for (var element : elements) {
        map.putIfAbsent(name.apply(element), element);
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
}
