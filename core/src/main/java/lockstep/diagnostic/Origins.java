package lockstep.diagnostic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.schema.ObjectPath;

/// Where each object of a schema came from. Lives beside the schema, so that schemas stay
/// comparable by value.
public final class Origins {
  private static final Origins NONE = new Origins(Map.of());

  private final Map<ObjectPath, Place> places;

  private Origins(Map<ObjectPath, Place> places) {
    this.places = places;
  }

  public static Origins none() {
    return NONE;
  }

  public static Origins of(Map<ObjectPath, Place> places) {
    return new Origins(new LinkedHashMap<>(places));
  }

  /// Returns the object's own place, else that of the nearest object that contains it.
  public Optional<Place> find(ObjectPath object) {
    for (var path = Optional.of(object); path.isPresent(); path = path.get().parent()) {
      var place = places.get(path.get());
      if (place != null) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }
}
