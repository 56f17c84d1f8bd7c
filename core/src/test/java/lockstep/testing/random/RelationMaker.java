package lockstep.testing.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lockstep.testing.random.ModelDraft.Arity;
import lockstep.testing.random.ModelDraft.Field;

/// Joins models by relations of every shape.
final class RelationMaker {
  private final Dice dice;
  private final List<ModelDraft> models;
  private final Keeper keeper;
  private final NamePool inSchema;

  /// Pairs of models that are joined by a relation without a name, which can be but one.
  private final Set<Set<String>> unnamed = new HashSet<>();

  /// Who keeps references.
  enum Keeper {
    DATABASE,
    CLIENT
  }

  RelationMaker(Dice dice, List<ModelDraft> models, Keeper keeper, NamePool inSchema) {
    this.dice = dice;
    this.models = models;
    this.keeper = keeper;
    this.inSchema = inSchema;
  }

  void join() {
    for (var i = dice.between(0, models.size() + 1); i > 0; i--) {
      var owner = dice.of(models);
      var target = dice.of(models);
      if (dice.oneIn(4)) {
        lists(owner, target);
      } else {
        reference(owner, target);
      }
    }
  }

  private void lists(ModelDraft one, ModelDraft other) {
    if (!one.hasPlainId() || !other.hasPlainId()) {
      return;
    }
    var name = name(one, other);
    var attribute = name.isEmpty() ? "" : " @relation(" + name + ")";
    one.line(one.names().take("all") + " " + other.name() + "[]" + attribute);
    other.line(other.names().take("all") + " " + one.name() + "[]" + attribute);
  }

  private void reference(ModelDraft owner, ModelDraft target) {
    if (target.keys().isEmpty()) {
      return;
    }
    var key = dice.of(target.keys());
    var arity = dice.oneIn(2) ? Arity.REQUIRED : Arity.OPTIONAL;
    var isOne = dice.oneIn(3);
    var field = owner.names().take(dice.of("owner", "parent", "ref"));
    var columns = new ArrayList<String>();
    for (var part : key) {
      var unique = isOne && key.size() == 1 ? List.of("@unique") : List.<String>of();
      var name = owner.names().take(field + "_" + part.name());
      owner.field(name, withoutValues(part.type()), arity, unique);
      columns.add(name);
    }
    var fields = String.join(", ", columns);
    var arguments = new ArrayList<String>();
    var name = name(owner, target);
    if (!name.isEmpty()) {
      arguments.add(name);
    }
    arguments.add("fields: [" + fields + "]");
    arguments.add(
        "references: [" + String.join(", ", key.stream().map(Field::name).toList()) + "]");
    actions(owner, target, arity, arguments);
    owner.line(
        field
            + " "
            + target.name()
            + arity.mark()
            + " @relation("
            + String.join(", ", arguments)
            + ")");
    if (isOne && key.size() > 1) {
      owner.attribute("@@unique([" + fields + "])");
    } else if (!isOne && dice.oneIn(2)) {
      owner.attribute("@@index([" + fields + "])");
    }
    var attribute = name.isEmpty() ? "" : " @relation(" + name + ")";
    target.line(
        target.names().take(isOne ? "one" : "many")
            + " "
            + owner.name()
            + (isOne ? "?" : "[]")
            + attribute);
  }

  private static Scalar withoutValues(Scalar type) {
    return new Scalar(type.type(), type.nativeType(), List.of(), List.of(), true);
  }

  private String name(ModelDraft one, ModelDraft other) {
    var isFirst = one != other && unnamed.add(Set.of(one.name(), other.name()));
    return isFirst && !dice.oneIn(4) ? "" : "\"" + inSchema.take("Way") + "\"";
  }

  /// What clients carry out may not run in a circle.
  private void actions(ModelDraft owner, ModelDraft target, Arity arity, List<String> arguments) {
    var isCircle = models.indexOf(owner) >= models.indexOf(target);
    if (keeper == Keeper.CLIENT && isCircle) {
      arguments.add("onDelete: NoAction");
      arguments.add("onUpdate: " + dice.of("NoAction", "Restrict"));
      return;
    }
    var actions = new ArrayList<>(List.of("Cascade", "Restrict", "NoAction"));
    if (arity == Arity.OPTIONAL) {
      actions.add("SetNull");
    }
    if (keeper == Keeper.DATABASE) {
      actions.add("SetDefault");
    }
    if (dice.oneIn(2)) {
      arguments.add("onDelete: " + dice.of(actions));
    }
    if (dice.oneIn(3)) {
      arguments.add("onUpdate: " + dice.of(actions));
    }
    if (keeper == Keeper.DATABASE && dice.oneIn(5)) {
      arguments.add("map: \"" + inSchema.take("reference") + "\"");
    }
  }
}
