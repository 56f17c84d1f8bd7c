package lockstep.acceptance.mutation;

import java.util.List;

/// Names that are reserved, too long, odd, or meet.
final class NameRules {

  private NameRules() {}

  static void addTo(Rules rules) {
    names(rules);
  }

  private static void names(Rules rules) {
    var words =
        List.of(
            "String",
            "Int",
            "Prisma",
            "PrismaClient",
            "async",
            "await",
            "break",
            "class",
            "const",
            "enum",
            "in",
            "return",
            "super",
            "this",
            "typeof",
            "void",
            "while",
            "with",
            "yield",
            "true",
            "false",
            "null",
            "model",
            "view",
            "type",
            "datasource",
            "generator",
            "dynamic",
            "_A",
            "A1",
            "1A",
            "a-b",
            "Ünicode",
            "a_",
            "A".repeat(70),
            "let",
            "package",
            "Select",
            "findMany",
            "BigInt",
            "Unsupported",
            "DateTime",
            "Buffer",
            "Object",
            "raw");
    for (var word : words) {
      rules.add("model name", "model " + word + " {\n  id Int @id\n}\n");
      rules.add("enum name", "model A {\n  id Int @id\n}\n\nenum " + word + " {\n  X\n}\n");
      rules.add("field name", "model A {\n  id Int @id\n  " + word + " Int\n}\n");
      rules.add(
          "enum value name", "model A {\n  id Int @id\n  x E\n}\n\nenum E {\n  " + word + "\n}\n");
      rules.add(
          "relation to a name",
          "model A {\n  id Int @id\n  x "
              + word
              + "\n}\n\nmodel "
              + word
              + " {\n  id Int @id\n}\n");
      rules.add(
          "index name",
          "model A {\n  id Int @id\n  x Int\n  y Int\n\n  @@unique([x, y], name: \""
              + word
              + "\")\n}\n");
    }
    for (var map :
        List.of(
            "",
            " ",
            "a b",
            "ü",
            "m".repeat(63),
            "m".repeat(64),
            "ü".repeat(32),
            "quote\\\"d",
            "new\\nline",
            "\\u0041",
            "\\q",
            "B")) {
      rules.add(
          "map of model",
          "model A {\n  id Int @id\n\n  @@map(\"" + map + "\")\n}\n\nmodel B {\n  id Int @id\n}\n");
      rules.add(
          "map of field", "model A {\n  id Int @id\n  x Int @map(\"" + map + "\")\n  B Int\n}\n");
      rules.add(
          "map of enum",
          "model A {\n  id Int @id\n}\n\nenum E {\n  X @map(\""
              + map
              + "\")\n  B\n\n  @@map(\""
              + map
              + "\")\n}\n");
      rules.add(
          "map of key",
          "model A {\n  id Int @id(map: \""
              + map
              + "\")\n  x Int @unique(map: \""
              + map
              + "\")\n}\n");
    }
    rules.add(
        "constraint names in two tables",
        "model A {\n  id Int @id\n  x Int @unique(map: \"u\")\n}\n\nmodel B {\n  id Int @id\n  x Int\n\n  @@index([x], map: \"u\")\n}\n");
    rules.add(
        "primary keys named alike",
        "model A {\n  id Int @id(map: \"k\")\n}\n\nmodel B {\n  id Int @id(map: \"k\")\n}\n");
    rules.add(
        "key and index named alike",
        "model A {\n  id Int @id(map: \"k\")\n  x Int @unique(map: \"k\")\n}\n");
    rules.add(
        "custom names meet",
        "model A {\n  id Int @id\n  x Int\n  y Int\n\n  @@unique([x, y], name: \"n\")\n  @@unique([y, x], name: \"n\")\n}\n");
    rules.add(
        "custom name is a field",
        "model A {\n  id Int @id\n  x Int\n  y Int\n\n  @@unique([x, y], name: \"x\")\n}\n");
  }
}
