package lockstep.acceptance.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.ModelsJudge;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Layout;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.NameStyle;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Version;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQL to database to models to `create_all`: the catalogs are the same by every fact, in what
/// Prisma schemas cannot say as well, and what SQLAlchemy cannot say is named.
class SqlModelsTest {
  @TempDir private Path folder;

  @Test
  void everyOptionThatAnySqlAlchemyKnows() {
    var result = createdFrom("objects.sql", Version.V2_0, oldest());
    assertThat(result.models().findings()).isEmpty();
    assertThat(result.differences()).isEmpty();
  }

  @Test
  void everyOptionOnTheNewest() {
    var result = createdFrom("objects.sql", Version.V2_1, newest());
    assertThat(result.models().findings()).isEmpty();
    assertThat(result.differences()).isEmpty();
  }

  @Test
  void whatTheNewestKnowsIsSaidToIt() {
    var result = createdFrom("objects-2.1.sql", Version.V2_1, newest());
    assertThat(result.models().findings()).isEmpty();
    assertThat(result.differences()).isEmpty();
  }

  @Test
  void whatTheNewestKnowsIsNamedForTheOldest() {
    var result = createdFrom("objects-2.1.sql", Version.V2_0, oldest());
    assertThat(result.models().findings()).hasSize(4);
    assertThat(result.differences()).hasSize(4);
  }

  @Test
  void whatNoneKnowsIsNamed() {
    var result = createdFrom("unsayable.sql", Version.V2_1, newest());
    assertThat(String.join("\n", result.models().findings()) + "\n")
        .isEqualTo(text("unsayable.txt"));
  }

  /// @param differences between the script's catalog and the models'
  private record Result(WrittenModels models, List<String> differences) {}

  private Result createdFrom(String script, Version version, ModelsJudge judge) {
    try (var wanted = ScratchServer.instance().scratch();
        var made = ScratchServer.instance().scratch()) {
      assertThat(wanted.run(text(script))).isEmpty();
      var models = models(wanted, version);
      assertThat(judge.createAll(folder, models.name(), made)).isEmpty();
      return new Result(models, wanted.catalog().differencesTo(made.catalog()));
    }
  }

  private WrittenModels models(ScratchServer.Scratch database, Version version) {
    try (var session = Session.open(database.url())) {
      var reading = Introspector.read(session, IntrospectionOptions.everything("database"));
      var options =
          new SqlAlchemyOptions(
              version,
              Layout.FILE_PER_MODEL,
              NameStyle.SNAKE_CASE,
              "sql_models",
              new SqlAlchemyOptions.Source("schema.sql", ""),
              List.of());
      return WrittenModels.of(reading.schema(), reading.mapping(), folder, options);
    }
  }

  private static ModelsJudge oldest() {
    return ModelsJudge.of(PythonEnvironment.oldest(), "asyncpg");
  }

  private static ModelsJudge newest() {
    return ModelsJudge.of(PythonEnvironment.newest(), "psycopg");
  }

  private static String text(String name) {
    try {
      return Files.readString(Checkout.acceptance("sql").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
