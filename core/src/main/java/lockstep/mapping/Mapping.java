package lockstep.mapping;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;

/// The ORM's view of a whole schema.
///
/// @param models in the order of their source
/// @param enums in the order of their source
/// @param relationMode who keeps references whole
public record Mapping(List<Model> models, List<EnumView> enums, RelationMode relationMode) {
  public Mapping {
    models = List.copyOf(models);
    enums = List.copyOf(enums);
  }

  /// Who keeps references whole (Prisma 7, `relationMode`).
  public enum RelationMode {
    /// The database, by foreign keys.
    FOREIGN_KEYS,
    /// The client; the database has no foreign keys.
    CLIENT
  }

  public static Mapping empty() {
    return new Mapping(List.of(), List.of(), RelationMode.FOREIGN_KEYS);
  }

  /// Returns the view that an ORM would have of a schema that nobody wrote models for: a model for
  /// each table and view, a field for each column, both ends of a relation for each foreign key.
  public static Mapping derive(Schema schema, Naming naming) {
    return MappingDerivation.derive(schema, naming);
  }

  /// Returns this view of a schema carried over to what the schema has become: what is still there
  /// keeps its names, its documentation and what clients fill in; what is new is seen as by
  /// [#derive].
  public Mapping carriedOver(Schema from, Schema to, Naming naming) {
    return CarriedMapping.carry(this, from, to, naming);
  }

  /// Returns the same view without the models of some relations and whatever reaches them.
  public Mapping without(Predicate<QualifiedName> relations) {
    var gone =
        models.stream().filter(it -> relations.test(it.relation())).map(Model::name).toList();
    return new Mapping(
        models.stream()
            .filter(it -> !relations.test(it.relation()))
            .map(it -> it.withoutRelationsTo(gone))
            .toList(),
        enums,
        relationMode);
  }

  public Optional<Model> model(String name) {
    return models.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  public Optional<EnumView> enumOf(QualifiedName type) {
    return enums.stream().filter(it -> it.type().equals(type)).findFirst();
  }
}
