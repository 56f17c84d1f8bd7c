package lockstep.psl.analysis;

import java.util.Optional;
import lockstep.psl.PslCode;

/// Reads `@map`, `@@map` and `@@schema`.
final class MapAttributes {
  private MapAttributes() {}

  /// Returns what an enum's value is called in the database; there a value may be empty.
  static Optional<String> ofValue(AttributeSet attributes) {
    return attributes.single("map", it -> it.main("name").flatMap(it.coercion()::string));
  }

  static Optional<String> map(AttributeSet attributes) {
    return attributes.single("map", MapAttributes::map);
  }

  private static Optional<String> map(AttributeArguments arguments) {
    var name = arguments.main("name").flatMap(arguments.coercion()::string);
    name.filter(String::isEmpty).ifPresent(_ -> reportEmpty(arguments));
    return name.filter(it -> !it.isEmpty());
  }

  /// Prisma 7 accepts an empty name, and PostgreSQL then refuses the SQL that it writes.
  private static void reportEmpty(AttributeArguments arguments) {
    arguments.report(
        PslCode.EMPTY_DATABASE_NAME,
        "PostgreSQL knows no empty name; the attribute is passed over.",
        "Write a name, or remove the attribute.");
  }

  /// Returns what is written, though it may be empty.
  static Optional<SchemaAttribute> schema(AttributeSet attributes) {
    return attributes.single("schema", MapAttributes::schema);
  }

  private static Optional<SchemaAttribute> schema(AttributeArguments arguments) {
    var value = arguments.main("map");
    var name = value.flatMap(arguments.coercion()::string);
    name.filter(String::isEmpty).ifPresent(_ -> reportEmpty(arguments));
    return name.map(it -> new SchemaAttribute(it, value.orElseThrow().span()));
  }
}
