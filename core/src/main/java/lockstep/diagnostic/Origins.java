package lockstep.diagnostic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.schema.ObjectPath;

/// Where each object of a schema came from. Lives beside the schema, so that schemas stay
/// comparable by value.
public final class Origins {
  private static final Origins NONE = new Origins(Map.of(), Optional.empty());

  private final Map<ObjectPath, Place> places;
  private final Optional<String> source;

  private Origins(Map<ObjectPath, Place> places, Optional<String> source) {
    this.places = places;
    this.source = source;
  }

  public static Origins none() {
    return NONE;
  }

  public static Origins of(Map<ObjectPath, Place> places) {
    return new Origins(new LinkedHashMap<>(places), Optional.empty());
  }

  /// Each object stands in a source without text, such as a live database, under its own name.
  public static Origins ofSource(String name) {
    return new Origins(Map.of(), Optional.of(name));
  }

  /// Returns the object's own place, else that of the nearest object that contains it.
  public Optional<Place> find(ObjectPath object) {
    for (var path = Optional.of(object); path.isPresent(); path = path.get().parent()) {
      var place = places.get(path.get());
      if (place != null) {
        return Optional.of(place);
      }
    }
    return source.map(it -> new Place.InSource(it, object));
  }
}
