package lockstep.psl.merge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.diagnostic.Place;
import lockstep.mapping.Reading;
import lockstep.schema.Constraint;
import lockstep.schema.Index;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.text.Span;

/// The primary key and the indexes of one table in a schema that was read, and where each is
/// written.
final class Keys {
  private final Reading reading;
  private final Map<ObjectPath, Object> definitions = new LinkedHashMap<>();

  Keys(Reading reading, QualifiedName name) {
    this.reading = reading;
    reading
        .schema()
        .table(name)
        .ifPresent(
            table -> {
              table.primaryKey().ifPresent(it -> definitions.put(path(name, it), it));
              table.indexes().forEach(it -> definitions.put(path(name, it), it));
            });
  }

  private static ObjectPath path(QualifiedName table, Constraint.PrimaryKey key) {
    return ObjectPath.of(ObjectPath.Kind.CONSTRAINT, table, key.name());
  }

  private static ObjectPath path(QualifiedName table, Index index) {
    return ObjectPath.of(ObjectPath.Kind.INDEX, table, index.name());
  }

  /// Returns what each key is, by its path: records that are equal where the keys are.
  Map<ObjectPath, Object> definitions() {
    return definitions;
  }

  /// Returns the place of the attribute that stands for a key.
  Optional<Span> span(ObjectPath key) {
    return reading
        .origins()
        .find(key)
        .flatMap(
            it ->
                it instanceof Place.InText(var _, var span) ? Optional.of(span) : Optional.empty());
  }
}
