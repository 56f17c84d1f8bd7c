package lockstep.testing.random;

import java.util.ArrayList;
import java.util.List;
import lockstep.testing.random.ModelDraft.Arity;
import lockstep.testing.random.ModelDraft.Field;

/// Makes ids and the fields beside them.
final class FieldMaker {
  private final Dice dice;
  private final List<Scalar> types;
  private final List<Scalar> keyTypes;
  private final NamePool inSchema;

  /// @param inSchema names of keys and indexes, which one schema gives but once
  FieldMaker(Dice dice, List<Scalar> types, NamePool inSchema) {
    this.dice = dice;
    this.types = types;
    this.keyTypes = types.stream().filter(Scalar::isKey).toList();
    this.inSchema = inSchema;
  }

  void fill(ModelDraft model) {
    switch (dice.between(0, 9)) {
      case 0, 1 -> compoundId(model);
      case 2 -> uniqueOnly(model);
      default -> plainId(model);
    }
    for (var i = dice.between(0, 6); i > 0; i--) {
      field(model);
    }
  }

  private void plainId(ModelDraft model) {
    var type = dice.of(keyTypes);
    var map = dice.oneIn(6) ? "@id(map: \"" + inSchema.take("id_key") + "\")" : "@id";
    var attributes = new ArrayList<>(List.of(map));
    attributes.add(defaultValue(type, Arity.REQUIRED));
    attributes.add(map(model));
    var field = model.field(model.names().take("id"), type, Arity.REQUIRED, attributes);
    model.key(List.of(field));
    model.id(field);
  }

  private void compoundId(ModelDraft model) {
    var key = new ArrayList<Field>();
    for (var i = dice.between(2, 3); i > 0; i--) {
      var type = dice.of(keyTypes);
      var attributes = List.of(plainDefault(type, Arity.REQUIRED), map(model));
      key.add(model.field(model.names().field(), type, Arity.REQUIRED, attributes));
    }
    var name = dice.oneIn(3) ? ", name: \"both\"" : "";
    var map = dice.oneIn(3) ? ", map: \"" + inSchema.take("both_key") + "\"" : "";
    var fields = String.join(", ", key.stream().map(Field::name).toList());
    model.attribute("@@id([" + fields + "]" + name + map + ")");
    model.key(key);
  }

  private void uniqueOnly(ModelDraft model) {
    var type = dice.of(keyTypes);
    var attributes = List.of("@unique", plainDefault(type, Arity.REQUIRED), map(model));
    model.key(List.of(model.field(model.names().field(), type, Arity.REQUIRED, attributes)));
  }

  Field field(ModelDraft model) {
    var type = dice.of(types);
    var arity = dice.of(Arity.REQUIRED, Arity.REQUIRED, Arity.OPTIONAL, Arity.LIST);
    var attributes = new ArrayList<String>();
    var isUnique = type.isKey() && arity != Arity.LIST && dice.oneIn(5);
    if (isUnique) {
      attributes.add(unique());
    }
    attributes.add(defaultValue(type, arity));
    if (type.type().equals("DateTime") && arity != Arity.LIST && dice.oneIn(3)) {
      attributes.add("@updatedAt");
    }
    attributes.add(map(model));
    if (!isUnique && dice.oneIn(12)) {
      attributes.add("@ignore");
    }
    if (dice.oneIn(8)) {
      model.line("/// What `" + type.type() + "` is for,");
      model.line("/// in two lines.");
    }
    var field = model.field(model.names().field(), type, arity, attributes);
    if (isUnique) {
      model.key(List.of(field));
    }
    return field;
  }

  private String unique() {
    return switch (dice.between(0, 5)) {
      case 0 -> "@unique(sort: Desc)";
      case 1 -> "@unique(map: \"" + inSchema.inDatabase() + "\")";
      default -> "@unique";
    };
  }

  private String map(ModelDraft model) {
    return dice.oneIn(5) ? "@map(\"" + model.names().inDatabase() + "\")" : "";
  }

  private String defaultValue(Scalar type, Arity arity) {
    return arity != Arity.LIST && !type.functions().isEmpty() && dice.oneIn(3)
        ? "@default(" + dice.of(type.functions()) + ")"
        : plainDefault(type, arity);
  }

  private String plainDefault(Scalar type, Arity arity) {
    if (type.values().isEmpty() || !dice.oneIn(4)) {
      return "";
    }
    var value =
        arity == Arity.LIST
            ? "[" + String.join(", ", dice.some(type.values(), dice.between(0, 2))) + "]"
            : dice.of(type.values());
    return "@default(" + value + ")";
  }
}
