package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.psl.syntax.FieldType.Arity;

/// Pass 4: which two relation fields belong together, and which table holds the reference.
///
/// Reports nothing: what is missing or ambiguous is left to the rules.
final class RelationPass {
  private final Map<String, PslModel> models = new HashMap<>();
  private final Map<Ends, List<RelationField>> byEnds = new HashMap<>();

  private RelationPass(List<PslModel> all) {
    for (var model : all) {
      models.put(model.name(), model);
      for (var field : model.relations().values()) {
        byEnds.computeIfAbsent(Ends.of(field), _ -> new ArrayList<>()).add(field);
      }
    }
  }

  /// Returns the relations in the order of the fields that lead to them.
  static List<Relation> resolve(List<PslModel> models) {
    var pass = new RelationPass(models);
    var relations = new ArrayList<Relation>();
    for (var model : models) {
      for (var field : model.relations().values()) {
        pass.relation(field).ifPresent(relations::add);
      }
    }
    return List.copyOf(relations);
  }

  /// What two fields must have in common to be ends of one relation.
  private record Ends(String from, String to, Optional<String> name) {
    static Ends of(RelationField field) {
      return new Ends(field.model(), field.target(), field.relationName());
    }

    static Ends oppositeOf(RelationField field) {
      return new Ends(field.target(), field.model(), field.relationName());
    }
  }

  private Optional<RelationField> opposite(RelationField field) {
    return byEnds.getOrDefault(Ends.oppositeOf(field), List.of()).stream()
        .filter(it -> !it.isSame(field))
        .findFirst();
  }

  /// Returns the relation that a field leads to; nothing where its other end is the one to ask.
  private Optional<Relation> relation(RelationField field) {
    var opposite = opposite(field);
    if (opposite.isEmpty()) {
      return Optional.of(oneSided(field));
    }
    var other = opposite.get();
    return switch (field.arity()) {
      case LIST -> other.isList() ? manyToMany(field, other) : Optional.empty();
      case REQUIRED ->
          switch (other.arity()) {
            case LIST -> inline(Relation.Kind.ONE_TO_MANY, field, other);
            case OPTIONAL -> inline(Relation.Kind.ONE_TO_ONE, field, other);
            case REQUIRED -> firstOf(field, other);
          };
      case OPTIONAL ->
          switch (other.arity()) {
            case LIST -> inline(Relation.Kind.ONE_TO_MANY, field, other);
            case REQUIRED -> Optional.empty();
            case OPTIONAL -> optionalOnBothSides(field, other);
          };
    };
  }

  private Optional<Relation> manyToMany(RelationField field, RelationField other) {
    var isSecond =
        field.isSelfRelation()
            ? CodePoints.compare(field.name(), other.name()) > 0
            : CodePoints.compare(field.model(), other.model()) > 0;
    if (isSecond) {
      return Optional.empty();
    }
    return field.fields().isPresent() || other.fields().isPresent()
        ? Optional.of(new Relation.Embedded(field, other))
        : Optional.of(new Relation.ManyToMany(field, other));
  }

  private Optional<Relation> optionalOnBothSides(RelationField field, RelationField other) {
    if (field.fields().isPresent()) {
      return inline(Relation.Kind.ONE_TO_ONE, field, other);
    }
    return other.fields().isPresent() ? Optional.empty() : firstOf(field, other);
  }

  private static Optional<Relation> firstOf(RelationField field, RelationField other) {
    var byModel = CodePoints.compare(field.model(), other.model());
    var order = byModel != 0 ? byModel : CodePoints.compare(field.name(), other.name());
    return order > 0 ? Optional.empty() : inline(Relation.Kind.ONE_TO_ONE, field, other);
  }

  private static Optional<Relation> inline(
      Relation.Kind kind, RelationField forward, RelationField back) {
    return Optional.of(
        new Relation.Inline(
            kind, forward.model(), forward.target(), Optional.of(forward), Optional.of(back)));
  }

  private Relation oneSided(RelationField field) {
    if (field.arity() == Arity.LIST) {
      return new Relation.Inline(
          Relation.Kind.ONE_TO_MANY,
          field.target(),
          field.model(),
          Optional.empty(),
          Optional.of(field));
    }
    var kind = isUnique(field) ? Relation.Kind.ONE_TO_ONE : Relation.Kind.ONE_TO_MANY;
    return new Relation.Inline(
        kind, field.model(), field.target(), Optional.of(field), Optional.empty());
  }

  private boolean isUnique(RelationField field) {
    return field.fields().isPresent()
        && models.get(field.model()).indexes().stream()
            .filter(ModelIndex::isUnique)
            .anyMatch(it -> it.fieldNames().equals(field.fields().get()));
  }
}
