package lockstep.psl.formatting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.psl.analysis.IndexField;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.Relation;
import lockstep.psl.analysis.RelationField;
import lockstep.psl.analysis.ScalarField;
import lockstep.psl.analysis.ValueType;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.FieldType.Arity;

/// What one relation lacks: a field at either end, the scalar fields that hold the reference, the
/// attribute that names them, or its arguments.
final class RelationParts {
  private final Relation.Inline relation;
  private final PslModel referencing;
  private final PslModel referenced;
  private final Insertions insertions;

  RelationParts(Relation.Inline relation, Map<String, PslModel> models, Insertions insertions) {
    this.relation = relation;
    this.referencing = models.get(relation.referencing());
    this.referenced = models.get(relation.referenced());
    this.insertions = insertions;
  }

  /// A scalar field of the referencing model, there already or to be added.
  ///
  /// @param origin the field of the referenced model whose value it holds
  private record Reference(String name, Arity arity, ValueType type, ScalarField origin) {}

  void addFields() {
    if (relation.back().isEmpty()) {
      addBackField();
    }
    if (relation.forward().isEmpty()) {
      addForwardField();
    }
    if (relation.forward().flatMap(RelationField::fields).isEmpty()) {
      addScalars();
    }
  }

  void addAttribute() {
    relation
        .forward()
        .filter(it -> it.attribute().isEmpty())
        .ifPresent(
            it ->
                insertions.add(
                    referencing.file(),
                    afterType(it),
                    " @relation(" + fields() + ", " + references() + ")"));
  }

  void addArguments() {
    relation.forward().ifPresent(it -> it.attribute().ifPresent(at -> addArguments(it, at)));
  }

  private void addArguments(RelationField forward, Attribute attribute) {
    var missing =
        Stream.of(
                forward.fields().isEmpty() ? fields() : "",
                forward.references().isEmpty() ? references() : "")
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(", "));
    var end = attribute.span().end();
    if (attribute.arguments().isEmpty()) {
      insertions.add(referencing.file(), end, "(" + missing + ")");
    } else if (!missing.isEmpty()) {
      insertions.add(referencing.file(), end - 1, ", " + missing);
    }
  }

  private void addBackField() {
    var model = referencing.name();
    var field =
        switch (relation.kind()) {
          case ONE_TO_ONE -> FieldNames.ofOne(model) + " " + model + "?";
          case ONE_TO_MANY -> FieldNames.ofMany(model) + " " + model + "[]";
        };
    addLine(referenced, field + (referencing.isIgnored() ? " @ignore" : ""));
  }

  private void addForwardField() {
    var model = referenced.name();
    var isOptional = scalars().stream().anyMatch(it -> it.arity() == Arity.OPTIONAL);
    addLine(
        referencing,
        FieldNames.ofOne(model)
            + (" " + model + (isOptional ? "?" : ""))
            + (" @relation(" + fields() + ", " + references() + ")"));
  }

  /// An enum or a type without a word of its own ends the list: Prisma adds none from there on.
  private void addScalars() {
    for (var scalar : scalars()) {
      if (!referencing.scalars().containsKey(scalar.name())) {
        if (!(scalar.type() instanceof ValueType.BuiltIn(var type))) {
          return;
        }
        var nativeType =
            scalar.origin().nativeType().map(it -> referenced.file().text(it.span())).orElse("");
        addLine(
            referencing,
            scalar.name() + " " + type.word() + scalar.arity().mark() + " " + nativeType);
      }
    }
  }

  /// The scalar fields that the first unique criterion of the referenced model asks for.
  private List<Reference> scalars() {
    return referenced.uniqueCriteria().stream().findFirst().orElse(List.of()).stream()
        .map(it -> scalar(referenced.scalars().get(it.name())))
        .toList();
  }

  private Reference scalar(ScalarField origin) {
    var name = FieldNames.reference(referenced.name(), origin.name());
    var present = referencing.scalars().get(name);
    if (present != null) {
      return new Reference(name, present.arity(), present.type(), origin);
    }
    var arity = relation.forward().map(RelationField::arity).orElse(Arity.OPTIONAL);
    return new Reference(name, arity, origin.type(), origin);
  }

  private String fields() {
    return scalars().stream()
        .map(Reference::name)
        .collect(Collectors.joining(", ", "fields: [", "]"));
  }

  private String references() {
    return relation
        .forward()
        .flatMap(RelationField::references)
        .orElseGet(this::requiredCriterion)
        .stream()
        .collect(Collectors.joining(", ", "references: [", "]"));
  }

  private List<String> requiredCriterion() {
    return referenced.uniqueCriteria().stream()
        .filter(it -> referenced.scalars(names(it)).stream().allMatch(RelationParts::isRequired))
        .findFirst()
        .map(RelationParts::names)
        .orElse(List.of());
  }

  private static boolean isRequired(ScalarField field) {
    return !field.isOptional() && !field.isUnsupported();
  }

  private static List<String> names(List<IndexField> fields) {
    return fields.stream().map(IndexField::name).toList();
  }

  private void addLine(PslModel model, String line) {
    var brace = model.declaration().span().end() - 1;
    insertions.add(model.file(), brace, line + "\n");
  }

  /// Marks that are not attached to their type are not skipped, so that the line becomes invalid;
  /// as with Prisma.
  private int afterType(RelationField field) {
    var content = referencing.file().source().content();
    var offset = field.declaration().type().base().span().end();
    while (offset < content.length() && "[]?!".indexOf(content.charAt(offset)) >= 0) {
      offset++;
    }
    return offset;
  }
}
