package lockstep.acceptance.mutation;

import java.util.List;

/// Relations of every shape, and what they may do when rows change.
final class RelationRules {
  private static final List<String> ACTIONS =
      List.of("Cascade", "Restrict", "NoAction", "SetNull", "SetDefault");

  private RelationRules() {}

  static void addTo(Rules rules) {
    relations(rules);
    referentialActions(rules);
  }

  private static void relations(Rules rules) {
    var ones =
        List.of(
            "b B",
            "b B?",
            "b B[]",
            "b B @relation(fields: [bId], references: [id])",
            "b B? @relation(fields: [bId], references: [id])",
            "b B[] @relation(fields: [bId], references: [id])",
            "b B @relation(fields: [bId])",
            "b B @relation(references: [id])",
            "b B @relation(\"r\", fields: [bId], references: [id])",
            "b B @relation(fields: [bId, id], references: [id, aId])",
            "b B @relation(fields: [bId], references: [id, aId])",
            "b B @relation(fields: [nope], references: [id])",
            "b B @relation(fields: [bId], references: [nope])",
            "b B @relation(fields: [bId], references: [name])",
            "b B @relation(fields: [b], references: [id])",
            "b B @relation(fields: [bId], references: [a])",
            "b B @relation(fields: [bId, bId], references: [id, id])",
            "b B @relation(\"r\")",
            "b B[] @relation(\"r\")",
            "b B? @relation(\"r\")");
    var others =
        List.of(
            "",
            "a A",
            "a A?",
            "a A[]",
            "a A @relation(\"r\")",
            "a A[] @relation(\"r\")",
            "a A? @relation(\"r\")",
            "a A @relation(fields: [aId], references: [id])",
            "a A? @relation(fields: [aId], references: [id])",
            "a A[] @relation(fields: [aId], references: [id])",
            "a A @relation(\"r\", fields: [aId], references: [id])",
            "a A[]\n  a2 A[]",
            "a A[] @relation(\"r\")\n  a2 A[] @relation(\"r\")",
            "a A? @ignore",
            "a A[] @relation(onDelete: Cascade)",
            "a A[] @relation(map: \"m\")");
    for (var one : ones) {
      for (var other : others) {
        for (var unique : List.of("", " @unique")) {
          rules.add(
              "relation",
              "model A {\n  id Int @id\n  bId Int"
                  + unique
                  + "\n  "
                  + one
                  + "\n}\n\nmodel B {\n  id Int @id\n  aId Int"
                  + unique
                  + "\n  name String\n  "
                  + other
                  + "\n}\n");
        }
      }
    }
    for (var one : List.of("A?", "A", "A[]")) {
      for (var two : List.of("", "A?", "A", "A[]")) {
        for (var relation :
            List.of(
                "",
                "@relation(\"r\")",
                "@relation(fields: [pId], references: [id])",
                "@relation(\"r\", fields: [pId], references: [id])",
                "@relation(\"r\", fields: [id], references: [id])",
                "@relation(\"r\", fields: [pId], references: [pId])")) {
          for (var back : List.of("", " @relation(\"r\")")) {
            rules.add(
                "self relation",
                "model A {\n  id Int @id\n  pId Int?\n  p "
                    + one
                    + " "
                    + relation
                    + "\n"
                    + (two.isEmpty() ? "" : "  q " + two + back + "\n")
                    + "}\n");
          }
        }
      }
    }
    for (var key :
        List.of(
            "id Int @id",
            "id Int @id\n  k Int @unique",
            "id Int\n  k Int\n\n  @@id([id, k])",
            "id Int\n  k Int\n\n  @@unique([id, k])",
            "id String @id",
            "id Int @unique",
            "id Int? @unique",
            "id Int\n  k Int?\n\n  @@unique([id, k])",
            "id BigInt @id",
            "id Int @id @db.SmallInt",
            "id Int @id @ignore")) {
      for (var reference :
          List.of(
              "fields: [x], references: [id]",
              "fields: [x, y], references: [id, k]",
              "fields: [y, x], references: [k, id]",
              "fields: [x, y], references: [k, id]",
              "fields: [x], references: [k]",
              "fields: [z], references: [id]")) {
        for (var arity : List.of("", "?")) {
          rules.add(
              "key",
              "model A {\n  "
                  + key
                  + "\n  bs B[]\n}\n\nmodel B {\n  id Int @id\n  x Int\n  y Int?\n  z String\n  a A"
                  + arity
                  + " @relation("
                  + reference
                  + ")\n}\n");
        }
      }
    }
    rules.add(
        "many to many with composite key",
        "model A {\n  x Int\n  y Int\n  bs B[]\n\n  @@id([x, y])\n}\n\nmodel B {\n  id Int @id\n  as A[]\n}\n");
    rules.add(
        "many to many without key",
        "model A {\n  x Int @unique\n  bs B[]\n}\n\nmodel B {\n  id Int @id\n  as A[]\n}\n");
    rules.add(
        "many to many in three models",
        "model A {\n  id Int @id\n  bs B[]\n  cs C[]\n}\n\nmodel B {\n  id Int @id\n  as A[]\n}\n\nmodel C {\n  id Int @id\n  as A[]\n}\n");
    rules.add(
        "many to many, names meet",
        "model A {\n  id Int @id\n  bs B[] @relation(\"x\")\n  cs C[] @relation(\"x\")\n}\n\nmodel B {\n  id Int @id\n  as A[] @relation(\"x\")\n}\n\nmodel C {\n  id Int @id\n  as A[] @relation(\"x\")\n}\n");
    rules.add(
        "foreign key names meet",
        "model A {\n  id Int @id\n  x Int\n  y Int\n  b B @relation(\"1\", fields: [x], references: [id], map: \"f\")\n  c B @relation(\"2\", fields: [y], references: [id], map: \"f\")\n}\n\nmodel B {\n  id Int @id\n  as A[] @relation(\"1\")\n  bs A[] @relation(\"2\")\n}\n");
  }

  private static void referentialActions(Rules rules) {
    for (var mode :
        List.of("", "  relationMode = \"prisma\"\n", "  relationMode = \"foreignKeys\"\n")) {
      for (var onDelete : ACTIONS) {
        for (var onUpdate : ACTIONS) {
          for (var required : List.of("", "?")) {
            var datasource = "datasource db {\n  provider = \"postgresql\"\n" + mode + "}\n\n";
            rules.addWhole(
                "referential actions",
                datasource
                    + "model A {\n  id Int @id\n  bId Int"
                    + required
                    + "\n  b B"
                    + required
                    + " @relation(fields: [bId], references: [id], onDelete: "
                    + onDelete
                    + ", onUpdate: "
                    + onUpdate
                    + ")\n}\n\nmodel B {\n  id Int @id\n  as A[]\n}\n");
            rules.addWhole(
                "referential actions of a self relation",
                datasource
                    + "model A {\n  id Int @id\n  bId Int"
                    + required
                    + "\n  b A"
                    + required
                    + " @relation(\"r\", fields: [bId], references: [id], onDelete: "
                    + onDelete
                    + ", onUpdate: "
                    + onUpdate
                    + ")\n  as A[] @relation(\"r\")\n}\n");
          }
          rules.addWhole(
              "referential actions, mixed fields",
              "datasource db {\n  provider = \"postgresql\"\n"
                  + mode
                  + "}\n\nmodel A {\n  id Int @id\n  x Int\n  y Int?\n  b B? @relation(fields: [x, y], references: [x, y], onDelete: "
                  + onDelete
                  + ", onUpdate: "
                  + onUpdate
                  + ")\n}\n\nmodel B {\n  x Int\n  y Int\n  as A[]\n\n  @@id([x, y])\n}\n");
        }
      }
      rules.addWhole(
          "cycle",
          "datasource db {\n  provider = \"postgresql\"\n"
              + mode
              + "}\n\nmodel A {\n  id Int @id\n  bId Int\n  b B @relation(\"1\", fields: [bId], references: [id])\n  bs B[] @relation(\"2\")\n}\n\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(\"2\", fields: [aId], references: [id])\n  as A[] @relation(\"1\")\n}\n");
    }
    for (var value : List.of("cascade", "\"Cascade\"", "Delete", "1", "[Cascade]", "")) {
      rules.add(
          "odd action",
          "model A {\n  id Int @id\n  bId Int\n  b B @relation(fields: [bId], references: [id], onDelete: "
              + value
              + ")\n}\n\nmodel B {\n  id Int @id\n  as A[]\n}\n");
    }
  }
}
