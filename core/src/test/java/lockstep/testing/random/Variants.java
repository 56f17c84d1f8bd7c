package lockstep.testing.random;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.schema.Access;
import lockstep.schema.Dependencies;

/// The values that differ from a given one in a single place: every component of every record in it
/// is changed in turn, every list loses and gains an element, every enum and every sealed type
/// takes each of its cases.
///
/// So that a component added later is walked over without a word here; only a type that no sample
/// is known of has to be named.
public final class Variants {
  private final Map<Class<?>, List<?>> samples;

  /// @param samples values to put where a type can be something else, by the type that is declared
  public Variants(Map<Class<?>, List<?>> samples) {
    this.samples = Map.copyOf(samples);
  }

  /// @param place as in `namespaces[0].tables[1].comment`
  public record Variant<T>(String place, T value) {}

  public <T extends Record> List<Variant<T>> of(T value) {
    @SuppressWarnings("unchecked")
    var type = (Class<T>) value.getClass();
    return of("", value, type).stream()
        .map(it -> new Variant<>(it.place(), type.cast(it.value())))
        .toList();
  }

  private List<Variant<Object>> of(String place, Object value, Type type) {
    var all = new ArrayList<Variant<Object>>();
    switch (value) {
      case Optional<?> it -> optional(place, it, argument(type), all);
      case List<?> it -> list(place, it, argument(type), all);
      case Enum<?> it ->
          Arrays.stream(it.getDeclaringClass().getEnumConstants())
              .filter(other -> other != it)
              .forEach(other -> all.add(new Variant<>(place, other)));
      case String it -> all.add(new Variant<>(place, it + "x"));
      case Integer it -> all.add(new Variant<>(place, it + 1));
      case Long it -> all.add(new Variant<>(place, it + 1));
      // The one says no difference, the other is lost as a whole.
      case Dependencies _, Access _ -> {}
      case Record it -> {
        record(place, it, all);
        samples(type).stream()
            .filter(other -> other.getClass() != it.getClass())
            .forEach(other -> all.add(new Variant<>(place, other)));
      }
      default -> throw new IllegalStateException("no variants of " + value.getClass());
    }
    return all;
  }

  private void optional(String place, Optional<?> value, Type element, List<Variant<Object>> into) {
    if (value.isPresent()) {
      into.add(new Variant<>(place, Optional.empty()));
      of(place, value.get(), element)
          .forEach(it -> into.add(new Variant<>(it.place(), Optional.of(it.value()))));
    } else {
      samples(element).forEach(it -> into.add(new Variant<>(place, Optional.of(it))));
    }
  }

  private void list(String place, List<?> values, Type element, List<Variant<Object>> into) {
    for (var i = 0; i < values.size(); i++) {
      var at = i;
      into.add(new Variant<>(place + "[" + i + "] gone", without(values, i)));
      of(place + "[" + i + "]", values.get(i), element)
          .forEach(it -> into.add(new Variant<>(it.place(), with(values, at, it.value()))));
    }
    for (var sample : samples(element)) {
      if (!values.contains(sample)) {
        var more = new ArrayList<Object>(values);
        more.add(sample);
        into.add(new Variant<>(place + " more", List.copyOf(more)));
      }
    }
  }

  private static List<Object> without(List<?> values, int place) {
    var fewer = new ArrayList<Object>(values);
    fewer.remove(place);
    return List.copyOf(fewer);
  }

  private static List<Object> with(List<?> values, int place, Object value) {
    var changed = new ArrayList<Object>(values);
    changed.set(place, value);
    return List.copyOf(changed);
  }

  private void record(String place, Record value, List<Variant<Object>> into) {
    var components = value.getClass().getRecordComponents();
    for (var i = 0; i < components.length; i++) {
      var at = i;
      var inside = (place.isEmpty() ? "" : place + ".") + components[i].getName();
      for (var it : of(inside, get(components[i], value), components[i].getGenericType())) {
        make(value, components, at, it.value())
            .ifPresent(made -> into.add(new Variant<>(it.place(), made)));
      }
    }
  }

  /// Returns nothing where the record takes no such value.
  private static Optional<Object> make(
      Record from, RecordComponent[] components, int changed, Object value) {
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = from.getClass().getDeclaredConstructor(types);
      var arguments = new Object[components.length];
      for (var i = 0; i < components.length; i++) {
        arguments[i] = i == changed ? value : get(components[i], from);
      }
      return Optional.of(constructor.newInstance(arguments));
    } catch (InvocationTargetException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object get(RecordComponent component, Record from) {
    try {
      return component.getAccessor().invoke(from);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<?> samples(Type type) {
    return type instanceof Class<?> it ? samples.getOrDefault(it, List.of()) : List.of();
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }
}
