package lockstep.engine.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A JSON value (RFC 8259).
///
/// The short questions (`text`, `items`, …) answer empty where the value is of another kind, so
/// that a document can be read without a cast and without an exception.
public sealed interface Json {
  record OfText(String value) implements Json {}

  /// @param literal as written, so that no digit is lost
  record OfNumber(String literal) implements Json {}

  record OfBoolean(boolean value) implements Json {}

  record OfNull() implements Json {}

  record OfArray(List<Json> values) implements Json {
    public OfArray {
      values = List.copyOf(values);
    }
  }

  /// @param members in the order of the text; of two with one name the later
  record OfObject(Map<String, Json> members) implements Json {
    public OfObject {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /// Returns a member of an object.
  default Optional<Json> get(String name) {
    return Optional.ofNullable(members().get(name));
  }

  /// Returns the members of an object, in order; of anything else none.
  default Map<String, Json> members() {
    return this instanceof OfObject(var members) ? members : Map.of();
  }

  /// Returns the values of an array, in order; of anything else none.
  default List<Json> items() {
    return this instanceof OfArray(var values) ? values : List.of();
  }

  default Optional<String> text() {
    return this instanceof OfText(var value) ? Optional.of(value) : Optional.empty();
  }

  /// Returns a whole number that fits into an int.
  default OptionalInt integer() {
    if (!(this instanceof OfNumber(var literal))) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(literal));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  default boolean isTrue() {
    return this instanceof OfBoolean(var value) && value;
  }

  /// Returns a text member of an object.
  default Optional<String> text(String name) {
    return get(name).flatMap(Json::text);
  }

  /// Returns the values of an array member; none where it is absent.
  default List<Json> items(String name) {
    return get(name).map(Json::items).orElse(List.of());
  }

  /// Returns a member that is a whole number.
  default OptionalInt integer(String name) {
    return get(name).map(Json::integer).orElse(OptionalInt.empty());
  }

  /// Returns whether an object has the member and it is `true`.
  default boolean isTrue(String name) {
    return get(name).filter(Json::isTrue).isPresent();
  }
}
