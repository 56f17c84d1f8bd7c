package lockstep.engine.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import lockstep.check.drift.Ignored;
import lockstep.check.drift.Side;
import lockstep.check.lint.Levels;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Origins;
import lockstep.diagnostic.Severity;
import lockstep.engine.Progress;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.postgres.introspection.IntrospectionCode;
import lockstep.engine.postgres.script.Declarations;
import lockstep.engine.project.Environment;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Tools;
import lockstep.engine.python.Interpreter;
import lockstep.engine.python.InterpreterSearch;
import lockstep.engine.python.PythonProject;
import lockstep.engine.source.database.DatabaseSource;
import lockstep.engine.source.prisma.HistorySource;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.engine.source.prisma.SchemaFiles;
import lockstep.engine.source.sql.DeclaredFiles;
import lockstep.engine.source.sql.SqlFiles;
import lockstep.engine.source.sql.SqlSource;
import lockstep.engine.source.sqlalchemy.SqlAlchemySource;
import lockstep.mapping.Mapping;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;
import lockstep.schema.Access;
import lockstep.schema.Schema;
import lockstep.text.SourceText;

/// Reads any source, each in its own way. The shadow server is opened when the first source needs
/// it, and given back at the end; an import that is still running is ended.
public final class SourceReader implements AutoCloseable {
  private final Environment environment;
  private final Path folder;
  private final Tools tools;
  private final Progress progress;
  private final List<SqlAlchemySource> imports = new ArrayList<>();
  private final Map<Path, SchemaFiles> schemas = new TreeMap<>();
  private final Map<Path, SqlFiles> declared = new TreeMap<>();
  private Optional<Shadow> shadow = Optional.empty();

  /// @param folder the project's, where an interpreter is looked for
  public SourceReader(Environment environment, Path folder, Tools tools, Progress progress) {
    this.environment = environment;
    this.folder = folder;
    this.tools = tools;
    this.progress = progress;
  }

  /// Returns what a source says. With an error among the diagnostics nothing can be compared with
  /// it.
  public Reading read(SourceSpec spec) {
    return switch (spec) {
      case SourceSpec.Prisma it -> prisma(it);
      case SourceSpec.Empty _ -> ofEmptyDatabase();
      case SourceSpec.Database(var url, var label) -> DatabaseSource.read(url, label);
      case SourceSpec.Python it -> start(it).finish(shadow(), Schema.empty());
      case SourceSpec.Sql(var path, var label) ->
          SqlSource.read(SqlFiles.read(path, environment::show), shadow(), label);
      case SourceSpec.Migrations(var path, var label) ->
          HistorySource.read(MigrationFolder.read(path, environment::show), shadow(), label);
    };
  }

  /// Returns what a source says by itself. A namespace that is not there is a mistake, then; where
  /// another source is beside it, it may be that nobody has made it yet.
  public Reading readAlone(SourceSpec spec) {
    return ofWhatIsThere(read(spec));
  }

  /// Returns the same for people to look at: what has a name in the source bears that.
  public Reading readToShow(SourceSpec spec) {
    return spec instanceof SourceSpec.Database(var url, var label)
        ? ofWhatIsThere(DatabaseSource.readAsNamed(url, label))
        : readAlone(spec);
  }

  /// The same, of the namespaces that a schema is about which shall follow the source.
  Reading readAlone(SourceSpec spec, Schema schema) {
    return ofWhatIsThere(readBeside(schema, spec));
  }

  private static Reading ofWhatIsThere(Reading reading) {
    return new Reading(
        reading.schema(),
        reading.said(),
        reading.origins(),
        reading.diagnostics().stream()
            .map(
                it ->
                    it.code() == IntrospectionCode.NO_SUCH_NAMESPACE
                        ? it.withSeverity(Severity.ERROR)
                        : it)
            .toList());
  }

  /// Returns what a source says that is to be compared with a schema.
  Reading readBeside(Schema schema, SourceSpec spec) {
    return switch (spec) {
      case SourceSpec.Database(var url, var label) -> DatabaseSource.readBeside(schema, url, label);
      case SourceSpec.Python it -> start(it).finish(shadow(), schema);
      case SourceSpec.Prisma _, SourceSpec.Empty _, SourceSpec.Sql _, SourceSpec.Migrations _ ->
          read(spec);
    };
  }

  /// Begins to read a source that is to be compared with a schema, while that is read itself. A
  /// database of which one namespace is meant waits for what the schema says of namespaces.
  Function<Schema, Reading> startBeside(SourceSpec spec) {
    if (!(spec instanceof SourceSpec.Database(var url, var label)) || url.namespace().isPresent()) {
      return schema -> readBeside(schema, spec);
    }
    var reading = new FutureTask<Reading>(() -> DatabaseSource.read(url, label));
    Thread.ofPlatform().name("database").daemon().start(reading);
    return _ -> finished(reading);
  }

  private static Reading finished(FutureTask<Reading> reading) {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Returns what a source says as PostgreSQL understands it.
  public Reading settle(Reading reading, SourceSpec spec) {
    return switch (spec) {
      case SourceSpec.Prisma it -> Settled.read(reading, it.label(), shadow());
      // PostgreSQL itself has said what these are.
      case SourceSpec.Empty _,
          SourceSpec.Database _,
          SourceSpec.Python _,
          SourceSpec.Sql _,
          SourceSpec.Migrations _ ->
          reading;
    };
  }

  /// Starts the import of models; the caller goes on and asks for the outcome later, or never.
  SqlAlchemySource start(SourceSpec.Python spec) {
    var started = SqlAlchemySource.start(spec, python(spec.folder()), serverVersion(), progress);
    imports.add(started);
    return started;
  }

  private PythonProject python(Path code) {
    var outermost = code.startsWith(folder) ? folder : code;
    return new PythonProject(outermost, code, tools.python(), environment);
  }

  /// Returns the Python that runs the code in a folder.
  Interpreter interpreter(Path code) {
    return InterpreterSearch.find(python(code), progress);
  }

  /// Returns how long the user's Python may take.
  Duration pythonTimeout() {
    return tools.python().timeout();
  }

  /// Returns who is told what a long step is doing.
  Progress progress() {
    return progress;
  }

  /// Returns the version of the server that a source describes: of the live one, else the shadow's.
  int serverVersion(SourceSpec spec) {
    return spec instanceof SourceSpec.Database(var url, var _)
        ? DatabaseSource.serverVersion(url)
        : serverVersion();
  }

  /// Returns the version that the shadow has, or will have.
  private int serverVersion() {
    return switch (tools.shadow()) {
      case ShadowSettings.Embedded(var settings) -> settings.major() * 10_000;
      case ShadowSettings.Server _ -> shadow().serverVersion();
    };
  }

  /// Returns what is left alone when sources are compared.
  Ignored ignored() {
    return tools.ignored();
  }

  /// Returns how much each hazard of a plan is minded.
  Levels levels() {
    return tools.levels();
  }

  Shadow shadow() {
    if (shadow.isEmpty()) {
      shadow = Optional.of(Shadow.open(withProgress()));
    }
    return shadow.get();
  }

  private ShadowSettings withProgress() {
    return switch (tools.shadow()) {
      case ShadowSettings.Embedded(var settings) ->
          new ShadowSettings.Embedded(settings.withProgress(progress));
      case ShadowSettings.Server it -> it;
    };
  }

  /// Returns the files of a source that is a Prisma schema, as they were read; of others none.
  List<SourceText> files(SourceSpec spec) {
    return switch (spec) {
      case SourceSpec.Prisma it -> schema(it.path()).texts();
      case SourceSpec.Empty _,
          SourceSpec.Database _,
          SourceSpec.Python _,
          SourceSpec.Sql _,
          SourceSpec.Migrations _ ->
          List.of();
    };
  }

  private SchemaFiles schema(Path path) {
    return schemas.computeIfAbsent(path, it -> SchemaFiles.read(it, environment::show));
  }

  /// Returns the files of further SQL that belong to a source, as they were read.
  List<SourceText> sql(SourceSpec spec) {
    return spec instanceof SourceSpec.Prisma it ? declared(it).scripts() : List.of();
  }

  private SqlFiles declared(SourceSpec.Prisma schema) {
    return declared.computeIfAbsent(
        schema.path(), _ -> DeclaredFiles.read(schema, environment::show));
  }

  /// Returns a source to compare, and what its silence means.
  Comparison.Source compared(SourceSpec spec, Reading reading) {
    var kind =
        switch (spec) {
          case SourceSpec.Prisma it ->
              declared(it).scripts().stream().anyMatch(Declarations::isAnyIn)
                  ? Side.Kind.WRITTEN_WHOLE
                  : Side.Kind.WRITTEN;
          case SourceSpec.Python _, SourceSpec.Empty _ -> Side.Kind.WRITTEN;
          case SourceSpec.Database _, SourceSpec.Sql _, SourceSpec.Migrations _ ->
              Side.Kind.RECORDED;
        };
    return new Comparison.Source(spec, kind, reading, () -> serverVersion(spec));
  }

  private Reading prisma(SourceSpec.Prisma spec) {
    var files = schema(spec.path());
    var sql = declared(spec);
    var unreadable = new ArrayList<>(files.diagnostics());
    unreadable.addAll(sql.diagnostics());
    if (!unreadable.isEmpty()) {
      return nothing(unreadable);
    }
    var written = PslReader.read(files.texts());
    return sql.scripts().isEmpty()
        ? written
        : Extended.read(written, sql.scripts(), spec.label(), shadow());
  }

  /// Nobody was granted anything there.
  private static Reading ofEmptyDatabase() {
    var schema = Schema.empty().with(Access.of(Map.of()));
    return new Reading(schema, Mapping.empty(), Origins.none(), List.of());
  }

  private static Reading nothing(List<Diagnostic> diagnostics) {
    return new Reading(Schema.empty(), Mapping.empty(), Origins.none(), diagnostics);
  }

  @Override
  public void close() {
    imports.forEach(SqlAlchemySource::close);
    shadow.ifPresent(Shadow::close);
  }
}
