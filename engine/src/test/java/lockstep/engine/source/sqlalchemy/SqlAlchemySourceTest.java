package lockstep.engine.source.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.diagnostic.PlainRenderer;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.Progress;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.testing.Postgres;
import lockstep.mapping.Reading;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

@Postgres
class SqlAlchemySourceTest {
  @TempDir private Path folder;

  /// Every case says the same in all versions of SQLAlchemy.
  @ParameterizedTest
  @GoldenCases("read-sqlalchemy")
  void models(GoldenCase it, Shadow shadow) throws IOException {
    var sources = it.sources(".py");
    for (var source : sources) {
      write(source.name(), source.content());
    }
    var isSqlModel = sources.stream().anyMatch(source -> source.content().contains("sqlmodel"));
    for (var python : isSqlModel ? Set.of(TestPython.SQLALCHEMY_2_1) : both()) {
      var reading = read(python, shadow, "app.models");
      it.expect("schema.sql", DdlEmitter.emit(reading.schema()));
      it.expect("mapping.txt", MappingText.of(reading));
      if (!reading.diagnostics().isEmpty()) {
        it.expect("diagnostics.txt", diagnostics(reading));
      }
    }
  }

  @Test
  void whatPostgresRefusesIsPlaced(Shadow shadow) throws IOException {
    write(
        "app/models.py",
        """
        import sqlalchemy as sa
        metadata = sa.MetaData()
        sa.Table("fine", metadata, sa.Column("id", sa.Integer))
        sa.Table(
            "broken", metadata, sa.Column("id", sa.Integer, server_default=sa.text("nonsense()")))
        sa.Index("lost", metadata.tables["broken"].c.id)
        wide = sa.Table("wide", metadata, sa.Column("id", sa.Integer))
        sa.Index("twice", wide.c.id)
        sa.Index("twice", wide.c.id)
        """);
    var reading = read(TestPython.SQLALCHEMY_2_0, shadow, "app.models");
    assertThat(diagnostics(reading))
        .isEqualTo(
            """
            error[PRB011]: PostgreSQL refuses `CREATE TABLE broken ( id INTEGER DEFAULT nonsense() )`: \
            function nonsense() does not exist.
              --> app/models.py:4
               = No function matches the given name and argument types. You might need to add \
            explicit type casts.
            error[PRB011]: PostgreSQL refuses `CREATE INDEX twice ON wide (id)`: \
            relation "twice" already exists.
               = The models' own `create_all` fails in the same way; mend the model.
            """);
    assertThat(reading.schema().tables()).isEmpty();
  }

  @Test
  void modulesWithoutTablesAreAnErrorAndABaseWithoutIsAWarning(Shadow shadow) throws IOException {
    write("app/models.py", "");
    var reading = read(TestPython.SQLALCHEMY_2_1, shadow, "app.models");
    assertThat(diagnostics(reading)).contains("error[PRB010]: `app.models` declares no table.");
    write("app/models.py", "import sqlalchemy\nmetadata = sqlalchemy.MetaData()\n");
    reading = read(TestPython.SQLALCHEMY_2_1, shadow, "app.models");
    assertThat(diagnostics(reading)).contains("warning[PRB010]: `python:app.models` declares no");
  }

  @Test
  void severalModulesAndASingleBaseCanBeNamed(Shadow shadow) throws IOException {
    write("one.py", table("a") + table("b", "other"));
    write("two.py", table("c"));
    var reading = read(TestPython.SQLALCHEMY_2_0, shadow, "one:other", "two");
    assertThat(reading.schema().tables().map(it -> it.name().name().text()))
        .containsExactly("b", "c");
  }

  private static String table(String name) {
    return table(name, "metadata");
  }

  private static String table(String name, String metadata) {
    return """
        import sqlalchemy as sa
        %2$s = sa.MetaData()
        sa.Table("%1$s", %2$s, sa.Column("id", sa.Integer))
        """
        .formatted(name, metadata);
  }

  private static Set<TestPython> both() {
    return EnumSet.of(TestPython.SQLALCHEMY_2_0, TestPython.SQLALCHEMY_2_1);
  }

  private Reading read(TestPython python, Shadow shadow, String... modules) {
    var names = List.of(modules);
    var spec = new SourceSpec.Python(names, folder, "python:" + String.join(",", names));
    return SqlAlchemySource.read(spec, python.project(folder), shadow, Progress.SILENT);
  }

  private static String diagnostics(Reading reading) {
    return reading.diagnostics().stream().map(PlainRenderer::render).collect(Collectors.joining());
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
