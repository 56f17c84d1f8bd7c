package lockstep.acceptance.mutation;

import java.util.List;
import java.util.Random;

/// Words, right and wrong, that a Prisma schema may hold.
final class Vocabulary {
  static final List<String> SCALARS =
      List.of(
          "Int", "BigInt", "Float", "Decimal", "Boolean", "String", "DateTime", "Bytes", "Json");
  static final List<String> NATIVE_TYPES =
      List.of(
          "SmallInt",
          "Integer",
          "BigInt",
          "Oid",
          "Decimal",
          "Decimal(10, 2)",
          "Decimal(2, 10)",
          "Decimal(2000, 2)",
          "Money",
          "Real",
          "DoublePrecision",
          "VarChar",
          "VarChar(20)",
          "Char(5)",
          "Char(0)",
          "Text",
          "Citext",
          "Uuid",
          "Xml",
          "Inet",
          "Bit",
          "Bit(3)",
          "VarBit(8)",
          "Timestamp(3)",
          "Timestamp(9)",
          "Timestamptz",
          "Date",
          "Date(1)",
          "Time(6)",
          "Timetz(2)",
          "Json",
          "JsonB",
          "ByteA",
          "Boolean",
          "TinyInt",
          "Nonsense",
          "VarChar(\"a\")");
  static final List<String> DEFAULTS =
      List.of(
          "autoincrement()",
          "now()",
          "uuid()",
          "uuid(4)",
          "uuid(7)",
          "uuid(5)",
          "cuid()",
          "cuid(2)",
          "cuid(3)",
          "ulid()",
          "nanoid()",
          "nanoid(10)",
          "nanoid(1)",
          "nanoid(300)",
          "dbgenerated()",
          "dbgenerated(\"\")",
          "dbgenerated(\"x()\")",
          "dbgenerated(1)",
          "auto()",
          "sequence()",
          "sequence(start: 3)",
          "env(\"X\")",
          "1",
          "-1",
          "0",
          "1.5",
          "-0.25",
          "1e3",
          "99999999999999999999",
          "2147483648",
          "\"text\"",
          "\"1\"",
          "\"\"",
          "true",
          "false",
          "null",
          "ADMIN",
          "READER",
          "Nothing",
          "[]",
          "[1]",
          "[1, 2]",
          "[\"a\", \"b\"]",
          "[true]",
          "[ADMIN]",
          "[1, \"a\"]",
          "[[1]]",
          "\"2020-01-01T00:00:00Z\"",
          "\"2020-13-01\"",
          "\"{}\"",
          "\"{broken\"",
          "\"aGVsbG8=\"",
          "\"not base64!\"",
          "foo()",
          "now(1)",
          "uuid(\"4\")",
          "cuid(1, 2)",
          "value: 1",
          "value: now()",
          "value: \"x\", map: \"m\"",
          "map: \"m\"",
          "1, 2");
  private static final List<String> TYPES =
      List.of(
          "Role",
          "User",
          "Post",
          "Profile",
          "Unknown",
          "int",
          "string",
          "Unsupported(\"box\")",
          "Unsupported(\"\")",
          "Unsupported(box)",
          "Unsupported",
          "Scalars",
          "Currency",
          "Jsonb");
  private static final List<String> ARITIES =
      List.of("", "?", "[]", "[]?", "!", "??", "[][]", "[3]");
  private static final List<String> ACTIONS =
      List.of("Cascade", "Restrict", "NoAction", "SetNull", "SetDefault", "cascade", "Delete");
  private static final List<String> ATTRIBUTES =
      List.of(
          "@id",
          "@id(map: \"k\")",
          "@id(sort: Desc)",
          "@id(length: 3)",
          "@id(clustered: true)",
          "@unique",
          "@unique(map: \"u\")",
          "@unique(sort: Desc)",
          "@unique(\"u\")",
          "@updatedAt",
          "@ignore",
          "@map(\"mapped\")",
          "@map(name: \"mapped\")",
          "@map(\"\")",
          "@map(1)",
          "@map",
          "@map(\"a\", \"b\")",
          "@db",
          "@db.",
          "@dbs.Text",
          "@relation",
          "@relation(\"r\")",
          "@relation(\"\")",
          "@relation(name: \"r\", fields: [id])",
          "@relation(fields: [id], references: [id])",
          "@relation(references: [id])",
          "@relation(fields: [authorId])",
          "@relation(fields: [], references: [])",
          "@relation(fields: [managerId], references: [id], map: \"fk\")",
          "@relation(fields: [nope], references: [id])",
          "@unknown",
          "@default",
          "@default()",
          "@omit",
          "@check(\"x\")",
          "@generated",
          "@@id([id])",
          "@shardKey",
          "@index",
          "@@map(\"x\")");
  private static final List<String> LINES =
      List.of(
          "  @@id([id])",
          "  @@id([id, name])",
          "  @@unique([name])",
          "  @@unique([nope])",
          "  @@unique([])",
          "  @@unique",
          "  @@unique(name)",
          "  @@unique([name, name])",
          "  @@unique([name], name: \"n\", map: \"m\")",
          "  @@unique([name(sort: Desc)])",
          "  @@index([id])",
          "  @@index([name], type: Gin)",
          "  @@index([name], type: Hash)",
          "  @@index([name, id], type: Hash)",
          "  @@index([name], type: Nope)",
          "  @@index([name(ops: TextMinMaxOps)], type: Brin)",
          "  @@index([name(ops: JsonbOps)], type: Gin)",
          "  @@index([name(ops: raw(\"x\"))], type: Gist)",
          "  @@index([name(length: 3)])",
          "  @@index([author])",
          "  @@index([name], where: raw(\"x > 1\"))",
          "  @@index([name], clustered: true)",
          "  @@index([name], where: { active: true })",
          "  @@index([name], where: { active: { not: null } })",
          "  @@index([name], name: \"old\")",
          "  @@index(fields: [name], map: \"users_by_name\")",
          "  @@index([name], map: \"\")",
          "  @@fulltext([name])",
          "  @@map(\"mapped\")",
          "  @@map(\"\")",
          "  @@map",
          "  @@map(\"users\")",
          "  @@ignore",
          "  @@schema(\"public\")",
          "  @@schema(\"nope\")",
          "  @@schema(public)",
          "  @@nope",
          "  @@",
          "  @@db.x",
          "  @@default(1)",
          "  @@id",
          "  @@shardKey([id])",
          "  id Int @id",
          "  extra String",
          "  extra String @unique",
          "  other Int @id",
          "  user User?",
          "  posts Post[]",
          "  user User @relation(fields: [userId], references: [id])",
          "  name: String",
          "  String name",
          "  lonely",
          "  1st Int",
          "  _private Int",
          "  a-b Int",
          "  naïve Int",
          "  id",
          "  model Int",
          "  provider = \"postgresql\"",
          "  provider = \"mysql\"",
          "  provider = env(\"X\")",
          "  url = \"postgresql://\"",
          "  relationMode = \"prisma\"",
          "  relationMode = \"nope\"",
          "  extensions = [vector]",
          "  schemas = [\"public\"]",
          "  schemas = []",
          "  schemas = \"public\"",
          "  previewFeatures = [\"views\"]",
          "  previewFeatures = [\"nope\"]",
          "  engineType = \"client\"",
          "  output = 3",
          "  key",
          "  key =",
          "  A",
          "  B @map(\"x\")",
          "  C @default",
          "  1",
          "  A B",
          "",
          "}",
          "{",
          "model New {",
          "enum New {",
          "enum Empty {}",
          "model Empty {\n}",
          "type T {\n  a Int\n}",
          "type Alias = String @unique",
          "view V {\n  id Int\n}",
          "datasource two {\n  provider = \"sqlite\"\n}",
          "generator two {\n  provider = \"x\"\n}",
          "model String {\n  id Int @id\n}",
          "model User {\n  id Int @id\n}",
          "enum Role {\n  A\n}",
          "model A\n{\n  id Int @id\n}",
          "nonsense");
  private static final List<String> COMMENTS =
      List.of(
          " // why",
          " /// doc",
          "// tight",
          "/// ",
          "//",
          " /* block */",
          "/* open",
          "\n// own line",
          "\n  /// own doc",
          "\n\n// after a gap\n");
  private static final List<String> BLANKS =
      List.of("", " ", "  ", "\t", " \t ", "\n", "\n\n", "\n\n\n", "   ", "\r\n", "\u00a0", "\r");
  private static final List<String> CHARACTERS =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "\"",
          "'",
          ",",
          ":",
          ";",
          "=",
          "@",
          "@@",
          "/",
          "//",
          "///",
          "\\",
          "?",
          "!",
          ".",
          "-",
          "_",
          "#",
          "%",
          "*",
          "<",
          "`",
          "~",
          "\n",
          "\t",
          " ",
          "0",
          "x",
          "ü",
          "\u00e9\u0301",
          "\ud83d\ude00",
          "\u4e2d",
          "\u0000",
          "\u2028",
          "\ufeff",
          "\r");
  private static final List<String> KEYWORDS =
      List.of("model", "enum", "view", "type", "datasource", "generator", "table", "Model", "");

  private Vocabulary() {}

  static String one(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  static String type(Random random) {
    return one(random.nextBoolean() ? SCALARS : TYPES, random);
  }

  static String arity(Random random) {
    return one(ARITIES, random);
  }

  static String attribute(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "@db." + one(NATIVE_TYPES, random);
      case 1, 2 -> "@default(" + one(DEFAULTS, random) + ")";
      default -> one(ATTRIBUTES, random);
    };
  }

  static String argument(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> one(ACTIONS, random);
      case 1 -> one(DEFAULTS, random);
      case 2 ->
          one(
              List.of(
                  "id",
                  "name",
                  "email",
                  "author",
                  "fields: [id]",
                  "map: \"x\"",
                  "onDelete: Cascade",
                  "onUpdate: SetNull",
                  "onDelete: SetDefault",
                  "name: \"n\"",
                  "sort: Asc",
                  "sort: desc",
                  "\"a\"",
                  "[id, name]",
                  "x.y",
                  "id(sort: Desc)",
                  "length: 10",
                  "ops: raw(\"x\")",
                  ""),
              random);
      default -> one(CHARACTERS, random);
    };
  }

  static String token(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> " " + type(random) + " ";
      case 1 -> " " + attribute(random) + " ";
      case 2 -> argument(random);
      case 3 -> " " + one(KEYWORDS, random) + " ";
      default -> one(CHARACTERS, random);
    };
  }

  static String line(Random random) {
    return one(LINES, random);
  }

  static String comment(Random random) {
    return one(COMMENTS, random);
  }

  static String blank(Random random) {
    return one(BLANKS, random);
  }

  static String character(Random random) {
    return one(CHARACTERS, random);
  }

  static String keyword(Random random) {
    return one(KEYWORDS, random);
  }

  static String rename(String word, Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> word + "x";
      case 1 -> word.toUpperCase(java.util.Locale.ROOT);
      case 2 -> word.toLowerCase(java.util.Locale.ROOT);
      case 3 -> "_" + word;
      case 4 -> word.repeat(1 + 64 / word.length());
      case 5 -> word.substring(1);
      default -> word + "-" + word;
    };
  }
}
