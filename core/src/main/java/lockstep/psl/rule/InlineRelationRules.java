package lockstep.psl.rule;

import java.util.List;
import java.util.Optional;
import lockstep.mapping.Mapping.RelationMode;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.IndexField;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.Relation;
import lockstep.psl.analysis.RelationField;
import lockstep.psl.analysis.ScalarField;
import lockstep.psl.syntax.Attribute;
import lockstep.schema.Constraint.ReferentialAction;

/// What must hold of relations that one of the two tables holds.
final class InlineRelationRules {
  private final Relation.Inline relation;
  private final RuleContext context;

  InlineRelationRules(Relation.Inline relation, RuleContext context) {
    this.relation = relation;
    this.context = context;
  }

  void check() {
    if (relation.forward().isEmpty()) {
      return;
    }
    var forward = relation.forward().get();
    referencesAreUnique(forward);
    sidesAreOfEqualLength(forward);
    requiredRelationHasRequiredFields(forward);
    typesMatch(forward);
  }

  private void referencesAreUnique(RelationField forward) {
    var references = forward.references().orElse(List.of());
    if (references.isEmpty()) {
      return;
    }
    var target = context.model(relation.referenced());
    if (isUnique(references, target)) {
      referencesAreInOrder(forward, target, references);
      return;
    }
    context.report(
        PslCode.REFERENCES_NOT_UNIQUE,
        forward,
        "`references` names %s of `%s`, which identifies no row."
            .formatted(RuleContext.list(references), target.name()),
        references.size() == 1
            ? "Mark the field `%s` of `%s` as `@unique`."
                .formatted(references.getFirst(), target.name())
            : "Add `@@unique([%s])` to `%s`."
                .formatted(String.join(", ", references), target.name()));
  }

  /// Neither names a field twice.
  private static boolean isUnique(List<String> references, PslModel target) {
    for (var criterion : target.uniqueCriteria()) {
      if (criterion.size() == references.size() && names(criterion).containsAll(references)) {
        return true;
      }
    }
    return false;
  }

  private void referencesAreInOrder(
      RelationField forward, PslModel target, List<String> references) {
    if (!context.connector().isPostgres()
        && references.size() > 1
        && target.uniqueCriteria().stream().noneMatch(it -> names(it).equals(references))) {
      context.report(
          PslCode.REFERENCES_NOT_UNIQUE,
          forward,
          "`references` names the fields of a unique criterion of `%s` in another order."
              .formatted(target.name()),
          "Use the order of the criterion, or add a datasource.");
    }
  }

  private void sidesAreOfEqualLength(RelationField forward) {
    if (forward.fields().isPresent()
        && forward.references().isPresent()
        && forward.fields().get().size() != forward.references().get().size()) {
      context.report(
          PslCode.UNEQUAL_SIDES,
          forward,
          forward.attribute().map(Attribute::span).orElseThrow(),
          "`fields` and `references` name different numbers of fields.",
          "Each field of `fields` refers to the one at the same place of `references`.");
    }
  }

  private void requiredRelationHasRequiredFields(RelationField forward) {
    if (!forward.isRequired() || forward.fields().isEmpty()) {
      return;
    }
    var optional = fields(forward).stream().filter(ScalarField::isOptional).toList();
    if (!optional.isEmpty()) {
      context.report(
          PslCode.OPTIONAL_REFERENCE,
          forward,
          "The relation `%s` is required, but %s is optional."
              .formatted(
                  forward.name(),
                  RuleContext.list(optional.stream().map(ScalarField::name).toList())),
          "Write `%s?`, or make the fields required.".formatted(forward.target()));
    }
  }

  private void typesMatch(RelationField forward) {
    if (forward.fields().isEmpty()) {
      return;
    }
    var fields = fields(forward);
    var references = referenced(forward);
    for (var i = 0; i < Math.min(fields.size(), references.size()); i++) {
      var from = fields.get(i);
      var to = references.get(i);
      if (!from.type().equals(to.type())) {
        context.report(
            PslCode.REFERENCE_TYPE_MISMATCH,
            forward,
            "The field `%s.%s` is of type `%s`, but refers to `%s.%s` of type `%s`."
                .formatted(
                    forward.model(),
                    from.name(),
                    from.type().word(),
                    forward.target(),
                    to.name(),
                    to.type().word()),
            "Give both the same type.");
      }
    }
  }

  /// Returns what is referred to; where nothing says so, the first key of the other model.
  private List<ScalarField> referenced(RelationField forward) {
    var target = context.model(relation.referenced());
    return forward
        .references()
        .map(target::scalars)
        .orElseGet(
            () ->
                target.uniqueCriteria().stream()
                    .filter(it -> IdRules.isStrict(target, it))
                    .findFirst()
                    .map(it -> target.scalars(names(it)))
                    .orElse(List.of()));
  }

  void requiredFieldsAreNotCleared() {
    if (relation.forward().isEmpty()) {
      return;
    }
    var forward = relation.forward().get();
    var areAllOptional =
        forward.fields().isPresent() && fields(forward).stream().noneMatch(ScalarField::isRequired);
    if (!areAllOptional) {
      isNotCleared(forward, "onDelete", forward.onDelete());
      isNotCleared(forward, "onUpdate", forward.onUpdate());
    }
  }

  /// PostgreSQL accepts the definition and fails later, so it is worth a warning only.
  private void isNotCleared(
      RelationField forward, String argument, Optional<RelationField.Action> action) {
    if (action.filter(it -> it.action() == ReferentialAction.SET_NULL).isEmpty()) {
      return;
    }
    var isOnlyAWarning =
        context.connector().isPostgres()
            && context.configuration().relationMode() == RelationMode.FOREIGN_KEYS;
    context.report(
        isOnlyAWarning ? PslCode.REQUIRED_FIELD_SET_NULL : PslCode.REQUIRED_FIELD_CLEARED,
        forward,
        "`%s` sets fields to NULL that are required.".formatted(argument),
        "Choose another action, or make the fields optional.");
  }

  private List<ScalarField> fields(RelationField forward) {
    return context.model(forward.model()).scalars(forward.fields().orElse(List.of()));
  }

  private static List<String> names(List<IndexField> fields) {
    return fields.stream().map(IndexField::name).toList();
  }
}
