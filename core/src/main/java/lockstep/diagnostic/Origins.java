package lockstep.diagnostic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lockstep.schema.ObjectPath;
import lockstep.text.Later;

/// Where each object of a schema came from. Lives beside the schema, so that schemas stay
/// comparable by value.
public final class Origins {
  private static final Origins NONE = new Origins(Map::of, Optional.empty());

  private final Later<Map<ObjectPath, Place>> places;
  private final Optional<String> source;

  private Origins(Supplier<Map<ObjectPath, Place>> places, Optional<String> source) {
    this.places = Later.of(places);
    this.source = source;
  }

  public static Origins none() {
    return NONE;
  }

  public static Origins of(Map<ObjectPath, Place> places) {
    var copy = Map.copyOf(places);
    return new Origins(() -> copy, Optional.empty());
  }

  /// Asks for the places when the first one is looked for: most runs have nothing to point at.
  public static Origins later(Supplier<Map<ObjectPath, Place>> places) {
    return new Origins(places, Optional.empty());
  }

  /// Each object stands in a source without text, such as a live database, under its own name.
  public static Origins ofSource(String name) {
    return new Origins(Map::of, Optional.of(name));
  }

  /// Returns these, and those of `others` for what these have no place of its own for.
  public Origins and(Origins others) {
    return new Origins(
        () -> {
          var all = new HashMap<>(others.places.get());
          all.putAll(places.get());
          return all;
        },
        source);
  }

  /// Returns whether the object has a place of its own.
  public boolean has(ObjectPath object) {
    return places.get().containsKey(object);
  }

  /// Returns the object's own place, else that of the nearest object that contains it.
  public Optional<Place> find(ObjectPath object) {
    for (var path = Optional.of(object); path.isPresent(); path = path.get().parent()) {
      // Whoever only looks at the head of a statement knows no arguments.
      var withoutArguments = new ObjectPath(path.get().kind(), path.get().names());
      for (var it : List.of(path.get(), withoutArguments)) {
        if (has(it)) {
          return Optional.of(places.get().get(it));
        }
      }
    }
    return source.map(it -> new Place.InSource(it, object));
  }
}
