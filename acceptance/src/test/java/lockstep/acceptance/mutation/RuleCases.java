package lockstep.acceptance.mutation;

import java.util.ArrayList;
import java.util.List;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.text.SourceText;

/// Small schemas that try the rules of the language one by one, combination by combination.
public final class RuleCases {
  private static final String DATASOURCE = "datasource db {\n  provider = \"postgresql\"\n}\n\n";
  private static final List<String> ARITIES = List.of("", "?", "[]");
  private static final List<String> ACTIONS =
      List.of("Cascade", "Restrict", "NoAction", "SetNull", "SetDefault");
  private static final List<String> INDEX_TYPES =
      List.of("BTree", "Hash", "Gin", "Gist", "SpGist", "Brin");
  private static final List<String> OPERATOR_CLASSES =
      List.of(
          "InetOps",
          "JsonbOps",
          "JsonbPathOps",
          "ArrayOps",
          "TextOps",
          "BitMinMaxOps",
          "VarBitMinMaxOps",
          "BpcharBloomOps",
          "BpcharMinMaxOps",
          "ByteaBloomOps",
          "ByteaMinMaxOps",
          "DateBloomOps",
          "DateMinMaxOps",
          "DateMinMaxMultiOps",
          "Float4BloomOps",
          "Float4MinMaxOps",
          "Float4MinMaxMultiOps",
          "Float8BloomOps",
          "Float8MinMaxOps",
          "Float8MinMaxMultiOps",
          "InetInclusionOps",
          "InetBloomOps",
          "InetMinMaxOps",
          "InetMinMaxMultiOps",
          "Int2BloomOps",
          "Int2MinMaxOps",
          "Int2MinMaxMultiOps",
          "Int4BloomOps",
          "Int4MinMaxOps",
          "Int4MinMaxMultiOps",
          "Int8BloomOps",
          "Int8MinMaxOps",
          "Int8MinMaxMultiOps",
          "NumericBloomOps",
          "NumericMinMaxOps",
          "NumericMinMaxMultiOps",
          "OidBloomOps",
          "OidMinMaxOps",
          "OidMinMaxMultiOps",
          "TextBloomOps",
          "TextMinMaxOps",
          "TimestampBloomOps",
          "TimestampMinMaxOps",
          "TimestampMinMaxMultiOps",
          "TimestampTzBloomOps",
          "TimestampTzMinMaxOps",
          "TimestampTzMinMaxMultiOps",
          "TimeBloomOps",
          "TimeMinMaxOps",
          "TimeMinMaxMultiOps",
          "TimeTzBloomOps",
          "TimeTzMinMaxOps",
          "TimeTzMinMaxMultiOps",
          "UuidBloomOps",
          "UuidMinMaxOps",
          "UuidMinMaxMultiOps",
          "NoSuchOps");
  private static final List<String> TYPED =
      List.of(
          "Int",
          "BigInt",
          "Float",
          "Decimal",
          "Boolean",
          "String",
          "DateTime",
          "Bytes",
          "Json",
          "Int[]",
          "String[]",
          "Int @db.SmallInt",
          "Int @db.Oid",
          "Float @db.Real",
          "String @db.Inet",
          "String @db.Uuid",
          "String @db.Char(4)",
          "String @db.VarChar(9)",
          "String @db.Bit(3)",
          "String @db.VarBit(3)",
          "String @db.Citext",
          "String @db.Xml",
          "DateTime @db.Date",
          "DateTime @db.Time",
          "DateTime @db.Timetz",
          "DateTime @db.Timestamptz",
          "Json @db.Json",
          "Decimal @db.Money",
          "Unsupported(\"box\")",
          "Kind");
  private static final String KIND = "\nenum Kind {\n  ADMIN\n  READER\n}\n";

  private final List<SchemaCase> cases = new ArrayList<>();

  private RuleCases() {}

  /// Returns all of them, in an order that stays.
  public static List<SchemaCase> all() {
    var rules = new RuleCases();
    rules.defaults();
    rules.nativeTypes();
    rules.fieldAttributes();
    rules.indexes();
    rules.relations();
    rules.referentialActions();
    rules.names();
    rules.blocks();
    rules.configuration();
    return List.copyOf(rules.cases);
  }

  private void add(String rule, String body) {
    addWhole(rule, DATASOURCE + body);
  }

  private void addWhole(String rule, String text) {
    var name = "rule/%04d %s".formatted(cases.size(), rule);
    cases.add(new SchemaCase(name, List.of(SourceText.of("schema.prisma", text))));
  }

  private void field(String rule, String field) {
    add(rule, "model A {\n  id Int @id\n  x  " + field + "\n}\n" + KIND);
  }

  private void defaults() {
    for (var type : TYPED) {
      for (var value : Vocabulary.DEFAULTS) {
        field("default", type + " @default(" + value + ")");
      }
    }
    for (var type :
        List.of("Int?", "String?", "Kind?", "Kind[]", "DateTime[]", "Json[]", "Boolean[]")) {
      for (var value : Vocabulary.DEFAULTS) {
        field("default", type + " @default(" + value + ")");
      }
    }
    for (var value : Vocabulary.DEFAULTS) {
      add("default on id", "model A {\n  id String @id @default(" + value + ")\n}\n");
      add("default on native", "model A {\n  id String @id @db.Uuid @default(" + value + ")\n}\n");
    }
  }

  private void nativeTypes() {
    for (var scalar : Vocabulary.SCALARS) {
      for (var type : Vocabulary.NATIVE_TYPES) {
        field("native type", scalar + " @db." + type);
      }
    }
    for (var type : Vocabulary.NATIVE_TYPES) {
      field("native type on list", "String[] @db." + type);
      field("native type on enum", "Kind @db." + type);
      field("two native types", "String @db.Text @db." + type);
      add("unique native", "model A {\n  id Int @id\n  x String @unique @db." + type + "\n}\n");
    }
  }

  private void fieldAttributes() {
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
    for (var type : TYPED) {
      for (var arity : ARITIES) {
        for (var attribute : attributes) {
          var words = type.split(" ", 2);
          var rest = words.length > 1 ? " " + words[1] : "";
          field("attribute", words[0] + arity + rest + " " + attribute);
        }
        add(
            "only id",
            "model A {\n  x "
                + type.replaceFirst("(\\w+(?:\\(.*?\\))?)", "$1" + arity.replace("$", ""))
                + " @id\n}\n"
                + KIND);
      }
    }
  }

  private void indexes() {
    for (var type : TYPED) {
      for (var method : INDEX_TYPES) {
        add(
            "index type",
            "model A {\n  id Int @id\n  x "
                + type
                + "\n\n  @@index([x], type: "
                + method
                + ")\n}\n"
                + KIND);
        add(
            "index raw ops",
            "model A {\n  id Int @id\n  x "
                + type
                + "\n\n  @@index([x(ops: raw(\"o\"))], type: "
                + method
                + ")\n}\n"
                + KIND);
      }
      for (var ops : OPERATOR_CLASSES) {
        var method =
            ops.contains("Path") || ops.contains("Json") || ops.contains("Array")
                ? "Gin"
                : ops.equals("InetOps") ? "Gist" : ops.equals("TextOps") ? "SpGist" : "Brin";
        add(
            "operator class",
            "model A {\n  id Int @id\n  x "
                + type
                + "\n\n  @@index([x(ops: "
                + ops
                + ")], type: "
                + method
                + ")\n}\n"
                + KIND);
      }
      for (var line :
          List.of(
              "@@id([x])",
              "@@unique([x])",
              "@@unique([x, id])",
              "@@index([x])",
              "@@index([x(sort: Desc)])",
              "@@unique([x(sort: Asc)])",
              "@@id([x(sort: Desc), id])")) {
        add("block index", "model A {\n  id Int\n  x " + type + "\n\n  " + line + "\n}\n" + KIND);
        add(
            "block index beside id",
            "model A {\n  id Int @id\n  x " + type + "?\n\n  " + line + "\n}\n" + KIND);
      }
    }
    for (var ops : OPERATOR_CLASSES) {
      for (var method : INDEX_TYPES) {
        add(
            "ops and type",
            "model A {\n  id Int @id\n  x String\n\n  @@index([x(ops: "
                + ops
                + ")], type: "
                + method
                + ")\n}\n");
      }
    }
    for (var argument :
        List.of(
            "",
            "x",
            "[]",
            "[x]",
            "[x, x]",
            "[nope]",
            "[x.y]",
            "\"x\"",
            "[\"x\"]",
            "fields: [x]",
            "[x], fields: [x]",
            "[x], name: \"n\"",
            "[x], name: \"1n\"",
            "[x], name: \"\"",
            "[x], map: \"m\"",
            "[x], map: \"\"",
            "[x], map: 1",
            "[x], \"m\"",
            "[x], nope: 1",
            "[x], type: Hash",
            "[x], type: hash",
            "[x], type: \"Hash\"",
            "[x], clustered: true",
            "[x], length: 3",
            "[x(length: 3)]",
            "[x(sort: Desc)]",
            "[x(sort: desc)]",
            "[x(nope: 1)]",
            "[x()]",
            "[x(Desc)]",
            "[x], map: \"" + "m".repeat(64) + "\"",
            "[x], map: \"" + "ü".repeat(32) + "\"",
            "[x], where: raw(\"x\")",
            "[x], where: raw(1)",
            "[x], where: {x: 1}",
            "[x], where: {x: null}",
            "[x], where: {x: {not: null}}",
            "[x], where: {nope: 1}",
            "[x], where: \"x\"")) {
      for (var kind : List.of("@@index", "@@unique", "@@id", "@@fulltext")) {
        add(
            kind + " arguments",
            "model A {\n  id Int @unique\n  x Int\n\n  " + kind + "(" + argument + ")\n}\n");
        addWhole(
            kind + " arguments, partial indexes",
            "generator c {\n  provider = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\n\n"
                + DATASOURCE
                + "model A {\n  id Int @unique\n  x Int\n\n  "
                + kind
                + "("
                + argument
                + ")\n}\n");
      }
    }
  }

  private void relations() {
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
          add(
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
            add(
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
          add(
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
    add(
        "many to many with composite key",
        "model A {\n  x Int\n  y Int\n  bs B[]\n\n  @@id([x, y])\n}\n\nmodel B {\n  id Int @id\n  as A[]\n}\n");
    add(
        "many to many without key",
        "model A {\n  x Int @unique\n  bs B[]\n}\n\nmodel B {\n  id Int @id\n  as A[]\n}\n");
    add(
        "many to many in three models",
        "model A {\n  id Int @id\n  bs B[]\n  cs C[]\n}\n\nmodel B {\n  id Int @id\n  as A[]\n}\n\nmodel C {\n  id Int @id\n  as A[]\n}\n");
    add(
        "many to many, names meet",
        "model A {\n  id Int @id\n  bs B[] @relation(\"x\")\n  cs C[] @relation(\"x\")\n}\n\nmodel B {\n  id Int @id\n  as A[] @relation(\"x\")\n}\n\nmodel C {\n  id Int @id\n  as A[] @relation(\"x\")\n}\n");
    add(
        "foreign key names meet",
        "model A {\n  id Int @id\n  x Int\n  y Int\n  b B @relation(\"1\", fields: [x], references: [id], map: \"f\")\n  c B @relation(\"2\", fields: [y], references: [id], map: \"f\")\n}\n\nmodel B {\n  id Int @id\n  as A[] @relation(\"1\")\n  bs A[] @relation(\"2\")\n}\n");
  }

  private void referentialActions() {
    for (var mode :
        List.of("", "  relationMode = \"prisma\"\n", "  relationMode = \"foreignKeys\"\n")) {
      for (var onDelete : ACTIONS) {
        for (var onUpdate : ACTIONS) {
          for (var required : List.of("", "?")) {
            var datasource = "datasource db {\n  provider = \"postgresql\"\n" + mode + "}\n\n";
            addWhole(
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
            addWhole(
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
          addWhole(
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
      addWhole(
          "cycle",
          "datasource db {\n  provider = \"postgresql\"\n"
              + mode
              + "}\n\nmodel A {\n  id Int @id\n  bId Int\n  b B @relation(\"1\", fields: [bId], references: [id])\n  bs B[] @relation(\"2\")\n}\n\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(\"2\", fields: [aId], references: [id])\n  as A[] @relation(\"1\")\n}\n");
    }
    for (var value : List.of("cascade", "\"Cascade\"", "Delete", "1", "[Cascade]", "")) {
      add(
          "odd action",
          "model A {\n  id Int @id\n  bId Int\n  b B @relation(fields: [bId], references: [id], onDelete: "
              + value
              + ")\n}\n\nmodel B {\n  id Int @id\n  as A[]\n}\n");
    }
  }

  private void names() {
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
      add("model name", "model " + word + " {\n  id Int @id\n}\n");
      add("enum name", "model A {\n  id Int @id\n}\n\nenum " + word + " {\n  X\n}\n");
      add("field name", "model A {\n  id Int @id\n  " + word + " Int\n}\n");
      add("enum value name", "model A {\n  id Int @id\n  x E\n}\n\nenum E {\n  " + word + "\n}\n");
      add(
          "relation to a name",
          "model A {\n  id Int @id\n  x "
              + word
              + "\n}\n\nmodel "
              + word
              + " {\n  id Int @id\n}\n");
      add(
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
      add(
          "map of model",
          "model A {\n  id Int @id\n\n  @@map(\"" + map + "\")\n}\n\nmodel B {\n  id Int @id\n}\n");
      add("map of field", "model A {\n  id Int @id\n  x Int @map(\"" + map + "\")\n  B Int\n}\n");
      add(
          "map of enum",
          "model A {\n  id Int @id\n}\n\nenum E {\n  X @map(\""
              + map
              + "\")\n  B\n\n  @@map(\""
              + map
              + "\")\n}\n");
      add(
          "map of key",
          "model A {\n  id Int @id(map: \""
              + map
              + "\")\n  x Int @unique(map: \""
              + map
              + "\")\n}\n");
    }
    add(
        "constraint names in two tables",
        "model A {\n  id Int @id\n  x Int @unique(map: \"u\")\n}\n\nmodel B {\n  id Int @id\n  x Int\n\n  @@index([x], map: \"u\")\n}\n");
    add(
        "primary keys named alike",
        "model A {\n  id Int @id(map: \"k\")\n}\n\nmodel B {\n  id Int @id(map: \"k\")\n}\n");
    add(
        "key and index named alike",
        "model A {\n  id Int @id(map: \"k\")\n  x Int @unique(map: \"k\")\n}\n");
    add(
        "custom names meet",
        "model A {\n  id Int @id\n  x Int\n  y Int\n\n  @@unique([x, y], name: \"n\")\n  @@unique([y, x], name: \"n\")\n}\n");
    add(
        "custom name is a field",
        "model A {\n  id Int @id\n  x Int\n  y Int\n\n  @@unique([x, y], name: \"x\")\n}\n");
  }

  private void blocks() {
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
          addWhole(
              "body of a " + keyword,
              preview + DATASOURCE + keyword + " A {\n" + body + "\n}\n\nenum E {\n  X\n}\n");
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
      add("body of an enum", "model A {\n  id Int @id\n}\n\nenum E {\n" + body + "\n}\n");
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
      add("two of a name", "model A {\n  id Int @id\n}\n\n" + two);
      add("two of a name, other way round", two + "\nmodel A {\n  id Int @id\n}\n");
    }
  }

  private void configuration() {
    for (var line :
        List.of(
            "provider = \"postgresql\"",
            "provider = \"postgres\"",
            "provider = \"mysql\"",
            "provider = \"sqlite\"",
            "provider = \"sqlserver\"",
            "provider = \"mongodb\"",
            "provider = \"cockroachdb\"",
            "provider = \"nope\"",
            "provider = \"\"",
            "provider = env(\"X\")",
            "provider = [\"postgresql\"]",
            "provider = 1",
            "provider = postgresql",
            "provider",
            "")) {
      addWhole("provider", "datasource db {\n  " + line + "\n}\n\nmodel A {\n  id Int @id\n}\n");
    }
    for (var line :
        List.of(
            "url = env(\"X\")",
            "url = \"postgresql://\"",
            "url = \"\"",
            "url = 1",
            "url = env(1)",
            "directUrl = env(\"X\")",
            "shadowDatabaseUrl = env(\"X\")",
            "relationMode = \"prisma\"",
            "relationMode = \"foreignKeys\"",
            "relationMode = \"nope\"",
            "relationMode = prisma",
            "relationMode = 1",
            "referentialIntegrity = \"prisma\"",
            "referentialIntegrity = \"prisma\"\n  relationMode = \"prisma\"",
            "schemas = [\"public\"]",
            "schemas = []",
            "schemas = [\"a\", \"a\"]",
            "schemas = [\"a\", 1]",
            "schemas = \"public\"",
            "schemas = [public]",
            "extensions = []",
            "extensions = [vector]",
            "extensions = [vector, vector]",
            "extensions = [vector(map: \"v\", schema: \"s\", version: \"1\")]",
            "extensions = [vector(nope: 1)]",
            "extensions = [vector(map: 1)]",
            "extensions = [vector()]",
            "extensions = vector",
            "extensions = [\"vector\"]",
            "extensions = [1]",
            "nope = 1",
            "nope = \"x\"",
            "nope",
            "nope =",
            "provider = \"postgresql\"",
            "previewFeatures = [\"views\"]",
            "@@map(\"x\")",
            "id Int",
            "// comment",
            "/// doc",
            "a b c")) {
      addWhole(
          "datasource",
          "datasource db {\n  provider = \"postgresql\"\n  "
              + line
              + "\n}\n\nmodel A {\n  id Int @id\n}\n");
      addWhole(
          "datasource with extensions",
          "generator c {\n  provider = \"x\"\n  previewFeatures = [\"postgresqlExtensions\"]\n}\n\ndatasource db {\n  provider = \"postgresql\"\n  "
              + line
              + "\n}\n\nmodel A {\n  id Int @id\n}\n");
    }
    for (var line :
        List.of(
            "",
            "provider = \"x\"",
            "provider = 1",
            "provider = env(\"X\")",
            "provider = [\"x\"]",
            "provider",
            "provider = \"x\"\n  provider = \"y\"",
            "provider = \"x\"\n  output = \"a\"",
            "provider = \"x\"\n  output = 1",
            "provider = \"x\"\n  output = env(\"X\")",
            "provider = \"x\"\n  binaryTargets = [\"native\"]",
            "provider = \"x\"\n  binaryTargets = \"native\"",
            "provider = \"x\"\n  binaryTargets = env(\"X\")",
            "provider = \"x\"\n  binaryTargets = [1]",
            "provider = \"x\"\n  engineType = \"library\"",
            "provider = \"x\"\n  engineType = \"nope\"",
            "provider = \"x\"\n  engineType = 1",
            "provider = \"x\"\n  engineType = env(\"X\")",
            "provider = \"x\"\n  previewFeatures = []",
            "provider = \"x\"\n  previewFeatures = \"views\"",
            "provider = \"x\"\n  previewFeatures = [\"views\", \"views\"]",
            "provider = \"x\"\n  previewFeatures = [\"multiSchema\"]",
            "provider = \"x\"\n  previewFeatures = [\"fullTextSearch\"]",
            "provider = \"x\"\n  previewFeatures = [views]",
            "provider = \"x\"\n  previewFeatures = [1]",
            "provider = \"x\"\n  extra = \"y\"",
            "provider = \"x\"\n  extra = [\"y\", 1, true]",
            "provider = \"x\"\n  extra = { a: 1 }",
            "provider = \"x\"\n  extra",
            "provider = \"x\"\n  extra = f(1)",
            "provider = \"x\"\n  extra = y",
            "provider = \"x\"\n  @@map(\"x\")",
            "provider = \"prisma-client-js\"",
            "provider = \"prisma-client\"",
            "provider = \"prisma-client\"\n  output = \"x\"")) {
      addWhole(
          "generator",
          "generator c {\n  " + line + "\n}\n\n" + DATASOURCE + "model A {\n  id Int @id\n}\n");
    }
    for (var text :
        List.of(
            "",
            "\n",
            "// only a comment\n",
            "model A {\n  id Int @id\n}\n",
            "datasource a {\n}\n",
            DATASOURCE + DATASOURCE,
            DATASOURCE + "datasource other {\n  provider = \"postgresql\"\n}\n",
            "generator a {\n  provider = \"x\"\n}\ngenerator a {\n  provider = \"x\"\n}\n",
            "datasource {\n  provider = \"postgresql\"\n}\n",
            "datasource db\n{\n}\n",
            DATASOURCE + "enum E {\n  A\n}\n")) {
      addWhole("whole file", text);
    }
    for (var schemas : List.of("\"a\", \"b\"", "\"a\"")) {
      for (var one :
          List.of(
              "",
              "\n  @@schema(\"a\")",
              "\n  @@schema(\"b\")",
              "\n  @@schema(\"c\")",
              "\n  @@schema(a)",
              "\n  @@schema()",
              "\n  @@schema(\"a\", \"b\")",
              "\n  @@schema(map: \"a\")",
              "\n  @@schema(\"a\")\n  @@schema(\"b\")")) {
        for (var two : List.of("", "\n  @@schema(\"a\")", "\n  @@schema(\"b\")")) {
          addWhole(
              "schemas",
              "datasource db {\n  provider = \"postgresql\"\n  schemas  = ["
                  + schemas
                  + "]\n}\n\nmodel A {\n  id Int @id(map: \"k\")\n  x E"
                  + one
                  + "\n}\n\nmodel B {\n  id Int @id(map: \"k\")\n\n  @@map(\"A\")"
                  + two
                  + "\n}\n\nenum E {\n  X"
                  + two
                  + "\n}\n");
        }
      }
    }
  }
}
