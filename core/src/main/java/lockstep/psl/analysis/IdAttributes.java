package lockstep.psl.analysis;

import java.util.List;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.Expression;
import lockstep.psl.syntax.Field;
import lockstep.psl.syntax.FieldType.Arity;
import lockstep.text.Closest;

/// Pass 3 for `@id` and `@@id`.
final class IdAttributes {
  private final TypedModel model;
  private final IndexAttributes indexes;
  private final Findings.In findings;
  private Optional<PrimaryKey> found = Optional.empty();
  private Optional<Field> foundAt = Optional.empty();

  IdAttributes(TypedModel model, IndexAttributes indexes, Findings findings) {
    this.model = model;
    this.indexes = indexes;
    this.findings = findings.in(model.file());
  }

  Optional<PrimaryKey> found() {
    return found;
  }

  /// Reads `@id`.
  void field(Field field, AttributeArguments arguments) {
    if (found.isPresent()) {
      reportSecond("Several fields of model `%s` are marked `@id`.");
      return;
    }
    var mappedName = arguments.name("map");
    var length = IndexAttributes.length(arguments);
    var order = IndexAttributes.order(arguments);
    var clustered = IndexAttributes.clustered(arguments);
    foundAt = Optional.of(field);
    found =
        Optional.of(
            new PrimaryKey(
                arguments.attribute(),
                true,
                List.of(new IndexField(field.name().text(), order, length, Optional.empty())),
                Optional.empty(),
                mappedName,
                clustered));
  }

  /// Reads `@@id`.
  void model(boolean isIgnored, AttributeArguments arguments) {
    var fields = arguments.main("fields");
    if (fields.isEmpty()) {
      return;
    }
    var resolved = indexes.fields(fields.get(), arguments.span());
    if (resolved.isEmpty() || !areScalars(resolved.get().references(), fields.get(), arguments)) {
      return;
    }
    if (!isIgnored) {
      areRequired(resolved.get().fields(), arguments);
    }
    if (found.isPresent()) {
      reportSecond("Model `%s` has both `@id` and `@@id`.");
    }
    var mappedName = arguments.name("map");
    var name = arguments.name("name");
    name.ifPresent(it -> IndexAttributes.isAClientName(it, arguments));
    var clustered = IndexAttributes.clustered(arguments);
    foundAt = Optional.empty();
    found =
        Optional.of(
            new PrimaryKey(
                arguments.attribute(),
                false,
                resolved.get().fields(),
                name,
                mappedName,
                clustered));
  }

  /// Reports an optional field that is marked `@id`; clients do not care in ignored models.
  void isOnARequiredField(boolean isIgnored) {
    if (!isIgnored && foundAt.filter(it -> it.type().arity() != Arity.REQUIRED).isPresent()) {
      findings.report(
          PslCode.OPTIONAL_ID,
          found.get().attribute().span(),
          "The id `%s` is %s.".formatted(foundAt.get().name(), arity(foundAt.get())),
          "Make it required: an id is never NULL and never a list.");
    }
  }

  private void areRequired(List<IndexField> fields, AttributeArguments arguments) {
    var others =
        fields.stream()
            .map(IndexField::name)
            .filter(it -> model.byName().get(it).declaration().type().arity() != Arity.REQUIRED)
            .toList();
    if (!others.isEmpty()) {
      arguments.report(
          PslCode.OPTIONAL_ID,
          "The id of `%s` holds the optional %s."
              .formatted(model.name(), FieldReferences.list(others)),
          "Make them required: no part of an id is ever NULL.");
    }
  }

  private boolean areScalars(
      FieldReferences references, Expression fields, AttributeArguments arguments) {
    if (!references.unknown().isEmpty()) {
      findings.report(
          PslCode.UNKNOWN_INDEX_FIELD,
          fields.span(),
          "Model `%s` has no %s."
              .formatted(model.name(), FieldReferences.list(references.unknown())),
          Closest.to(references.unknown().getFirst(), model.byName().keySet())
              .map("Did you mean `%s`?"::formatted)
              .orElse("Declare it, or name another field."));
    }
    if (!references.relations().isEmpty()) {
      arguments.report(
          PslCode.INDEX_OVER_RELATION,
          "`@@id` of `%s` names the %s without a column."
              .formatted(model.name(), FieldReferences.list(references.relations())),
          "Name scalar fields.");
    }
    return references.areScalars();
  }

  private void reportSecond(String fact) {
    findings.report(
        PslCode.SECOND_ID,
        model.declaration().span(),
        fact.formatted(model.name()),
        "Keep one of them; an id over several fields is written `@@id([…])`.");
  }

  private static String arity(Field field) {
    return field.type().arity() == Arity.LIST ? "a list" : "optional";
  }
}
