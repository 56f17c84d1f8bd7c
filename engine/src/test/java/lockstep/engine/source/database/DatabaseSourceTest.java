package lockstep.engine.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.testing.Postgres;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;
import lockstep.schema.Schema;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

@Postgres
class DatabaseSourceTest {
  private static final String TWO_NAMESPACES =
      """
      create schema app;
      create type mood as enum ('ok');
      create type app.mood as enum ('ok');
      create table users (id int primary key);
      create table app.users (id int primary key);
      create table app.posts (
        id int primary key,
        "user" int references public.users (id),
        mood public.mood,
        own app.mood);
      create operator app.=== (leftarg = int, rightarg = int, procedure = int4eq);
      create operator === (leftarg = int, rightarg = int, procedure = int4eq);""";

  @Test
  void whatIsOutsideOfTheOneNamespaceIsNotTakenForAPartOfIt(ShadowDatabase database) {
    assertThat(database.run(TWO_NAMESPACES)).isEmpty();
    var reading = DatabaseSource.read(of(database, "app"), "database");
    assertThat(names(reading)).containsExactly("public");
    assertThat(DdlEmitter.emit(reading.schema()))
        .contains(
            "REFERENCES \"public (not read)\".\"users\"(\"id\")",
            "\"mood\" \"public (not read)\".\"mood\",",
            "\"own\" \"mood\",");
  }

  @Test
  void theOneNamespaceKeepsItsNameForPeople(ShadowDatabase database) {
    assertThat(database.run(TWO_NAMESPACES)).isEmpty();
    var reading = DatabaseSource.readAsNamed(of(database, "app"), "database");
    assertThat(names(reading)).containsExactly("app");
    assertThat(DdlEmitter.emit(reading.schema()))
        .contains("CREATE TABLE \"app\".\"posts\"", "\"own\" \"app\".\"mood\",");
  }

  @Test
  void aNamespaceThatIsNotThereIsSaid(ShadowDatabase database) {
    var reading = DatabaseSource.read(of(database, "ap"), "database");
    assertThat(reading.schema().namespaces()).isEmpty();
    assertThat(reading.hasErrors()).isFalse();
    assertThat(reading.diagnostics()).extracting(it -> it.code().id()).containsExactly("DB005");
  }

  @Test
  void notesAreAboutWhatWasRead(ShadowDatabase database) {
    assertThat(database.run(TWO_NAMESPACES)).isEmpty();
    assertThat(DatabaseSource.read(of(database, "app"), "database").diagnostics())
        .extracting(it -> it.fact())
        .containsExactly("Not read from database: operator (1): app.===.");
  }

  @Test
  void aSchemaThatNamesItsNamespacesIsComparedWithThese(ShadowDatabase database) {
    assertThat(database.run(TWO_NAMESPACES)).isEmpty();
    var url = of(database, "public");
    assertThat(names(DatabaseSource.readBeside(Schema.empty(), url, "database")))
        .containsExactly("public");
    assertThat(names(DatabaseSource.readBeside(ofTwoNamespaces(), url, "database")))
        .containsExactly("app", "public");
  }

  private static Schema ofTwoNamespaces() {
    var text =
        """
        datasource db {
          provider = "postgresql"
          schemas  = ["app", "public"]
        }

        model users {
          id Int @id

          @@schema("app")
        }
        """;
    return PslReader.read(List.of(SourceText.of("schema.prisma", text))).schema();
  }

  private static List<String> names(Reading reading) {
    return reading.schema().namespaces().stream().map(it -> it.name().text()).toList();
  }

  private static ConnectionUrl of(ShadowDatabase database, String namespace) {
    return database.url().withNamespace(namespace);
  }
}
