package lockstep.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;

/// One entity of the ORM.
///
/// @param relation the table or view that it shows
/// @param keys what identifies a row for a client: the primary key first, then unique keys
/// @param documentation the text of its doc comment, without markers
public record Model(
    String name,
    QualifiedName relation,
    Kind kind,
    Visibility visibility,
    List<Field> fields,
    List<Key> keys,
    Optional<String> documentation) {
  public Model {
    fields = List.copyOf(fields);
    keys = List.copyOf(keys);
  }

  public enum Kind {
    TABLE,
    VIEW
  }

  /// Whether clients see it; `@@ignore` hides a model, `@ignore` a field.
  public enum Visibility {
    VISIBLE,
    IGNORED
  }

  /// A way to name one row.
  ///
  /// @param clientName what the client calls a compound key, as in `userId_tenantId`
  /// @param fields names of fields of this model
  public record Key(KeyKind kind, String clientName, List<String> fields) {
    public Key {
      fields = List.copyOf(fields);
    }
  }

  public enum KeyKind {
    ID,
    UNIQUE
  }

  Model withoutRelationsTo(List<String> models) {
    var left =
        fields.stream()
            .filter(it -> !(it instanceof Field.Relation to) || !models.contains(to.target()))
            .toList();
    return left.size() == fields.size()
        ? this
        : new Model(name, relation, kind, visibility, left, keys, documentation);
  }

  public Stream<Field.Scalar> scalars() {
    return fields.stream().filter(Field.Scalar.class::isInstance).map(Field.Scalar.class::cast);
  }

  public Stream<Field.Relation> relations() {
    return fields.stream().filter(Field.Relation.class::isInstance).map(Field.Relation.class::cast);
  }

  public Optional<Field.Scalar> scalar(Identifier column) {
    for (var field : fields) {
      if (field instanceof Field.Scalar scalar && scalar.column().equals(column)) {
        return Optional.of(scalar);
      }
    }
    return Optional.empty();
  }

  public Optional<Field> field(String field) {
    for (var candidate : fields) {
      if (candidate.name().equals(field)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
