package lockstep.testing.random;

import java.util.List;

/// A type of columns, with what suits it.
///
/// @param type as a schema writes it
/// @param nativeType the attribute behind it, or nothing
/// @param values literals for `@default`
/// @param functions calls for `@default`
/// @param isKey whether it can be part of a key
record Scalar(
    String type, String nativeType, List<String> values, List<String> functions, boolean isKey) {
  private static final List<String> TEXTS =
      List.of(
          "\"\"", "\"a\"", "\"it's\"", "\"a \\\"b\\\" \\\\ c\"", "\"line\\nbreak\"", "\"é {%}\"");
  private static final List<String> TIMES =
      List.of("\"2024-02-29T12:30:00Z\"", "\"1999-12-31T23:59:59.123+02:00\"");

  static final List<Scalar> ALL =
      List.of(
          key("Int", "", List.of("0", "-7", "2147483647"), List.of("autoincrement()")),
          key("Int", "@db.SmallInt", List.of("3"), List.of("autoincrement()")),
          key("Int", "@db.Oid", List.of("3"), List.of()),
          key("Int", "@db.Integer", List.of("3"), List.of()),
          key("BigInt", "", List.of("9223372036854775807"), List.of("autoincrement()")),
          plain("Float", "", List.of("1.5", "-0.25", "3")),
          plain("Float", "@db.Real", List.of("1.5")),
          key("Decimal", "", List.of("1.50", "100", "-3.25"), List.of()),
          key("Decimal", "@db.Decimal(10, 2)", List.of("1.50"), List.of()),
          plain("Decimal", "@db.Money", List.of("1.5")),
          key("Boolean", "", List.of("true", "false"), List.of()),
          key("String", "", TEXTS, clientMade()),
          key("String", "@db.VarChar(40)", TEXTS, clientMade()),
          key("String", "@db.VarChar", TEXTS, List.of()),
          key("String", "@db.Char(3)", List.of("\"abc\""), List.of()),
          key(
              "String",
              "@db.Uuid",
              List.of("\"4f8c0b4e-64c9-4f5b-8b0d-0b4f8c0b4e64\""),
              List.of("uuid()", "uuid(7)", "dbgenerated(\"gen_random_uuid()\")")),
          plain("String", "@db.Xml", List.of()),
          key("String", "@db.Inet", List.of("\"10.0.0.1\""), List.of()),
          key("String", "@db.Bit(3)", List.of("\"101\""), List.of()),
          key("String", "@db.VarBit(5)", List.of("\"10\""), List.of()),
          plain("String", "@db.VarBit", List.of()),
          key("DateTime", "", TIMES, List.of("now()")),
          key("DateTime", "@db.Timestamptz(6)", TIMES, List.of("now()")),
          key("DateTime", "@db.Timestamp(0)", List.of(), List.of("now()")),
          key("DateTime", "@db.Date", List.of(), List.of("now()")),
          plain("DateTime", "@db.Time(3)", List.of()),
          plain("DateTime", "@db.Timetz", List.of()),
          plain("Json", "", List.of("\"{}\"", "\"{\\\"a\\\": [1, 'x']}\"", "\"null\"")),
          plain("Json", "@db.Json", List.of("\"[]\"")),
          key("Bytes", "", List.of("\"\"", "\"AQID\""), List.of()),
          plain("Unsupported(\"point\")", "", List.of()),
          plain("Unsupported(\"tsvector\")", "", List.of()),
          plain("Unsupported(\"interval\")", "", List.of()),
          plain("Unsupported(\"int4range\")", "", List.of()));

  private static Scalar key(
      String type, String nativeType, List<String> values, List<String> functions) {
    return new Scalar(type, nativeType, values, functions, true);
  }

  private static Scalar plain(String type, String nativeType, List<String> values) {
    return new Scalar(type, nativeType, values, List.of(), false);
  }

  private static List<String> clientMade() {
    return List.of(
        "uuid()",
        "uuid(7)",
        "cuid()",
        "cuid(2)",
        "ulid()",
        "nanoid()",
        "nanoid(10)",
        "dbgenerated(\"md5('a'::text)\")");
  }

  static Scalar ofEnum(String name, List<String> values) {
    return key(name, "", values, List.of());
  }

  boolean isUnsupported() {
    return type.startsWith("Unsupported");
  }
}
