package lockstep.plan;

import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;

/// What a step destroys for good, and which nobody gets back by the reverse step.
///
/// @param value the value of an enum that goes; empty for everything else
public record Loss(Kind kind, ObjectPath object, Optional<String> value) {
  /// What can be lost.
  public enum Kind {
    TABLE("drop-table"),
    COLUMN("drop-column"),
    SEQUENCE("drop-sequence"),
    ENUM_VALUE("drop-enum-value"),
    /// Values that do not fit into a smaller type: the step fails, or cuts them off.
    PRECISION("narrow-column"),
    EXTENSION("drop-extension"),
    NAMESPACE("drop-schema");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public static Loss of(Kind kind, ObjectPath object) {
    return new Loss(kind, object, Optional.empty());
  }

  /// Returns what allows it, as in `drop-column:public.users.email`.
  public String permission() {
    var path = object.names().stream().map(Identifier::text).collect(Collectors.joining("."));
    return kind.word() + ":" + path + value.map(it -> "." + it).orElse("");
  }

  /// Returns a sentence about what happens.
  public String fact() {
    return switch (kind) {
      case TABLE, COLUMN, SEQUENCE, EXTENSION, NAMESPACE ->
          "The plan drops %s with all that is in it.".formatted(object);
      case ENUM_VALUE ->
          "The plan takes the value `%s` out of %s; it fails where a row has it."
              .formatted(value.orElseThrow(), object);
      case PRECISION ->
          "The plan makes %s smaller than its values may be; it cuts them off, or fails."
              .formatted(object);
    };
  }

  /// Returns a sentence about what is still gone when the step is taken back; empty where nothing
  /// is.
  public Optional<String> afterwards() {
    return switch (kind) {
      case TABLE, COLUMN, SEQUENCE, EXTENSION, NAMESPACE ->
          Optional.of("What was in %s does not come back.".formatted(object));
      case PRECISION -> Optional.of("What was cut off of %s does not come back.".formatted(object));
      // It fails where a row has the value.
      case ENUM_VALUE -> Optional.empty();
    };
  }

  /// Returns whether somebody who wrote these words means this loss: all of it, all of its kind, or
  /// this one, with or without the namespace.
  public boolean isAllowedBy(String words) {
    var full = permission();
    var namespace = object.names().getFirst().text() + ".";
    return words.equals("all")
        || words.equals(kind.word())
        || words.equals(full)
        || words.equals(full.replaceFirst(":" + java.util.regex.Pattern.quote(namespace), ":"));
  }
}
