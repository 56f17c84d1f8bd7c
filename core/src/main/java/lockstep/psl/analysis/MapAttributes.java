package lockstep.psl.analysis;

import java.util.Optional;

/// Reads `@map`, `@@map` and `@@schema`.
final class MapAttributes {
  private MapAttributes() {}

  static Optional<String> map(AttributeSet attributes) {
    return attributes.single(
        "map", it -> it.main("name").flatMap(name -> it.coercion().string(name)));
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
