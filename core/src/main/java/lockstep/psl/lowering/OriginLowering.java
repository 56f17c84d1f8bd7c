package lockstep.psl.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.diagnostic.Place;
import lockstep.psl.analysis.Datasource;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.PslSchema;
import lockstep.psl.analysis.Relation;
import lockstep.psl.analysis.RelationField;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.text.Later;

/// Where in the schema files each object of the database comes from.
final class OriginLowering {
  private final PslSchema schema;
  private final ForeignKeyLowering foreignKeys;
  private final JoinTables joinTables;
  private final Later<Map<ObjectPath, Place>> objects = Later.of(this::objects);
  private final Later<Map<QualifiedName, PslModel>> models = Later.of(this::models);
  private final Later<Map<PslModel, List<RelationField>>> references = Later.of(this::references);

  OriginLowering(PslSchema schema, ForeignKeyLowering foreignKeys, JoinTables joinTables) {
    this.schema = schema;
    this.foreignKeys = foreignKeys;
    this.joinTables = joinTables;
  }

  /// Returns an object's own place. Only what is asked for is looked for: a large schema has many
  /// parts, and little of it is ever pointed at.
  Optional<Place> place(ObjectPath path) {
    var names = path.names();
    return names.size() < 3
        ? Optional.ofNullable(objects.get().get(path))
        : Optional.ofNullable(models.get().get(new QualifiedName(names.get(0), names.get(1))))
            .flatMap(it -> Optional.ofNullable(parts(it).get(path)));
  }

  private Map<ObjectPath, Place> objects() {
    var places = new HashMap<ObjectPath, Place>();
    schema.configuration().datasource().ifPresent(it -> datasource(it, places));
    for (var enumeration : schema.enums().values()) {
      places.put(
          ObjectPath.of(Kind.ENUM, NamespaceNames.of(enumeration)),
          enumeration.file().place(enumeration.declaration().name().span()));
    }
    models
        .get()
        .forEach(
            (name, it) ->
                places.put(
                    ObjectPath.of(it.isView() ? Kind.VIEW : Kind.TABLE, name),
                    it.file().place(it.declaration().name().span())));
    for (var relation : schema.relations()) {
      if (relation instanceof Relation.ManyToMany it && joinTables.exists(it)) {
        var model = schema.models().get(it.modelA());
        places.put(
            ObjectPath.table(joinTables.name(it)),
            model.file().place(it.fieldA().declaration().name().span()));
      }
    }
    return places;
  }

  private Map<QualifiedName, PslModel> models() {
    var models = new HashMap<QualifiedName, PslModel>();
    schema.models().values().forEach(it -> models.put(NamespaceNames.of(it), it));
    return models;
  }

  private static void datasource(Datasource datasource, Map<ObjectPath, Place> places) {
    for (var extension : datasource.extensions()) {
      places.put(
          ObjectPath.extension(Identifier.of(extension.databaseName())),
          datasource.file().place(extension.span()));
    }
    for (var namespace : datasource.schemas()) {
      places.put(
          ObjectPath.namespace(NamespaceNames.of(namespace)),
          datasource.file().place(namespace.span()));
    }
  }

  private Map<ObjectPath, Place> parts(PslModel model) {
    var places = new HashMap<ObjectPath, Place>();
    var name = NamespaceNames.of(model);
    var file = model.file();
    for (var field : model.scalars().values()) {
      places.put(
          ObjectPath.of(
              model.isView() ? Kind.VIEW_COLUMN : Kind.COLUMN,
              name,
              Identifier.of(field.databaseName())),
          file.place(field.declaration().name().span()));
    }
    model
        .primaryKey()
        .ifPresent(
            it ->
                places.put(
                    ObjectPath.of(Kind.CONSTRAINT, name, TableLowering.primaryKeyName(model, it)),
                    file.place(it.attribute().span())));
    for (var index : model.indexes()) {
      places.put(
          ObjectPath.of(Kind.INDEX, name, IndexLowering.name(model, index)),
          file.place(index.attribute().span()));
    }
    for (var it : references.get().getOrDefault(model, List.of())) {
      var span = it.attribute().map(one -> one.span()).orElse(it.declaration().name().span());
      places.put(ObjectPath.of(Kind.CONSTRAINT, name, foreignKeys.name(it)), file.place(span));
    }
    return places;
  }

  /// Returns the fields whose foreign keys are there, by the model that has them.
  private Map<PslModel, List<RelationField>> references() {
    var references = new IdentityHashMap<PslModel, List<RelationField>>();
    for (var relation : schema.relations()) {
      if (relation instanceof Relation.Inline it) {
        it.forward()
            .filter(foreignKeys::isKept)
            .ifPresent(
                field ->
                    references
                        .computeIfAbsent(schema.models().get(field.model()), _ -> new ArrayList<>())
                        .add(field));
      }
    }
    return references;
  }
}
