package lockstep.check.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.mapping.Model;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class BystandersTest {
  private static final String TABLES =
      """
      datasource db {
        provider = "postgresql"
      }

      model Note {
        id Int @id
      }

      model alembic_version {
        version_num String @id
      }
      """;

  @Test
  void tablesOfOtherToolsAreLeftOutAndNamed() {
    var left = Bystanders.leaveOut(read(TABLES), "database app");
    assertThat(left.schema().tables().map(it -> it.name().name().text())).containsExactly("Note");
    assertThat(left.mapping().models()).extracting(Model::name).containsExactly("Note");
    assertThat(left.diagnostics())
        .extracting(Diagnostic::fact)
        .containsExactly(
            "Table `alembic_version` of database app belongs to another tool and was left out.");
  }

  @Test
  void whatAnotherTableRefersToStays() {
    var reading =
        read(
            TABLES
                .replace("  version_num String @id", "  version_num String @id\n  notes Note[]")
                .replace(
                    "  id Int @id",
                    "  id Int @id\n  v String\n"
                        + "  of alembic_version @relation(fields: [v], references: [version_num])"));
    assertThat(Bystanders.leaveOut(reading, "database app")).isSameAs(reading);
  }

  @Test
  void whatPeopleWroteIsMissedAndWhatAServerHasIsLeftAlone() {
    var nothing = new Side("other", read("datasource db {\n  provider = \"postgresql\"\n}\n"));
    for (var kind : Side.Kind.values()) {
      var drifts = DriftCheck.check(new Side("one", read(TABLES), kind), nothing);
      assertThat(drifts)
          .extracting(it -> it.diagnostic().code())
          .containsExactlyInAnyOrder(
              DriftCode.MISSING,
              kind == Side.Kind.RECORDED ? DriftCode.LEFT_ALONE : DriftCode.MISSING);
    }
  }

  @Test
  void whoNamesANamespaceDeclaresNoTableInIt() {
    var written =
        read(
            """
            datasource db {
              provider = "postgresql"
              schemas  = ["public"]
            }

            model Note {
              id Int @id

              @@schema("public")
            }
            """);
    var drifts =
        DriftCheck.check(
            new Side("one", written, Side.Kind.WRITTEN), new Side("other", read(TABLES)));
    assertThat(drifts)
        .extracting(it -> it.diagnostic().code())
        .containsExactly(DriftCode.LEFT_ALONE);
  }

  private static Reading read(String text) {
    var reading = PslReader.read(List.of(SourceText.of("schema.prisma", text)));
    assertThat(reading.hasErrors()).as(reading.diagnostics().toString()).isFalse();
    return reading;
  }
}
