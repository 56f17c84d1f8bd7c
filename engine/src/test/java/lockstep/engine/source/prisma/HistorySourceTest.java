package lockstep.engine.source.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import lockstep.diagnostic.PlainRenderer;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.testing.Postgres;
import lockstep.mapping.Reading;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder of migrations as a source.
@Postgres
class HistorySourceTest {
  @TempDir private Path folder;

  @Test
  void aHistoryIsWhatItsFilesMakeOneAfterTheOther(Shadow shadow) throws IOException {
    write("2_b", "alter table a add b int; grant select on a to nobody_here;");
    write("1_a", "create table a (); set search_path to nowhere;");
    Files.writeString(folder.resolve("1_a/down.sql"), "drop table a;");
    Files.writeString(folder.resolve("migration_lock.toml"), "provider = \"postgresql\"\n");
    var reading = read(shadow);
    assertThat(rendered(reading)).contains("note[SQL002]");
    assertThat(objects(reading)).containsExactly("a");
  }

  @Test
  void aFileThatFailsIsSaidWithItsLineAndTheServersWords(Shadow shadow) throws IOException {
    write("1_a", "create table a ();");
    write("2_b", "alter table a add b int;\nalter table missing add b int;");
    assertThat(rendered(read(shadow)))
        .contains("2_b/migration.sql:2:1\n", "\"missing\" does not exist (SQLSTATE 42P01)");
  }

  @Test
  void aFileRunsInOneTransactionAsItWouldBeApplied(Shadow shadow) throws IOException {
    write(
        "1_a",
        "create table a (); create table b as select now() as n; select 1/count(*) from b"
            + " where n <> now(); create table c ();");
    assertThat(rendered(read(shadow))).contains("22012");
    write("1_a", "create type a as enum ('x');");
    write("2_b", "alter type a add value 'y'; create table b (a a default 'y');");
    write("3_c", "create index concurrently on b (a); create table c ();");
    assertThat(read(shadow).hasErrors()).isFalse();
  }

  @Test
  void anExtensionSeesTheSchemaThatTheSameFileMakes(Shadow shadow) throws IOException {
    write("1_a", "create schema s; create extension dblink schema s; create table s.a ();");
    assertThat(rendered(read(shadow))).isEmpty();
  }

  @Test
  void commandsOfPsqlAreAsWrongAsWhenTheyAreApplied(Shadow shadow) throws IOException {
    write("1_a", "\\restrict x\ncreate table a ();");
    assertThat(rendered(read(shadow))).contains("1_a/migration.sql:1:1", "SQLSTATE 42601");
  }

  private Reading read(Shadow shadow) {
    var migrations =
        MigrationFolder.read(folder, it -> folder.relativize(it).toString().replace('\\', '/'));
    return HistorySource.read(migrations, shadow, "the history");
  }

  private static String rendered(Reading reading) {
    return reading.diagnostics().stream().map(PlainRenderer::render).collect(Collectors.joining());
  }

  private static Iterable<String> objects(Reading reading) {
    return reading
        .schema()
        .namespace(Schema.DEFAULT_NAMESPACE)
        .map(Namespace::objects)
        .orElseThrow()
        .stream()
        .map(SchemaObject::name)
        .map(Identifier::text)
        .toList();
  }

  private void write(String name, String script) throws IOException {
    var migration = Files.createDirectories(folder.resolve(name));
    Files.writeString(migration.resolve("migration.sql"), script);
  }
}
