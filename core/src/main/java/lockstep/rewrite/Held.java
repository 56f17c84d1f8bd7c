package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an expression has of rows.
sealed interface Held {
  /// A row, or none.
  record One(Entity model) implements Held {}

  /// What can be run through.
  record Many(Held element) implements Held {}

  /// A tuple, by what stands at each place.
  record Several(List<Optional<Held>> parts) implements Held {
    public Several {
      parts = List.copyOf(parts);
    }
  }

  /// A dict, by what it has for its keys.
  record ByKey(Held value) implements Held {}

  static Held of(Entity entity) {
    return new One(entity);
  }

  static Held many(Entity entity) {
    return new Many(new One(entity));
  }

  /// Returns a tuple where anything in it is known.
  static Optional<Held> several(List<Optional<Held>> parts) {
    return Optional.<Held>of(new Several(parts))
        .filter(_ -> parts.stream().anyMatch(Optional::isPresent));
  }

  /// Returns what a loop over it takes each time.
  default Optional<Held> each() {
    return switch (this) {
      case Many(var each) -> Optional.of(each);
      case Several(var parts) -> same(parts.stream());
      case One _, ByKey _ -> Optional.empty();
    };
  }

  /// Returns the model of a row.
  default Optional<Entity> one() {
    return this instanceof One(var entity) ? Optional.of(entity) : Optional.empty();
  }

  /// Returns the model of a row, or of rows.
  default Optional<Entity> entity() {
    return switch (this) {
      case One(var entity) -> Optional.of(entity);
      case Many(var each) -> each.entity();
      case ByKey(var value) -> value.entity();
      case Several _ -> Optional.empty();
    };
  }

  /// Returns what a method of lists or dicts has.
  default Optional<Held> asked(String method) {
    return switch (this) {
      case Held.Many it ->
          switch (method) {
            case "copy" -> Optional.of(it);
            case "pop", "popleft" -> Optional.of(it.element());
            default -> Optional.empty();
          };
      case Held.ByKey(var value) ->
          switch (method) {
            case "get", "pop", "setdefault" -> Optional.of(value);
            case "values" -> Optional.of(new Held.Many(value));
            case "items" ->
                Optional.of(
                    new Held.Many(new Held.Several(List.of(Optional.empty(), Optional.of(value)))));
            case "copy" -> Optional.of(this);
            default -> Optional.empty();
          };
      case Held.One _, Held.Several _ -> Optional.empty();
    };
  }

  /// Returns what all are, where all are the same.
  static Optional<Held> same(Stream<Optional<Held>> parts) {
    var all = parts.distinct().toList();
    return all.size() == 1 ? all.getFirst() : Optional.empty();
  }
}
