package lockstep.psl.analysis;

/// The type of a field that holds values, without the mark for lists and options.
public sealed interface ValueType {
  record BuiltIn(BuiltInType type) implements ValueType {}

  /// @param name of an enum of the schema
  record Enumerated(String name) implements ValueType {}

  /// A database type that the language has no word for.
  ///
  /// @param text the type as the database spells it
  record Unsupported(String text) implements ValueType {}

  /// @param name of a composite type, which only document databases can hold
  record Composite(String name) implements ValueType {}

  default boolean is(BuiltInType type) {
    return this instanceof BuiltIn(var found) && found == type;
  }

  /// Returns the type as a schema writes it.
  default String word() {
    return switch (this) {
      case BuiltIn(var type) -> type.word();
      case Enumerated(var name) -> name;
      case Composite(var name) -> name;
      case Unsupported(var text) -> "Unsupported(\"" + text + "\")";
    };
  }
}
