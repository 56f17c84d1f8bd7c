package lockstep.diagnostic;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lockstep.schema.ObjectPath;

/// Where each object of a schema came from. Lives beside the schema, so that schemas stay
/// comparable by value.
public final class Origins {
  private static final Origins NONE = new Origins(_ -> Optional.empty(), Optional.empty());

  private final Function<ObjectPath, Optional<Place>> places;
  private final Optional<String> source;

  private Origins(Function<ObjectPath, Optional<Place>> places, Optional<String> source) {
    this.places = places;
    this.source = source;
  }

  public static Origins none() {
    return NONE;
  }

  public static Origins of(Map<ObjectPath, Place> places) {
    var copy = Map.copyOf(places);
    return new Origins(it -> Optional.ofNullable(copy.get(it)), Optional.empty());
  }

  /// Asks for a place when it is looked for: most runs have little to point at.
  ///
  /// @param places the own place of an object
  public static Origins of(Function<ObjectPath, Optional<Place>> places) {
    return new Origins(places, Optional.empty());
  }

  /// Each object stands in a source without text, such as a live database, under its own name.
  public static Origins ofSource(String name) {
    return new Origins(_ -> Optional.empty(), Optional.of(name));
  }

  /// Returns these, and those of `others` for what these have no place of its own for.
  public Origins and(Origins others) {
    return new Origins(it -> places.apply(it).or(() -> others.places.apply(it)), source);
  }

  /// Returns whether the object has a place of its own.
  public boolean has(ObjectPath object) {
    return places.apply(object).isPresent();
  }

  /// Returns the object's own place, else that of the nearest object that contains it.
  public Optional<Place> find(ObjectPath object) {
    for (var path = Optional.of(object); path.isPresent(); path = path.get().parent()) {
      // Whoever only looks at the head of a statement knows no arguments.
      var withoutArguments = new ObjectPath(path.get().kind(), path.get().names());
      var place = places.apply(path.get()).or(() -> places.apply(withoutArguments));
      if (place.isPresent()) {
        return place;
      }
    }
    return source.map(it -> new Place.InSource(it, object));
  }
}
