package lockstep.acceptance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.acceptance.oracle.PrismaEngine.Answer;
import lockstep.acceptance.oracle.PrismaEngine.Finding;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

/// The judge itself, on small schemas of our own.
class PrismaEngineTest {
  private static final PrismaEngine PRISMA = PrismaEngine.instance();

  private static final String OLD =
      """
      datasource db {
        provider  = "postgresql"
        url       = env("DATABASE_URL") // the main one
        directUrl = env("DIRECT_URL")
      }

      generator client {
        provider        = "prisma-client-js"
        previewFeatures = ["metrics", "views", "orderByNulls"]
      }

      model User {
        id   Int    @id
        näme String @map("ü") @map("ü")
      }
      """;

  @Test
  void readsOlderSchemasAsTodaysWithPositionsKept() {
    assertThat(findings(OLD))
        .filteredOn(it -> !it.isWarning())
        .hasSize(2)
        .allSatisfy(it -> assertThat(OLD.substring(it.start(), it.end())).startsWith("@map("));
  }

  @Test
  void dropsTheLastRetiredFeatureOfAListToo() {
    var text =
        OLD.replace("\"views\", \"orderByNulls\"", "\"metrics\"").replace(" @map(\"ü\")", "");
    assertThat(findings(text)).isEmpty();
  }

  @Test
  void takesNoFeatureForRetiredThatNeverWas() {
    assertThat(findings(OLD.replace("\"views\"", "\"vews\"")))
        .extracting(Finding::message)
        .anyMatch(it -> it.startsWith("The preview feature \"vews\" is not known"));
  }

  @Test
  void keepsWhatIsWrongWithAnOldPropertyAtAnyAge() {
    assertThat(findings(OLD.replace("directUrl", "url      ")))
        .extracting(Finding::message)
        .contains("Key \"url\" is already defined in source \"db\".");
  }

  @Test
  void writesTheScriptForAnEmptyDatabase() {
    var files =
        List.of(
            SourceText.of(
                "a.prisma",
                "datasource db {\n  provider = \"postgresql\"\n}\nmodel A {\n  id Int @id\n}\n"));
    assertThat(PRISMA.ddl(files))
        .isInstanceOfSatisfying(
            Answer.Value.class,
            it ->
                assertThat((String) it.value())
                    .contains("CONSTRAINT \"A_pkey\" PRIMARY KEY (\"id\")"));
  }

  @Test
  void formatsTheTextAsItIs() {
    var files = List.of(SourceText.of("a.prisma", "datasource  db {\nurl=\"x\"\n}"));
    assertThat(PRISMA.format(files))
        .isEqualTo(
            new Answer.Value<>(
                List.of(SourceText.of("a.prisma", "datasource db {\n  url = \"x\"\n}\n"))));
  }

  @Test
  void saysWhyThereIsNoScript() {
    var files = List.of(SourceText.of("a.prisma", "model A {"));
    assertThat(PRISMA.ddl(files)).isInstanceOf(Answer.Refusal.class);
  }

  private static List<Finding> findings(String text) {
    return PRISMA.validate(List.of(SourceText.of("schema.prisma", text))).orThrow();
  }
}
