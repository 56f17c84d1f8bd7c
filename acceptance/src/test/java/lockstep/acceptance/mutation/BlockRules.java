package lockstep.acceptance.mutation;

import java.util.List;

/// Bodies of models, views and enums, and two blocks of one name.
final class BlockRules {

  private BlockRules() {}

  static void addTo(Rules rules) {
    blocks(rules);
  }

  private static void blocks(Rules rules) {
    for (var body :
        List.of(
            "",
            "  id Int",
            "  id Int?\n\n  @@id([id])",
            "  id Int @id\n  x Int @id",
            "  id Int @id\n  x Int\n\n  @@id([x])",
            "  id Int @unique",
            "  id Int? @unique",
            "  id Int[] @unique",
            "  id Int\n\n  @@unique([id])",
            "  id Int?\n\n  @@unique([id])",
            "  id Int\n\n  @@index([id])",
            "  id Int @id @ignore",
            "  id Int @unique @ignore",
            "  id Unsupported(\"x\") @id",
            "  id Unsupported(\"x\") @unique",
            "  id Int\n\n  @@ignore",
            "  id Int @id\n  id Int",
            "  id Int @id\n  Id Int",
            "  id Int @id\n  x Int @map(\"id\")",
            "  id Int @id\n  x Int @ignore\n\n  @@index([x])\n  @@unique([x])",
            "  id Int @id @default(autoincrement())\n  x Int @default(autoincrement())",
            "  id Int @id\n\n  @@map(\"a\")\n  @@map(\"b\")",
            "  id Int @id\n\n  @@ignore\n  @@ignore",
            "  id Int @id\n\n  @@ignore(1)",
            "  id Int @id\n  x Json @id",
            "  @@id([id])\n  id Int",
            "  id Int @id\n\n  @@schema(\"public\")",
            "  id Int @id\n  x Nope",
            "  id Int @id\n  x Nope[]\n  y Nope?",
            "  id Int @id\n  x A",
            "  id Int @id\n  x V",
            "  id Int @id\n  x E?\n  y E[] @default([])",
            "  id Int @id\n  x T")) {
      for (var keyword : List.of("model", "view")) {
        for (var preview :
            List.of(
                "", "generator c {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n}\n\n")) {
          rules.addWhole(
              "body of a " + keyword,
              preview + Rules.DATASOURCE + keyword + " A {\n" + body + "\n}\n\nenum E {\n  X\n}\n");
        }
      }
    }
    for (var body :
        List.of(
            "",
            "  A\n  A",
            "  A\n  a",
            "  A @map(\"x\")\n  B @map(\"x\")",
            "  A @map(\"B\")\n  B",
            "  A @default",
            "  A @id",
            "  @@map(\"x\")",
            "  A\n\n  @@map(\"A\")",
            "  A\n\n  @@nope",
            "  A\n\n  @@id([A])",
            "  A B",
            "  A = 1",
            "  1",
            "  A,",
            "  A\n\n  @@schema(\"public\")",
            "  A // x\n  /// y\n  B",
            "  _A",
            "  A-B",
            "  A @map(\"x\") @map(\"y\")",
            "  A @ignore",
            "  A\n\n  @@ignore")) {
      rules.add("body of an enum", "model A {\n  id Int @id\n}\n\nenum E {\n" + body + "\n}\n");
    }
    for (var two :
        List.of(
            "model A {\n  id Int @id\n}\n",
            "enum A {\n  X\n}\n",
            "view A {\n  id Int @unique\n}\n",
            "type A {\n  x Int\n}\n",
            "datasource A {\n  provider = \"postgresql\"\n}\n",
            "generator A {\n  provider = \"x\"\n}\n",
            "type A = Int\n",
            "model B {\n  id Int @id\n\n  @@map(\"A\")\n}\n",
            "enum B {\n  X\n\n  @@map(\"A\")\n}\n",
            "model _AToB {\n  id Int @id\n}\n")) {
      rules.add("two of a name", "model A {\n  id Int @id\n}\n\n" + two);
      rules.add("two of a name, other way round", two + "\nmodel A {\n  id Int @id\n}\n");
    }
  }
}
