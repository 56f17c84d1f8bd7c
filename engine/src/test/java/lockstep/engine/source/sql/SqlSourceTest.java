package lockstep.engine.source.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.project.ProjectCode;
import lockstep.engine.testing.Postgres;
import lockstep.mapping.Reading;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Postgres
class SqlSourceTest {
  @TempDir Path folder;

  @Test
  void filesRunInTheOrderOfTheirNumbers(Shadow shadow) throws IOException {
    write("V10__later.sql", "alter table t add column b text;");
    write("V2__first.sql", "set search_path = s; create schema s; create table public.t (a int);");
    write("2/0001_x.up.sql", "create table early (a int);");
    write("2/0001_x.down.sql", "drop table early;");

    var reading = read(shadow, folder);

    assertThat(reading.diagnostics()).isEmpty();
    assertThat(tables(reading)).containsExactly("early", "t");
  }

  @Test
  void objectsAreFoundInTheirLines(Shadow shadow) throws IOException {
    var file =
        write(
            "schema.sql",
            """
            create schema if not exists "S";
            create unlogged table "S"."T" (a int, b text);
            create table t ();
            create unique index concurrently i on only "S"."T" (a);
            alter table only "S"."T" add constraint c check (a > 0);
            create type color as enum ('red');
            """);

    var origins = read(shadow, file).origins();
    var table = QualifiedName.of(Identifier.of("S"), Identifier.of("T"));
    var places =
        List.of(
                ObjectPath.table(table),
                ObjectPath.column(table, Identifier.of("b")),
                ObjectPath.of(Kind.INDEX, table, Identifier.of("i")),
                ObjectPath.of(Kind.CONSTRAINT, table, Identifier.of("c")))
            .stream()
            .map(it -> PlainRenderer.place(origins.find(it).orElseThrow()))
            .toList();

    assertThat(places)
        .containsExactly(
            "schema.sql:2:23", "schema.sql:2:23", "schema.sql:4:34", "schema.sql:5:41");
  }

  @Test
  void anErrorLeavesNothingToCompare(Shadow shadow) throws IOException {
    var reading = read(shadow, write("a.sql", "create table t ();\ncreate table t ();"));

    assertThat(reading.hasErrors()).isTrue();
    assertThat(reading.schema().namespaces()).isEmpty();
  }

  @Test
  void textIsReadInItsEncoding() {
    var sql = "SET client_encoding = 'WIN1252';\nselect 'ü€';";
    var decoded = new SqlText.Decoded(sql);

    assertThat(SqlText.decode(sql.getBytes(Charset.forName("windows-1252")))).isEqualTo(decoded);
    assertThat(SqlText.decode(("\ufeff" + sql).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(decoded);
    assertThat(SqlText.decode(sql.getBytes(StandardCharsets.UTF_16))).isEqualTo(decoded);
    assertThat(SqlText.decode("PGDMP\1".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new SqlText.Archive());
    assertThat(SqlText.decode(new byte[] {'a', (byte) 0xe9}))
        .isInstanceOf(SqlText.Unreadable.class);
    assertThat(SqlText.decode(new byte[] {'a', 0})).isInstanceOf(SqlText.Unreadable.class);
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    assertThat(codes(folder)).containsExactly(ProjectCode.FOLDER_WITHOUT_SCHEMA);
    assertThat(codes(folder.resolve("x.sql"))).containsExactly(ProjectCode.FILE_MISSING);
    assertThat(codes(write("b.sql", "\0"))).containsExactly(ProjectCode.NOT_TEXT);
  }

  private Path write(String name, String sql) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, sql);
  }

  private Reading read(Shadow shadow, Path path) {
    return SqlSource.read(files(path), shadow, "sql:test");
  }

  private SqlFiles files(Path path) {
    return SqlFiles.read(path, it -> folder.relativize(it).toString());
  }

  private List<Object> codes(Path path) {
    return files(path).diagnostics().stream().map(Diagnostic::code).map(it -> (Object) it).toList();
  }

  private static List<String> tables(Reading reading) {
    return reading.schema().namespaces().stream()
        .flatMap(it -> it.tables().stream())
        .map(it -> it.name().text())
        .toList();
  }
}
