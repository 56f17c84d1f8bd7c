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

  /// Prisma 7 accepts an empty name, and PostgreSQL then refuses the SQL that it writes.
  private static Optional<String> map(AttributeArguments arguments) {
    var name = arguments.main("name").flatMap(arguments.coercion()::string);
    if (name.filter(String::isEmpty).isPresent()) {
      arguments.report(
          PslCode.EMPTY_DATABASE_NAME,
          "PostgreSQL knows no empty name; the attribute is passed over.",
          "Write a name, or remove the attribute.");
      return Optional.empty();
    }
    return name;
  }

  static Optional<SchemaAttribute> schema(AttributeSet attributes) {
    return attributes.single(
        "schema",
        it ->
            it.main("map")
                .flatMap(
                    value ->
                        it.coercion()
                            .string(value)
                            .map(name -> new SchemaAttribute(name, value.span()))));
  }
}
