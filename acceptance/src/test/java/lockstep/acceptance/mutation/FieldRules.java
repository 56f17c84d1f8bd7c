package lockstep.acceptance.mutation;

import java.util.List;

/// What a field may be and carry: defaults, native types, attributes.
final class FieldRules {
  private static final List<String> ARITIES = List.of("", "?", "[]");

  private FieldRules() {}

  static void addTo(Rules rules) {
    defaults(rules);
    nativeTypes(rules);
    fieldAttributes(rules);
  }

  private static void defaults(Rules rules) {
    for (var type : Rules.TYPED) {
      for (var value : Vocabulary.DEFAULTS) {
        rules.field("default", type + " @default(" + value + ")");
      }
    }
    for (var type :
        List.of("Int?", "String?", "Kind?", "Kind[]", "DateTime[]", "Json[]", "Boolean[]")) {
      for (var value : Vocabulary.DEFAULTS) {
        rules.field("default", type + " @default(" + value + ")");
      }
    }
    for (var value : Vocabulary.DEFAULTS) {
      rules.add("default on id", "model A {\n  id String @id @default(" + value + ")\n}\n");
      rules.add(
          "default on native", "model A {\n  id String @id @db.Uuid @default(" + value + ")\n}\n");
    }
  }

  private static void nativeTypes(Rules rules) {
    for (var scalar : Vocabulary.SCALARS) {
      for (var type : Vocabulary.NATIVE_TYPES) {
        rules.field("native type", scalar + " @db." + type);
      }
    }
    for (var type : Vocabulary.NATIVE_TYPES) {
      rules.field("native type on list", "String[] @db." + type);
      rules.field("native type on enum", "Kind @db." + type);
      rules.field("two native types", "String @db.Text @db." + type);
      rules.add(
          "unique native", "model A {\n  id Int @id\n  x String @unique @db." + type + "\n}\n");
    }
  }

  private static void fieldAttributes(Rules rules) {
    var attributes =
        List.of(
            "@id",
            "@unique",
            "@updatedAt",
            "@ignore",
            "@map(\"m\")",
            "@map(\"id\")",
            "@map(\"A\")",
            "@relation",
            "@default(now())",
            "@unique @id",
            "@id @id",
            "@unique(map: \"x\") @unique");
    for (var type : Rules.TYPED) {
      for (var arity : ARITIES) {
        for (var attribute : attributes) {
          var words = type.split(" ", 2);
          var rest = words.length > 1 ? " " + words[1] : "";
          rules.field("attribute", words[0] + arity + rest + " " + attribute);
        }
        rules.add(
            "only id",
            "model A {\n  x "
                + type.replaceFirst("(\\w+(?:\\(.*?\\))?)", "$1" + arity.replace("$", ""))
                + " @id\n}\n"
                + Rules.KIND);
      }
    }
  }
}
