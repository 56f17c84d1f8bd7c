package lockstep.testing.random;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.testing.random.ModelDraft.Arity;
import lockstep.testing.random.ModelDraft.Field;

/// Makes the indexes and unique criteria of a model.
final class IndexMaker {
  private final Dice dice;
  private final NamePool inSchema;

  IndexMaker(Dice dice, NamePool inSchema) {
    this.dice = dice;
    this.inSchema = inSchema;
  }

  void fill(ModelDraft model) {
    for (var i = dice.between(0, 3); i > 0; i--) {
      if (dice.oneIn(3)) {
        unique(model);
      } else {
        index(model);
      }
    }
  }

  private void unique(ModelDraft model) {
    var fields = dice.some(keyFields(model), dice.between(1, 3));
    if (!fields.isEmpty()) {
      var name =
          fields.size() > 1 && dice.oneIn(3) ? ", name: \"" + model.names().take("by") + "\"" : "";
      var where = condition(fields);
      model.attribute("@@unique([" + sorted(fields) + "]" + name + map() + where + ")");
      if (where.isEmpty()) {
        model.key(fields);
      }
    }
  }

  private void index(ModelDraft model) {
    var one = dice.some(model.fields(), 1);
    if (one.isEmpty()) {
      return;
    }
    var field = one.getFirst();
    if (field.arity() == Arity.LIST && !field.type().isUnsupported()) {
      model.attribute("@@index([" + field.name() + "], type: Gin" + map() + ")");
    } else if (isPlainJson(field)) {
      var ops = dice.of("", "(ops: JsonbPathOps)", "(ops: JsonbOps)");
      model.attribute("@@index([" + field.name() + ops + "], type: Gin" + map() + ")");
    } else if (field.type().isKey() && field.arity() != Arity.LIST) {
      ofKey(model, field);
    }
  }

  private void ofKey(ModelDraft model, Field field) {
    var name = field.name();
    var isText = field.type().type().equals("String") && field.type().nativeType().isEmpty();
    var isNumber = field.type().type().equals("Int") && field.type().nativeType().isEmpty();
    switch (dice.between(0, 5)) {
      case 0 -> model.attribute("@@index([" + name + "], type: Hash" + map() + ")");
      case 1 -> {
        var ops = isText ? "(ops: raw(\"text_pattern_ops\"), sort: Desc)" : "(sort: Desc)";
        model.attribute("@@index([" + name + ops + "]" + map() + ")");
      }
      case 2 -> {
        if (isText) {
          model.attribute("@@index([" + name + "], type: SpGist" + map() + ")");
        } else if (isNumber) {
          var ops = dice.of("", "(ops: Int4BloomOps)", "(ops: raw(\"int4_minmax_ops\"))");
          model.attribute("@@index([" + name + ops + "], type: Brin" + map() + ")");
        }
      }
      default -> {
        var fields = dice.some(keyFields(model), dice.between(1, 3));
        model.attribute("@@index([" + sorted(fields) + "]" + map() + condition(fields) + ")");
      }
    }
  }

  private static boolean isPlainJson(Field field) {
    return field.type().type().equals("Json") && field.type().nativeType().isEmpty();
  }

  private static List<Field> keyFields(ModelDraft model) {
    return model.fields().stream()
        .filter(it -> it.type().isKey() && it.arity() != Arity.LIST)
        .toList();
  }

  private String sorted(List<Field> fields) {
    return fields.stream()
        .map(it -> it.name() + (dice.oneIn(5) ? "(sort: Desc)" : ""))
        .collect(Collectors.joining(", "));
  }

  private String map() {
    return dice.oneIn(4) ? ", map: \"" + inSchema.inDatabase() + "\"" : "";
  }

  /// Returns a condition that PostgreSQL takes for a column of any type.
  private String condition(List<Field> fields) {
    var name = fields.getFirst().name();
    return switch (dice.between(0, 7)) {
      case 0 -> ", where: { " + name + ": { not: null } }";
      case 1 -> ", where: raw(\"1 = 1\")";
      default -> "";
    };
  }
}
