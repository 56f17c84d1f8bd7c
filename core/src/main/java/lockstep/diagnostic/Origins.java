package lockstep.diagnostic;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lockstep.schema.ObjectPath;

/// Where each object of a schema came from. Lives beside the schema, so that schemas stay
/// comparable by value.
public final class Origins {
  private static final Origins NONE = new Origins(Map::of, Optional.empty());

  private final Supplier<Map<ObjectPath, Place>> origins;
  private final Optional<String> source;
  private Optional<Map<ObjectPath, Place>> places = Optional.empty();

  private Origins(Supplier<Map<ObjectPath, Place>> origins, Optional<String> source) {
    this.origins = origins;
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

  /// Returns the object's own place, else that of the nearest object that contains it.
  public synchronized Optional<Place> find(ObjectPath object) {
    if (places.isEmpty()) {
      places = Optional.of(origins.get());
    }
    for (var path = Optional.of(object); path.isPresent(); path = path.get().parent()) {
      var place = places.get().get(path.get());
      if (place != null) {
        return Optional.of(place);
      }
    }
    return source.map(it -> new Place.InSource(it, object));
  }
}
