package lockstep.acceptance.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.corpus.OwnSchemas;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.oracle.AlembicProject;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.ModelsJudge;
import lockstep.acceptance.oracle.PrismaEngine;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Rows written and read through generated models, by asynchronous sessions, in the tables that
/// Prisma's script makes: every column, relation and client-side default.
class RowsTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String SCRIPT = Checkout.acceptance("python").resolve("rows.py").toString();

  /// One of each kind: many tables, many features, several namespaces, small.
  private static final List<String> APPLICATIONS =
      List.of(
          "prisma/saas-starter-kit",
          "prisma/trigger.dev",
          "prisma/langfuse",
          "prisma/bcgov-nrce-shared",
          "prisma/civitai");

  /// As hosts set it that keep extensions apart.
  private static final String SEARCH_PATH =
      """
      do $$ begin
        execute format('alter database %I set search_path = public, extensions',
                       current_database());
      end $$
      """;

  private static final List<String> DRIVERS = List.of("asyncpg", "psycopg");

  /// An application is tried in one way, the next one in the next; `-Dlockstep.slow=true` tries
  /// each in all.
  private static final boolean IS_SAMPLE = !Boolean.getBoolean("lockstep.slow");

  @TempDir private Path folder;

  /// An interpreter and a driver.
  private record Way(PythonEnvironment python, String driver) {
    static List<Way> all() {
      return Stream.of(PythonEnvironment.oldest(), PythonEnvironment.newest())
          .flatMap(python -> DRIVERS.stream().map(driver -> new Way(python, driver)))
          .toList();
    }
  }

  /// Holds a column of each type, bare, nullable and as a list, vectors and ranges among them.
  @Test
  void everyTypeReadsTheSameByEveryDriver() {
    tryIn(Way.all(), own("own/values"));
  }

  @Test
  void everyShapeOfRelation() {
    tryIn(Way.all().subList(3, 4), own("own/blog"));
    tryIn(Way.all().subList(0, 1), own("own/emulated"));
    tryIn(Way.all().subList(1, 2), own("own/spaces"));
  }

  /// In what `create_all` makes of an empty database. Types need no search path; operators do,
  /// which no model can name, so it is set before rows are looked for.
  @Test
  void extensionsInANamespaceOfTheirOwn() {
    var schema = OwnSchemas.extensionsElsewhere();
    assertThat(PrismaEngine.instance().validate(schema.files()).orThrow()).isEmpty();
    var models = WrittenModels.of(schema, folder);
    for (var way : Way.all()) {
      var judge = ModelsJudge.of(way.python(), way.driver());
      try (var bare = ScratchServer.instance().plain();
          var found = ScratchServer.instance().plain()) {
        assertThat(judge.createAll(folder, models.name(), bare)).isEmpty();
        assertThat(wrong(report(models, bare, way)))
            .allMatch(it -> it.contains("operator does not exist"));
        assertThat(judge.createAll(folder, models.name(), found)).isEmpty();
        assertThat(found.run(SEARCH_PATH)).isEmpty();
        if (way.python() == PythonEnvironment.newest()) {
          var url = found.sqlAlchemyUrl("psycopg");
          var project = folder.resolve("alembic-" + way.driver());
          assertThat(judge.alembic(AlembicProject.make(project, folder, models.name(), url)))
              .isEmpty();
        }
        writeAndRead(models, found, way);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> applications() {
    var corpus = Corpus.open().prisma();
    return IntStream.range(0, APPLICATIONS.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    APPLICATIONS.get(i), () -> tryIn(ways(i), find(corpus, APPLICATIONS.get(i)))));
  }

  private static List<Way> ways(int turn) {
    return IS_SAMPLE ? List.of(Way.all().get(turn % Way.all().size())) : Way.all();
  }

  private static SchemaCase own(String name) {
    return find(OwnSchemas.all(), name);
  }

  private static SchemaCase find(List<SchemaCase> cases, String name) {
    return cases.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  private void tryIn(List<Way> ways, SchemaCase schema) {
    var models = WrittenModels.of(schema, folder);
    var ddl = PrismaEngine.instance().ddl(schema.files()).orThrow();
    var types = new ArrayList<Json>();
    for (var way : ways) {
      types.add(writeAndRead(models, ddl, way).get("attributes").orElseThrow());
    }
    assertThat(types).as("types of what was read, by way").containsOnly(types.getFirst());
  }

  private static Json writeAndRead(WrittenModels models, String ddl, Way way) {
    try (var database = ScratchServer.instance().scratch()) {
      assertThat(database.run(ddl)).as("Prisma's script").isEmpty();
      return writeAndRead(models, database, way);
    }
  }

  private static Json writeAndRead(WrittenModels models, ScratchServer.Scratch database, Way way) {
    var what = what(models, way);
    var report = report(models, database, way);
    assertThat(wrong(report)).as(what).isEmpty();
    assertThat(count(report, "rows")).as(what).isPositive();
    System.out.printf(
        "standing: rows %s: %d rows, %d relations, %d defaults, %d comparisons%n",
        what,
        count(report, "rows"),
        count(report, "relations"),
        count(report, "defaults"),
        count(report, "comparisons"));
    return report;
  }

  private static String what(WrittenModels models, Way way) {
    return "%s on %s by %s".formatted(models.name(), way.python().name(), way.driver());
  }

  private static Json report(WrittenModels models, ScratchServer.Scratch database, Way way) {
    var url = database.sqlAlchemyUrl(way.driver());
    var words = List.of(SCRIPT, models.folder().toString(), models.name(), url);
    var result = way.python().run(models.folder(), LIMIT, "python", words);
    return read(result.orThrow(what(models, way)).output());
  }

  private static List<String> wrong(Json report) {
    return report.get("wrong").orElseThrow().items().stream().map(Json::toString).toList();
  }

  private static Json read(String output) {
    try {
      return JsonReader.read(output);
    } catch (MalformedJsonException e) {
      throw new AssertionError(output, e);
    }
  }

  private static int count(Json report, String name) {
    return report.get(name).orElseThrow().integer().orElseThrow();
  }
}
