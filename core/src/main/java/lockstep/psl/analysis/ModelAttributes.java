package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.TypedModel.Meaning;
import lockstep.psl.syntax.Field;
import lockstep.psl.syntax.FieldType.Arity;

/// Pass 3 for one model or view and its scalar fields.
final class ModelAttributes {
  private static final List<String> ON_FIELDS =
      List.of("id", "unique", "default", "updatedAt", "map", "ignore", "relation");
  private static final List<String> ON_MODELS =
      List.of("id", "unique", "index", "map", "ignore", "schema");

  private final TypedModel model;
  private final Map<String, RelationField> relations;
  private final Map<String, PslEnum> enums;
  private final Findings.In findings;
  private final IndexAttributes indexAttributes;
  private final IdAttributes ids;
  private final ColumnNames columns;
  private final Map<String, ScalarField> scalars = new LinkedHashMap<>();
  private final List<ModelIndex> indexes = new ArrayList<>();
  private final ShardKeyAttributes shardKeys;

  private ModelAttributes(
      TypedModel model,
      Map<String, RelationField> relations,
      Map<String, PslEnum> enums,
      Findings findings) {
    this.model = model;
    this.relations = relations;
    this.enums = enums;
    this.findings = findings.in(model.file());
    this.indexAttributes = new IndexAttributes(model, relations, findings);
    this.ids = new IdAttributes(model, indexAttributes, findings);
    this.columns = new ColumnNames(model, findings);
    this.shardKeys = new ShardKeyAttributes(model, findings);
  }

  static PslModel read(
      TypedModel model,
      Map<String, RelationField> relations,
      Map<String, PslEnum> enums,
      Findings findings) {
    return new ModelAttributes(model, relations, enums, findings).read();
  }

  private PslModel read() {
    for (var field : model.fields()) {
      if (field.meaning() instanceof Meaning.Value(var type)) {
        scalars.put(
            field.declaration().name().text(), new FieldReader(field.declaration(), type).read());
      }
    }
    var attributes = new AttributeSet(findings, model.declaration().attributes());
    var isIgnored = attributes.single("ignore", this::ignore).isPresent();
    attributes.visit("id", it -> ids.model(isIgnored, it));
    var mappedName = MapAttributes.map(attributes);
    var schema = MapAttributes.schema(attributes);
    indexes.addAll(attributes.repeated("index", indexAttributes::index));
    indexes.addAll(attributes.repeated("unique", indexAttributes::uniqueTogether));
    indexes.addAll(attributes.repeated("fulltext", indexAttributes::fulltext));
    attributes.visit("shardKey", it -> shardKeys.model(isIgnored, it));
    ids.isOnARequiredField(isIgnored);
    shardKeys.isOnARequiredField(isIgnored);
    attributes.rejectUnread(ON_MODELS);
    return new PslModel(
        model.file(),
        model.declaration(),
        mappedName,
        schema,
        isIgnored,
        scalars,
        relations,
        ids.found(),
        indexes,
        shardKeys.found());
  }

  private Optional<Boolean> ignore(AttributeArguments arguments) {
    for (var field : scalars.values()) {
      if (field.isIgnored()) {
        findings.report(
            PslCode.SUPERFLUOUS_IGNORE,
            field.declaration().span(),
            "The field `%s` is marked `@ignore` in a model that is ignored as a whole."
                .formatted(field.name()),
            "Remove the mark at the field.");
      }
    }
    return Optional.of(true);
  }

  /// Reads one scalar field.
  private final class FieldReader {
    private final Field field;
    private final ValueType type;
    private final Arity arity;

    FieldReader(Field field, ValueType type) {
      this.field = field;
      this.type = type;
      this.arity = field.type().arity();
    }

    ScalarField read() {
      if (field.attributes().isEmpty()) {
        return ScalarField.plain(field, type);
      }
      var attributes = new AttributeSet(findings, field.attributes());
      var mappedName = MapAttributes.map(attributes);
      mappedName.ifPresent(it -> columns.take(field, it));
      var isIgnored = attributes.single("ignore", this::ignore).isPresent();
      attributes.visit("relation", this::isNoRelation);
      attributes.visit("id", it -> ids.field(field, it));
      var isUpdatedAt = attributes.single("updatedAt", this::updatedAt).isPresent();
      var defaultValue =
          attributes.single("default", it -> DefaultAttributes.read(type, arity, enums, it));
      var nativeType =
          type instanceof ValueType.BuiltIn
              ? attributes.nativeType()
              : Optional.<ScalarField.NativeTypeAttribute>empty();
      attributes.visit(
          "unique", it -> indexes.add(indexAttributes.unique(field.name().text(), it)));
      attributes.visit("shardKey", it -> shardKeys.field(field, it));
      attributes.rejectUnread(ON_FIELDS);
      return new ScalarField(
          field, type, mappedName, isIgnored, isUpdatedAt, defaultValue, nativeType);
    }

    private Optional<Boolean> ignore(AttributeArguments arguments) {
      if (type instanceof ValueType.Unsupported) {
        arguments.report(
            PslCode.SUPERFLUOUS_IGNORE,
            "A field of type `Unsupported` is ignored anyway.",
            "Remove `@ignore`.");
        return Optional.empty();
      }
      return Optional.of(true);
    }

    private void isNoRelation(AttributeArguments arguments) {
      arguments.report(
          PslCode.RELATION_ON_SCALAR,
          "`@relation` stands at the field `%s`, which is no relation.".formatted(field.name()),
          "Put it at the field whose type is the related model.");
    }

    private Optional<Boolean> updatedAt(AttributeArguments arguments) {
      if (!type.is(BuiltInType.DATE_TIME)) {
        arguments.report(
            PslCode.INVALID_UPDATED_AT,
            "`@updatedAt` stands at the field `%s` of type `%s`."
                .formatted(field.name(), type.word()),
            "Use the type `DateTime`.");
      }
      if (arity == Arity.LIST) {
        arguments.report(PslCode.INVALID_UPDATED_AT, "`@updatedAt` stands at a list.");
      }
      return Optional.of(true);
    }
  }
}
