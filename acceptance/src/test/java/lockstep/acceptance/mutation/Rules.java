package lockstep.acceptance.mutation;

import java.util.ArrayList;
import java.util.List;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.text.SourceText;

/// Collects the cases of all rules and numbers them.
final class Rules {
  static final String DATASOURCE = "datasource db {\n  provider = \"postgresql\"\n}\n\n";
  static final List<String> TYPED =
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
  static final String KIND = "\nenum Kind {\n  ADMIN\n  READER\n}\n";

  private final List<SchemaCase> cases = new ArrayList<>();

  /// Adds a schema that begins with the usual datasource.
  void add(String rule, String body) {
    addWhole(rule, DATASOURCE + body);
  }

  /// Adds a schema that is the text as it stands.
  void addWhole(String rule, String text) {
    var name = "rule/%04d %s".formatted(cases.size(), rule);
    cases.add(new SchemaCase(name, List.of(SourceText.of("schema.prisma", text))));
  }

  /// Adds a model with a key and one more field, beside an enum.
  void field(String rule, String field) {
    add(rule, "model A {\n  id Int @id\n  x  " + field + "\n}\n" + KIND);
  }

  List<SchemaCase> cases() {
    return List.copyOf(cases);
  }
}
