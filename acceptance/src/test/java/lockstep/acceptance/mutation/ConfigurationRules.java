package lockstep.acceptance.mutation;

import java.util.List;

/// Datasources, generators, and files that have none or two.
final class ConfigurationRules {

  private ConfigurationRules() {}

  static void addTo(Rules rules) {
    configuration(rules);
  }

  private static void configuration(Rules rules) {
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
      rules.addWhole(
          "provider", "datasource db {\n  " + line + "\n}\n\nmodel A {\n  id Int @id\n}\n");
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
      rules.addWhole(
          "datasource",
          "datasource db {\n  provider = \"postgresql\"\n  "
              + line
              + "\n}\n\nmodel A {\n  id Int @id\n}\n");
      rules.addWhole(
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
      rules.addWhole(
          "generator",
          "generator c {\n  "
              + line
              + "\n}\n\n"
              + Rules.DATASOURCE
              + "model A {\n  id Int @id\n}\n");
    }
    for (var text :
        List.of(
            "",
            "\n",
            "// only a comment\n",
            "model A {\n  id Int @id\n}\n",
            "datasource a {\n}\n",
            Rules.DATASOURCE + Rules.DATASOURCE,
            Rules.DATASOURCE + "datasource other {\n  provider = \"postgresql\"\n}\n",
            "generator a {\n  provider = \"x\"\n}\ngenerator a {\n  provider = \"x\"\n}\n",
            "datasource {\n  provider = \"postgresql\"\n}\n",
            "datasource db\n{\n}\n",
            Rules.DATASOURCE + "enum E {\n  A\n}\n")) {
      rules.addWhole("whole file", text);
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
          rules.addWhole(
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
