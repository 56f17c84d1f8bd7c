package lockstep.acceptance.standing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.corpus.Judged;
import lockstep.acceptance.corpus.JudgedCorpus;
import lockstep.acceptance.corpus.OwnSchemas;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.oracle.PrismaEngine;
import lockstep.acceptance.oracle.PrismaEngine.Answer;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.check.drift.Ignored;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Progress;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.project.Environment;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.SqlBeside;
import lockstep.engine.project.Tools;
import lockstep.engine.sink.FileChange;
import lockstep.engine.testing.TestServer;
import lockstep.engine.workflow.PullSchema;
import lockstep.engine.workflow.SourceReader;
import lockstep.psl.PslReader;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.TypeSql;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `lockstep pull` makes of the database that Prisma makes from a schema.
class PullStandingTest {
  private static final PrismaEngine PRISMA = PrismaEngine.instance();

  /// Tables of other tools, which a new schema leaves out and names.
  private static final List<String> BYSTANDERS =
      List.of("flyway_schema_history", "alembic_version", "_prisma_migrations");

  @TempDir private Path folder;

  /// Pulled into no file, it is a schema that Prisma takes, and gives the same database.
  @Test
  void fromNothing() {
    var standing = Standing.of("pull-new");
    schemas().forEach(it -> standing.count(it.schema().name(), guarded(() -> created(it))));
    standing.close();
  }

  /// Pulled over the schema itself, it changes nothing.
  @Test
  void overTheSchemaItself() {
    var standing = Standing.of("pull-same");
    schemas().forEach(it -> standing.count(it.schema().name(), guarded(() -> changed(it))));
    standing.close();
  }

  /// Pulled over an older or a newer schema, it is one that Prisma takes, and gives the database.
  /// Every twelfth of the recorded migrations; all in a slow run.
  @Test
  void overAnotherVersion() {
    var all = Corpus.open().triples();
    var step = Boolean.getBoolean("lockstep.slow") ? 1 : 12;
    var standing = Standing.of(step == 1 ? "pull-other" : "pull-other-sample");
    for (var i = 0; i + 1 < all.size(); i += 2 * step) {
      follow(all.get(i), all.get(i + 1), standing);
      follow(all.get(i + 1), all.get(i), standing);
    }
    standing.close();
  }

  private void follow(SchemaCase written, SchemaCase database, Standing standing) {
    if (PRISMA.ddl(written.files()) instanceof Answer.Value<String>
        && PRISMA.ddl(database.files()) instanceof Answer.Value<String>(var ddl)) {
      standing.count(written.name(), guarded(() -> followed(written, ddl)));
    }
  }

  private static Stream<Judged.Accepted> schemas() {
    return Stream.concat(JudgedCorpus.accepted().stream(), OwnSchemas.accepted().stream());
  }

  private interface Trial {
    Optional<String> run() throws IOException;
  }

  private static Optional<String> guarded(Trial trial) {
    try {
      return trial.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(Crash.of(e).kind() + "\n" + e);
    }
  }

  private Optional<String> created(Judged.Accepted judged) throws IOException {
    try (var database = database(judged.ddl())) {
      return given(
          Files.createTempDirectory(folder, "new").resolve("schema.prisma"), database, BYSTANDERS);
    }
  }

  private Optional<String> followed(SchemaCase before, String ddl) throws IOException {
    try (var database = database(ddl)) {
      return given(written(before.files()), database, List.of(" column position "));
    }
  }

  /// Returns how the database that Prisma makes from the pulled schema differs.
  ///
  /// @param ignored parts of facts that do not count
  private Optional<String> given(
      Path schema, ScratchServer.Scratch database, List<String> ignored) {
    try (var second = ScratchServer.instance().scratch()) {
      var outcome = pull(schema, database);
      if (outcome.hasErrors()) {
        return Optional.of(facts(outcome.diagnostics()));
      }
      var texts =
          outcome.files().stream().map(it -> SourceText.of("schema.prisma", it.wanted())).toList();
      var findings =
          PRISMA.validate(texts).orThrow().stream().filter(it -> !it.isWarning()).toList();
      if (!findings.isEmpty()) {
        return Optional.of("Prisma rejects it: " + findings.getFirst().message());
      }
      var refusal = second.run(PRISMA.ddl(texts).orThrow());
      if (refusal.isPresent()) {
        return Optional.of("PostgreSQL refuses it: " + refusal.get().message());
      }
      var differences =
          database.catalog().differencesTo(second.catalog()).stream()
              .filter(it -> ignored.stream().noneMatch(it::contains))
              .toList();
      return differences.isEmpty()
          ? Optional.empty()
          : Optional.of(String.join("\n", differences.stream().limit(8).toList()));
    }
  }

  private Optional<String> changed(Judged.Accepted judged) throws IOException {
    try (var database = database(judged.ddl() + views(judged.schema()))) {
      var outcome = pull(written(judged.schema().files()), database);
      if (outcome.hasErrors()) {
        return Optional.of(facts(outcome.diagnostics()));
      }
      var changes = outcome.pending();
      return changes.isEmpty()
          ? Optional.empty()
          : Optional.of(
              changes.stream().map(PullStandingTest::diff).collect(Collectors.joining("\n")));
    }
  }

  /// Views without rows for those that the schema knows: Prisma makes none.
  private static String views(SchemaCase schema) {
    var read = PslReader.read(schema.files()).schema();
    var names = Names.of(read);
    var sql = new StringBuilder();
    for (var in : read.namespaces()) {
      for (var view : in.views()) {
        sql.append(
            "\nCREATE VIEW %s AS SELECT %s;"
                .formatted(
                    names.of(QualifiedName.of(in.name(), view.name())),
                    view.columns().stream()
                        .map(
                            it ->
                                "NULL::%s AS %s"
                                    .formatted(TypeSql.of(it.type(), names), Quote.name(it.name())))
                        .collect(Collectors.joining(", "))));
      }
    }
    return sql.toString();
  }

  private static String diff(FileChange it) {
    return it.diff(it.path().getFileName().toString());
  }

  private static ScratchServer.Scratch database(String ddl) {
    var database = ScratchServer.instance().scratch();
    database
        .run(ddl)
        .ifPresent(
            it -> {
              throw new IllegalStateException(it.message());
            });
    return database;
  }

  private Path written(List<SourceText> files) throws IOException {
    var schema = Files.createTempDirectory(folder, "same");
    for (var i = 0; i < files.size(); i++) {
      Files.writeString(schema.resolve("%04d.prisma".formatted(i)), files.get(i).content());
    }
    return schema;
  }

  private PullSchema.Outcome pull(Path schema, ScratchServer.Scratch database) {
    var environment = new Environment(Map.of(), folder, folder);
    var tools =
        new Tools(
            new ShadowSettings.Embedded(TestServer.settings()),
            PythonSettings.DEFAULT,
            Ignored.NONE);
    try (var reader = new SourceReader(environment, folder, tools, Progress.SILENT)) {
      return PullSchema.compare(
          new PullSchema.Request(
              new SourceSpec.Prisma(schema, "schema", new SqlBeside(List.of())),
              new SourceSpec.Database(database.url(), "database"),
              reader,
              environment));
    }
  }

  private static String facts(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::fact)
        .collect(Collectors.joining("\n"));
  }
}
