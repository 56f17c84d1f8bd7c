package lockstep.psl.analysis;

import java.util.List;
import java.util.Optional;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.Field;
import lockstep.psl.syntax.FieldType.Arity;
import lockstep.schema.Constraint.ReferentialAction;
import lockstep.text.Span;

/// A field that reaches rows of a model: one end of a relation.
///
/// @param model the model that it stands in
/// @param target the model that it reaches
/// @param fields scalar fields of `model`, where the attribute names any
/// @param references scalar fields of `target`, where the attribute names any
/// @param relationName what the attribute says
/// @param mappedName the name of the foreign key, as the attribute says
public record RelationField(
    Field declaration,
    String model,
    String target,
    Optional<Attribute> attribute,
    Optional<String> relationName,
    Optional<List<String>> fields,
    Optional<List<String>> references,
    Optional<Action> onDelete,
    Optional<Action> onUpdate,
    Optional<String> mappedName,
    boolean isIgnored) {
  public RelationField {
    fields = fields.map(List::copyOf);
    references = references.map(List::copyOf);
  }

  /// A referential action and where it is written.
  public record Action(ReferentialAction action, Span span) {}

  public String name() {
    return declaration.name().text();
  }

  public Arity arity() {
    return declaration.type().arity();
  }

  public boolean isRequired() {
    return arity() == Arity.REQUIRED;
  }

  public boolean isOptional() {
    return arity() == Arity.OPTIONAL;
  }

  public boolean isList() {
    return arity() == Arity.LIST;
  }

  public boolean isSelfRelation() {
    return model.equals(target);
  }

  /// Returns whether this is that very field; two fields of one model never share a name.
  public boolean isSame(RelationField other) {
    return model.equals(other.model) && name().equals(other.name());
  }

  /// Returns the relation's name, or the one it gets where nobody named it: `AToB`, the models in
  /// alphabetical order.
  public String effectiveName() {
    return relationName.orElseGet(() -> generatedName(model, target));
  }

  static String generatedName(String one, String other) {
    return CodePoints.compare(one, other) < 0 ? one + "To" + other : other + "To" + one;
  }
}
