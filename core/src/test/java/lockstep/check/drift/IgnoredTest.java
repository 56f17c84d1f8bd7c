package lockstep.check.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.mapping.Model;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoredTest {
  private static final String MODELS =
      """
      model users {
        id     Int         @id
        legacy String?
        seen   audit_log[]
      }

      model audit_log {
        id     Int   @id @default(autoincrement())
        userId Int
        user   users @relation(fields: [userId], references: [id])
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "audit_*, public, audit_log, true",
    "audit_*, public, logs, false",
    "*, reporting, facts, true",
    "facts, reporting, facts, false",
    "reporting.*, reporting, facts, true",
    "public.audit_log, public, audit_log, true",
    "table audit_log, public, audit_log, true",
    "view audit_log, public, audit_log, false",
    "schema reporting, reporting, facts, true",
    "a.b, public, aXb, false",
  })
  void namesTables(String pattern, String namespace, String name, boolean isIgnored) {
    var path = ObjectPath.table(QualifiedName.of(namespace, name));
    assertThat(new Ignored(List.of(pattern)).has(path)).isEqualTo(isIgnored);
  }

  @Test
  void namesPartsAndAllThatIsInAnObject() {
    var column = ObjectPath.column(QualifiedName.of("public", "users"), Identifier.of("legacy"));
    assertThat(new Ignored(List.of("users.legacy")).has(column)).isTrue();
    assertThat(new Ignored(List.of("users")).has(column)).isTrue();
    assertThat(new Ignored(List.of("users.name")).has(column)).isFalse();
  }

  @Test
  void whatIsIgnoredIsANoteAndNoChange() {
    var whole = side("whole", MODELS);
    var some = side("some", "model users {\n  id Int @id\n}\n");
    var ignored = new Ignored(List.of("audit_*", "users.legacy"));
    assertThat(DriftCheck.check(whole, some))
        .extracting(it -> it.diagnostic().code())
        .contains(DriftCode.MISSING);
    assertThat(DriftCheck.check(whole, some, ignored))
        .isNotEmpty()
        .extracting(it -> it.diagnostic().code())
        .containsOnly(DriftCode.LEFT_ALONE);
    assertThat(DriftCheck.ours(whole, some, Ignored.NONE)).isNotEmpty();
    assertThat(DriftCheck.ours(whole, some, ignored)).isEmpty();
  }

  @Test
  void generatedCodeDoesWithoutItAndWhatReachesIt() {
    var left = new Ignored(List.of("audit_*")).leaveOut(read(MODELS), "database app");
    assertThat(left.schema().tables().map(it -> it.name().name().text())).containsExactly("users");
    assertThat(left.mapping().models()).extracting(Model::name).containsExactly("users");
    assertThat(left.mapping().models().getFirst().relations()).isEmpty();
    assertThat(left.diagnostics())
        .extracting(Diagnostic::fact)
        .containsExactly(
            "Left out of database app, as the settings say (1): table public.audit_log.");
  }

  @Test
  void aTableThatAnotherRefersToStays() {
    var reading = read(MODELS);
    assertThat(new Ignored(List.of("users")).leaveOut(reading, "database app")).isSameAs(reading);
  }

  private static Side side(String name, String models) {
    return new Side(name, read(models));
  }

  private static Reading read(String models) {
    var text = "datasource db {\n  provider = \"postgresql\"\n}\n\n" + models;
    var reading = PslReader.read(List.of(SourceText.of("schema.prisma", text)));
    assertThat(reading.hasErrors()).as(reading.diagnostics().toString()).isFalse();
    return reading;
  }
}
