package lockstep.acceptance.mutation;

import java.util.List;

/// Ids, uniques and indexes with all their arguments.
final class IndexRules {
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

  private IndexRules() {}

  static void addTo(Rules rules) {
    indexes(rules);
  }

  private static void indexes(Rules rules) {
    for (var type : Rules.TYPED) {
      for (var method : INDEX_TYPES) {
        rules.add(
            "index type",
            "model A {\n  id Int @id\n  x "
                + type
                + "\n\n  @@index([x], type: "
                + method
                + ")\n}\n"
                + Rules.KIND);
        rules.add(
            "index raw ops",
            "model A {\n  id Int @id\n  x "
                + type
                + "\n\n  @@index([x(ops: raw(\"o\"))], type: "
                + method
                + ")\n}\n"
                + Rules.KIND);
      }
      for (var ops : OPERATOR_CLASSES) {
        var method =
            ops.contains("Path") || ops.contains("Json") || ops.contains("Array")
                ? "Gin"
                : ops.equals("InetOps") ? "Gist" : ops.equals("TextOps") ? "SpGist" : "Brin";
        rules.add(
            "operator class",
            "model A {\n  id Int @id\n  x "
                + type
                + "\n\n  @@index([x(ops: "
                + ops
                + ")], type: "
                + method
                + ")\n}\n"
                + Rules.KIND);
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
        rules.add(
            "block index",
            "model A {\n  id Int\n  x " + type + "\n\n  " + line + "\n}\n" + Rules.KIND);
        rules.add(
            "block index beside id",
            "model A {\n  id Int @id\n  x " + type + "?\n\n  " + line + "\n}\n" + Rules.KIND);
      }
    }
    for (var ops : OPERATOR_CLASSES) {
      for (var method : INDEX_TYPES) {
        rules.add(
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
        rules.add(
            kind + " arguments",
            "model A {\n  id Int @unique\n  x Int\n\n  " + kind + "(" + argument + ")\n}\n");
        rules.addWhole(
            kind + " arguments, partial indexes",
            "generator c {\n  provider = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\n\n"
                + Rules.DATASOURCE
                + "model A {\n  id Int @unique\n  x Int\n\n  "
                + kind
                + "("
                + argument
                + ")\n}\n");
      }
    }
  }
}
