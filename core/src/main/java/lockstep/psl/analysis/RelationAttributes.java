package lockstep.psl.analysis;

import java.util.List;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.TypedModel.TypedField;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.Expression;
import lockstep.text.Closest;

/// Pass 3 for relation fields.
final class RelationAttributes {
  private static final List<String> KNOWN = List.of("relation", "ignore");

  private final TypedModel model;
  private final TypedField field;
  private final TypedModel target;
  private final Findings.In findings;

  private RelationAttributes(
      TypedModel model, TypedField field, TypedModel target, Findings.In findings) {
    this.model = model;
    this.field = field;
    this.target = target;
    this.findings = findings;
  }

  static RelationField read(
      TypedModel model, TypedField field, TypedModel target, Findings findings) {
    return new RelationAttributes(model, field, target, findings.in(model.file())).read();
  }

  private RelationField read() {
    var attributes = new AttributeSet(findings, field.declaration().attributes());
    var relation =
        attributes.single("relation", it -> Optional.of(relation(it))).orElse(Attributed.NONE);
    attributes.refuse("id", it -> cannotStandHere(it, "be an id"));
    var isIgnored = attributes.flag("ignore");
    attributes.refuse("default", it -> cannotStandHere(it, "have a default"));
    attributes.refuse("map", this::hasNoColumn);
    attributes.refuse("unique", it -> cannotBeUnique(it, relation));
    attributes.rejectUnread(KNOWN);
    return new RelationField(
        field.declaration(),
        model.name(),
        target.name(),
        relation.attribute,
        relation.name,
        relation.fields,
        relation.references,
        relation.onDelete,
        relation.onUpdate,
        relation.mappedName,
        isIgnored);
  }

  /// What an `@relation` says.
  private record Attributed(
      Optional<Attribute> attribute,
      Optional<String> name,
      Optional<List<String>> fields,
      Optional<List<String>> references,
      Optional<RelationField.Action> onDelete,
      Optional<RelationField.Action> onUpdate,
      Optional<String> mappedName) {
    static final Attributed NONE =
        new Attributed(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  private Attributed relation(AttributeArguments arguments) {
    var fields = arguments.named("fields").map(it -> fields(it, arguments));
    var references = arguments.named("references").map(it -> references(it, arguments));
    var name = relationName(arguments);
    var onDelete = arguments.named("onDelete").flatMap(it -> action(it, arguments));
    var onUpdate = arguments.named("onUpdate").flatMap(it -> action(it, arguments));
    var mappedName = arguments.name("map");
    return new Attributed(
        Optional.of(arguments.attribute()),
        name,
        fields,
        references,
        onDelete,
        onUpdate,
        mappedName);
  }

  private Optional<String> relationName(AttributeArguments arguments) {
    var name = arguments.optionalMain("name").flatMap(arguments.coercion()::string);
    if (name.filter(String::isEmpty).isPresent()) {
      arguments.report(PslCode.EMPTY_NAME, "The name of this relation is empty.");
      return Optional.empty();
    }
    return name;
  }

  private List<String> fields(Expression value, AttributeArguments arguments) {
    var resolved = resolve(value, model, arguments);
    if (resolved.isEmpty()) {
      return List.of();
    }
    var found = resolved.get();
    if (!found.unknown().isEmpty()) {
      findings.report(
          PslCode.UNKNOWN_RELATION_FIELD,
          value.span(),
          "Model `%s` has no %s.".formatted(model.name(), FieldReferences.list(found.unknown())),
          advice(found.unknown(), model));
    }
    if (!found.relations().isEmpty()) {
      findings.report(
          PslCode.RELATION_OVER_RELATION,
          value.span(),
          "`fields` names the %s without a column."
              .formatted(FieldReferences.list(found.relations())),
          "Name the scalar fields that hold the reference.");
    }
    return found.areScalars() ? found.scalars() : List.of();
  }

  private List<String> references(Expression value, AttributeArguments arguments) {
    var resolved = resolve(value, target, arguments);
    if (resolved.isEmpty()) {
      return List.of();
    }
    var found = resolved.get();
    if (!found.unknown().isEmpty()) {
      arguments.report(
          PslCode.UNKNOWN_RELATION_FIELD,
          "Model `%s` has no %s.".formatted(target.name(), FieldReferences.list(found.unknown())),
          advice(found.unknown(), target));
    }
    if (!found.relations().isEmpty()) {
      arguments.report(
          PslCode.RELATION_OVER_RELATION,
          "`references` names the %s of model `%s` without a column."
              .formatted(FieldReferences.list(found.relations()), target.name()),
          "Name the scalar fields that are referred to.");
    }
    return found.areScalars() ? found.scalars() : List.of();
  }

  private Optional<FieldReferences> resolve(
      Expression value, TypedModel in, AttributeArguments arguments) {
    return arguments
        .coercion()
        .list(value, arguments.coercion()::constant)
        .flatMap(it -> FieldReferences.resolve(it, in, arguments.span(), findings));
  }

  private static String advice(List<String> unknown, TypedModel model) {
    return Closest.to(unknown.getFirst(), model.byName().keySet())
        .map("Did you mean `%s`?"::formatted)
        .orElse("Declare it, or name another field.");
  }

  private Optional<RelationField.Action> action(Expression value, AttributeArguments arguments) {
    return arguments
        .coercion()
        .constant(value)
        .flatMap(
            word -> {
              var action = ReferentialActions.of(word);
              if (action.isEmpty()) {
                unknownAction(value, word);
              }
              return action.map(it -> new RelationField.Action(it, value.span()));
            });
  }

  private void unknownAction(Expression value, String word) {
    var words = ReferentialActions.words();
    findings.report(
        PslCode.UNKNOWN_REFERENTIAL_ACTION,
        value.span(),
        "`%s` is no referential action.".formatted(word),
        Closest.to(word, words)
            .map("Did you mean `%s`?"::formatted)
            .orElse("Use one of %s.".formatted(String.join(", ", words))));
  }

  private void cannotStandHere(AttributeArguments arguments, String what) {
    arguments.report(
        PslCode.SCALAR_ATTRIBUTE_ON_RELATION,
        "The field `%s` is a relation and cannot %s.".formatted(field.declaration().name(), what),
        "Put `%s` at a scalar field.".formatted(arguments.word()));
  }

  private void hasNoColumn(AttributeArguments arguments) {
    cannotStandHere(arguments, "be mapped to a column");
    arguments.main("name");
  }

  private void cannotBeUnique(AttributeArguments arguments, Attributed relation) {
    var columns = relation.fields.orElse(List.of());
    var advice =
        switch (columns.size()) {
          case 0 -> "Put `@unique` at the scalar field that holds the reference.";
          case 1 -> "Put `@unique` at the field `%s`.".formatted(columns.getFirst());
          default -> "Write `@@unique([%s])`.".formatted(String.join(", ", columns));
        };
    arguments.report(
        PslCode.SCALAR_ATTRIBUTE_ON_RELATION,
        "The field `%s` is a relation and cannot be unique.".formatted(field.declaration().name()),
        advice);
  }
}
