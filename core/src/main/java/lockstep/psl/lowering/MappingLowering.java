package lockstep.psl.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.mapping.ClientDefault;
import lockstep.mapping.EnumView;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.mapping.Model.Visibility;
import lockstep.psl.analysis.DefaultValue;
import lockstep.psl.analysis.PslEnum;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.PslSchema;
import lockstep.psl.analysis.Relation;
import lockstep.psl.analysis.RelationField;
import lockstep.psl.analysis.ScalarField;
import lockstep.schema.Identifier;

/// What a client sees: models, their fields, and the ends of relations.
final class MappingLowering {
  private final PslSchema schema;
  private final ForeignKeyLowering foreignKeys;
  private final JoinTables joinTables;
  private final Map<String, Relation> byField = new HashMap<>();

  MappingLowering(PslSchema schema, ForeignKeyLowering foreignKeys, JoinTables joinTables) {
    this.schema = schema;
    this.foreignKeys = foreignKeys;
    this.joinTables = joinTables;
    for (var relation : schema.relations()) {
      ends(relation).forEach(it -> byField.put(key(it), relation));
    }
  }

  Mapping lower() {
    return new Mapping(
        schema.models().values().stream().map(this::model).toList(),
        schema.enums().values().stream().map(MappingLowering::enumeration).toList(),
        schema.configuration().relationMode());
  }

  private static List<RelationField> ends(Relation relation) {
    return switch (relation) {
      case Relation.Inline it -> {
        var ends = new ArrayList<RelationField>();
        it.forward().ifPresent(ends::add);
        it.back().ifPresent(ends::add);
        yield ends;
      }
      case Relation.ManyToMany(var fieldA, var fieldB) -> List.of(fieldA, fieldB);
      case Relation.Embedded(var fieldA, var fieldB) -> List.of(fieldA, fieldB);
    };
  }

  private static String key(RelationField field) {
    return field.model() + "." + field.name();
  }

  private Model model(PslModel model) {
    var fields = new ArrayList<Field>();
    for (var declaration : model.declaration().fields()) {
      var name = declaration.name().text();
      var scalar = model.scalars().get(name);
      if (scalar != null) {
        fields.add(scalar(scalar));
      } else {
        fields.add(relation(model.relations().get(name)));
      }
    }
    return new Model(
        model.name(),
        NamespaceNames.of(model),
        model.isView() ? Model.Kind.VIEW : Model.Kind.TABLE,
        visibility(model.isIgnored()),
        fields,
        keys(model),
        model.declaration().documentation());
  }

  private static List<Model.Key> keys(PslModel model) {
    var keys = new ArrayList<Model.Key>();
    model.primaryKey().ifPresent(it -> keys.add(key(Model.KeyKind.ID, it.name(), it.fieldNames())));
    for (var index : model.indexes()) {
      if (index.isUnique() && index.where().isEmpty()) {
        keys.add(key(Model.KeyKind.UNIQUE, index.name(), index.fieldNames()));
      }
    }
    return keys;
  }

  private static Model.Key key(Model.KeyKind kind, Optional<String> name, List<String> fields) {
    return new Model.Key(kind, name.orElse(String.join("_", fields)), fields);
  }

  private static Field.Scalar scalar(ScalarField field) {
    return new Field.Scalar(
        field.name(),
        Identifier.of(field.databaseName()),
        onCreate(field),
        field.isUpdatedAt() ? new ClientDefault.Now() : new ClientDefault.None(),
        visibility(field.isIgnored()),
        field.declaration().documentation());
  }

  private static ClientDefault onCreate(ScalarField field) {
    if (field.defaultValue().isEmpty()) {
      return field.isUpdatedAt() ? new ClientDefault.Now() : new ClientDefault.None();
    }
    return field.defaultValue().get().value() instanceof DefaultValue.ClientGenerated(var value)
        ? value
        : new ClientDefault.None();
  }

  private Field.Relation relation(RelationField field) {
    var relation = byField.get(key(field));
    var opposite =
        ends(relation).stream()
            .filter(it -> !it.isSame(field))
            .map(RelationField::name)
            .findFirst();
    return new Field.Relation(
        field.name(),
        field.relationName(),
        field.target(),
        cardinality(field),
        side(field, relation),
        opposite,
        visibility(field.isIgnored()),
        field.declaration().documentation());
  }

  private static Field.Cardinality cardinality(RelationField field) {
    return switch (field.arity()) {
      case REQUIRED -> Field.Cardinality.ONE;
      case OPTIONAL -> Field.Cardinality.ZERO_OR_ONE;
      case LIST -> Field.Cardinality.MANY;
    };
  }

  private Field.Side side(RelationField field, Relation relation) {
    return switch (relation) {
      case Relation.Inline it ->
          it.forward().filter(field::isSame).isPresent() ? owning(field) : new Field.Side.Inverse();
      case Relation.ManyToMany it ->
          it.fieldA().isSame(field)
              ? new Field.Side.Joined(joinTables.name(it), JoinTables.A, JoinTables.B)
              : new Field.Side.Joined(joinTables.name(it), JoinTables.B, JoinTables.A);
      case Relation.Embedded _ -> new Field.Side.Inverse();
    };
  }

  private Field.Side owning(RelationField field) {
    return new Field.Side.Owning(
        ColumnNames.of(schema.models().get(field.model()), field.fields().orElse(List.of())),
        ColumnNames.of(schema.models().get(field.target()), field.references().orElse(List.of())),
        foreignKeys.isKept(field) ? Optional.of(foreignKeys.name(field)) : Optional.empty(),
        foreignKeys.clientActions(field));
  }

  private static EnumView enumeration(PslEnum enumeration) {
    var members =
        enumeration.values().stream()
            .map(
                it ->
                    new EnumView.Member(
                        it.name(), it.databaseName(), it.declaration().documentation()))
            .toList();
    return new EnumView(
        enumeration.name(),
        NamespaceNames.of(enumeration),
        members,
        enumeration.declaration().documentation());
  }

  private static Visibility visibility(boolean isIgnored) {
    return isIgnored ? Visibility.IGNORED : Visibility.VISIBLE;
  }
}
