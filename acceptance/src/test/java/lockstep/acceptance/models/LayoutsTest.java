package lockstep.acceptance.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.corpus.OwnSchemas;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.oracle.ModelsJudge;
import lockstep.acceptance.oracle.PrismaEngine;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Layout;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.NameStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same tables come out of every layout and style of names, in whatever order modules are
/// imported.
class LayoutsTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final List<String> APPLICATIONS =
      List.of("prisma/saas-starter-kit", "prisma/bcgov-nrce-shared");

  @TempDir private Path folder;

  @Test
  void oneFile() {
    var judge = ModelsJudge.of(PythonEnvironment.oldest(), "asyncpg");
    cases().forEach(it -> create(judge, it, Layout.SINGLE_FILE, NameStyle.SNAKE_CASE));
    isClean();
  }

  @Test
  void namesOfFields() {
    var judge = ModelsJudge.of(PythonEnvironment.newest(), "psycopg");
    cases().forEach(it -> create(judge, it, Layout.FILE_PER_MODEL, NameStyle.FIELD));
  }

  @Test
  void oneFileWithNamesOfFields() {
    var judge = ModelsJudge.of(PythonEnvironment.newest(), "psycopg");
    OwnSchemas.all().stream()
        .filter(LayoutsTest::isRunnable)
        .forEach(it -> create(judge, it, Layout.SINGLE_FILE, NameStyle.FIELD));
  }

  @Test
  void everyModuleCanBeImportedFirst() {
    var judge = ModelsJudge.of(PythonEnvironment.oldest(), "asyncpg");
    for (var it : List.of("own/blog", "own/values", "own/views", "own/spaces")) {
      var schema =
          OwnSchemas.all().stream().filter(own -> own.name().equals(it)).findFirst().orElseThrow();
      var models = WrittenModels.of(schema, folder);
      assertThat(models.modules()).hasSizeGreaterThan(3);
      for (var module : models.modules()) {
        assertThat(judge.importAlone(folder, module)).as(module).isEmpty();
      }
    }
  }

  private static Stream<SchemaCase> cases() {
    var corpus = Corpus.isHere() ? Corpus.open().prisma() : List.<SchemaCase>of();
    return Stream.concat(
        OwnSchemas.all().stream().filter(LayoutsTest::isRunnable),
        corpus.stream().filter(it -> APPLICATIONS.contains(it.name())));
  }

  /// This one has an index that no server can make.
  private static boolean isRunnable(SchemaCase schema) {
    return !schema.name().equals("own/types");
  }

  private void create(ModelsJudge judge, SchemaCase schema, Layout layout, NameStyle names) {
    var models = WrittenModels.of(schema, folder, layout, names);
    var ddl = PrismaEngine.instance().ddl(schema.files()).orThrow();
    try (var wanted = ScratchServer.instance().scratch();
        var made = ScratchServer.instance().scratch()) {
      assertThat(wanted.run(ddl)).as(models.name()).isEmpty();
      assertThat(judge.createAll(folder, models.name(), made)).as(models.name()).isEmpty();
      assertThat(wanted.catalog().differencesTo(made.catalog())).as(models.name()).isEmpty();
    }
  }

  private void isClean() {
    for (var words :
        List.of(
            List.of("format", "--check", "--isolated", "."),
            List.of("check", "--isolated", "--select", "E,F,W,I,B,UP,N,C4,SIM,RUF", "."))) {
      PythonEnvironment.newest().run(folder, LIMIT, "ruff", words).orThrow("ruff " + words);
    }
  }
}
