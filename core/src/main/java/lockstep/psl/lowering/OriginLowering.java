package lockstep.psl.lowering;

import java.util.LinkedHashMap;
import java.util.Map;
import lockstep.diagnostic.Place;
import lockstep.psl.analysis.Datasource;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.PslSchema;
import lockstep.psl.analysis.Relation;
import lockstep.psl.analysis.RelationField;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;

/// Where in the schema files each object of the database comes from.
final class OriginLowering {
  private final PslSchema schema;
  private final ForeignKeyLowering foreignKeys;
  private final JoinTables joinTables;
  private final Map<ObjectPath, Place> places = new LinkedHashMap<>();

  OriginLowering(PslSchema schema, ForeignKeyLowering foreignKeys, JoinTables joinTables) {
    this.schema = schema;
    this.foreignKeys = foreignKeys;
    this.joinTables = joinTables;
  }

  Map<ObjectPath, Place> lower() {
    schema.configuration().datasource().ifPresent(this::datasource);
    for (var enumeration : schema.enums().values()) {
      places.put(
          ObjectPath.of(Kind.ENUM, NamespaceNames.of(enumeration)),
          enumeration.file().place(enumeration.declaration().name().span()));
    }
    schema.models().values().forEach(this::model);
    for (var relation : schema.relations()) {
      switch (relation) {
        case Relation.Inline it -> it.forward().ifPresent(this::foreignKey);
        case Relation.ManyToMany it -> joinTable(it);
        case Relation.Embedded _ -> {}
      }
    }
    return places;
  }

  private void datasource(Datasource datasource) {
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

  private void model(PslModel model) {
    var name = NamespaceNames.of(model);
    var file = model.file();
    places.put(
        ObjectPath.of(model.isView() ? Kind.VIEW : Kind.TABLE, name),
        file.place(model.declaration().name().span()));
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
  }

  private void foreignKey(RelationField forward) {
    if (!foreignKeys.isKept(forward)) {
      return;
    }
    var model = schema.models().get(forward.model());
    var span = forward.attribute().map(it -> it.span()).orElse(forward.declaration().name().span());
    places.put(
        ObjectPath.of(Kind.CONSTRAINT, NamespaceNames.of(model), foreignKeys.name(forward)),
        model.file().place(span));
  }

  private void joinTable(Relation.ManyToMany relation) {
    if (joinTables.exists(relation)) {
      var model = schema.models().get(relation.modelA());
      places.put(
          ObjectPath.table(joinTables.name(relation)),
          model.file().place(relation.fieldA().declaration().name().span()));
    }
  }
}
