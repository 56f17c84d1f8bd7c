package lockstep.engine.workflow.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.ShellWord;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.project.ProjectCode;
import lockstep.engine.project.PythonHome;
import lockstep.engine.project.Survey;
import lockstep.engine.project.Survey.DatabaseVariable;
import lockstep.engine.project.Target;
import lockstep.engine.project.Variables;
import lockstep.engine.sink.AtomicFile;
import lockstep.engine.source.prisma.SchemaFiles;
import lockstep.psl.PslReader;

/// Looks at a repository and begins its settings with what is there.
public final class BeginProject {
  private static final List<String> PACKAGES =
      List.of(
          "sqlalchemy",
          "sqlmodel",
          "prisma",
          "asyncpg",
          "psycopg",
          "psycopg2",
          "psycopg2-binary",
          "fastapi",
          "flask");
  private static final String IMPORT =
      "(?m)^\\s*(?:from|import)\\s+(?:sqlalchemy|sqlmodel|prisma|asyncpg|psycopg|psycopg2)\\b";
  private static final String CLIENT = "(?m)^\\s*(?:from|import)\\s+prisma\\b";
  private static final List<String> SCRIPTS =
      List.of(
          "schema.sql",
          "db/schema.sql",
          "db/structure.sql",
          "sql/schema.sql",
          "database/schema.sql");
  private static final Pattern PYTHON_NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final List<String> FREE_NAMES = List.of("models", "db_models", "generated_models");

  private final Request request;
  private final Survey survey;
  private final ServiceCode code;
  private final List<Found> found = new ArrayList<>();

  private BeginProject(Request request) {
    this.request = request;
    this.survey = Survey.of(request.folder(), request.environment());
    this.code = ServiceCode.in(survey.folder());
  }

  /// @param folder absolute; that the settings are begun in
  /// @param schema the one to follow, where the call names it
  public record Request(Path folder, Optional<Path> schema, Environment environment) {
    public Path file() {
      return folder.resolve(Project.FILE_NAME);
    }
  }

  /// One thing that was found, and what was made of it.
  ///
  /// @param topic in one word
  public record Found(String topic, String fact) {}

  /// @param settings the text to write
  /// @param commands what to run next, in this order
  /// @param diagnostics why there is nothing to begin with
  public record Outcome(
      List<Found> found, String settings, List<String> commands, List<Diagnostic> diagnostics) {
    public Outcome {
      found = List.copyOf(found);
      commands = List.copyOf(commands);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Returns what would be written. Writes nothing.
  public static Outcome run(Request request) {
    return new BeginProject(request).run();
  }

  /// Returns why settings that are there stay as they are; empty where there are none.
  public static Optional<Diagnostic> inTheWay(Request request) {
    return Files.exists(request.file())
        ? Optional.of(
            Diagnostic.of(
                    ProjectCode.FILE_EXISTS,
                    new Place.File(request.environment().show(request.file())),
                    "The settings are there already.")
                .withAdvice(
                    "Look at what would be written by `--dry-run`, or say `--force` to write them"
                        + " anew."))
        : Optional.empty();
  }

  public static void write(Request request, Outcome outcome) {
    AtomicFile.replace(request.file(), outcome.settings());
  }

  private Outcome run() {
    var schema = schema();
    var written = WrittenModels.find(survey, code);
    var variable = survey.databaseVariable(schema, request.environment());
    var source =
        schema
            .map(this::relative)
            .or(() -> written.map(it -> it.source(survey.folder())))
            .or(this::script)
            .or(() -> variable.map(it -> "env:" + it.name()));
    if (source.isEmpty()) {
      return new Outcome(List.of(), "", List.of(), List.of(nothing()));
    }
    var isValid = schema.map(this::isValid).orElse(true);
    var target = target(schema, written);
    written.ifPresent(it -> found("models", modelsFound(it)));
    home()
        .map(this::pythonFound)
        .or(() -> importing().map(it -> relative(it) + "; no list of packages was found"))
        .ifPresent(it -> found("python", it));
    survey.alembic().ifPresent(it -> found("alembic", "%s".formatted(relative(it.settings()))));
    found("database", variable.map(this::variableFound).orElse("no variable that names one"));
    survey.notes().forEach(it -> found("note", it));
    var settings =
        new SettingsText(
            source.get(),
            schema.isPresent()
                ? written.map(it -> List.of(it.source(survey.folder()))).orElse(List.of())
                : List.of(),
            variable.map(DatabaseVariable::name),
            home()
                .filter(it -> it.names("sqlalchemy"))
                .flatMap(PythonHome::requirements)
                .map(this::relative),
            survey.alembic().map(it -> relative(it.settings())),
            target.stream()
                .map(
                    it ->
                        new SettingsText.Generated(
                            relative(it.out()), it.packageName(), it.choices()))
                .toList());
    return new Outcome(
        found,
        settings.text(),
        commands(source.get(), schema, isValid ? target : List.of()),
        List.of());
  }

  /// Returns the SQL that makes the whole database, where it is in a usual place.
  private Optional<String> script() {
    var script =
        SCRIPTS.stream().filter(it -> Files.isRegularFile(survey.folder().resolve(it))).findFirst();
    script.ifPresent(it -> found("sql", it));
    return script.map("sql:"::concat);
  }

  /// What is wrong with the schema is said in short; the settings are begun all the same.
  private boolean isValid(Path schema) {
    var files = SchemaFiles.read(schema, request.environment()::show);
    var first =
        Stream.concat(
                files.diagnostics().stream(),
                PslReader.validate(files.texts()).diagnostics().stream())
            .filter(Diagnostic::isError)
            .findFirst();
    first.ifPresent(it -> found("schema", "not valid yet: %s".formatted(it.fact())));
    return first.isEmpty();
  }

  private Diagnostic nothing() {
    return Diagnostic.of(
            ProjectCode.NO_SCHEMA_FOUND,
            new Place.File(request.environment().show(survey.folder())),
            "There is no Prisma schema here, no SQLAlchemy model and no variable that names a"
                + " database.")
        .withAdvice("Begin a schema as `prisma/schema.prisma`, or name one by `--schema`.");
  }

  private void found(String topic, String fact) {
    found.add(new Found(topic, fact));
  }

  private String relative(Path path) {
    var shown = survey.folder().relativize(path).toString().replace('\\', '/');
    return shown.isEmpty() ? "." : shown;
  }

  /// Several schemas are told apart by what they are for, then by their migrations.
  private Optional<Path> schema() {
    if (request.schema().isPresent()) {
      found("schema", relative(request.schema().get()) + ", which the call names");
      return request.schema();
    }
    var all = survey.schemas();
    if (all.size() < 2) {
      all.stream().findFirst().ifPresent(it -> found("schema", relative(it)));
      return all.stream().findFirst();
    }
    var forPostgres = all.stream().filter(Survey::isForPostgres).toList();
    var candidates = forPostgres.isEmpty() ? all : forPostgres;
    var migrated =
        candidates.stream().filter(it -> Files.exists(it.resolveSibling("migrations"))).toList();
    var chosen = migrated.size() == 1 ? migrated.getFirst() : candidates.getFirst();
    var why =
        forPostgres.size() == 1
            ? "the only one for PostgreSQL"
            : migrated.size() == 1 ? "the only one that has migrations" : "the first of several";
    var others =
        all.stream()
            .filter(it -> !it.equals(chosen))
            .map(this::relative)
            .collect(Collectors.joining(", "));
    found(
        "schema",
        "%s, %s; not %s: another by `--schema PATH`".formatted(relative(chosen), why, others));
    return Optional.of(chosen);
  }

  /// Generated packages are generated again; without any, one is begun where Python code is and
  /// nobody wrote models by hand.
  private List<Target.SqlAlchemy> target(Optional<Path> schema, Optional<WrittenModels> written) {
    var generated =
        survey.generated().stream()
            .filter(Target.SqlAlchemy.class::isInstance)
            .map(Target.SqlAlchemy.class::cast)
            .toList();
    generated.forEach(
        it -> found("generated", "%s, package %s".formatted(relative(it.out()), it.packageName())));
    if (!generated.isEmpty() || schema.isEmpty() || written.isPresent()) {
      return generated;
    }
    var begun =
        home()
            .filter(it -> PACKAGES.stream().anyMatch(it::names))
            .map(PythonHome::folder)
            .or(() -> importing().map(_ -> survey.folder()))
            .flatMap(this::target);
    begun.ifPresent(it -> found("models", "none yet; to be generated in " + relative(it.out())));
    return begun.stream().toList();
  }

  /// Returns the first file that imports what speaks to a database, where no list of packages says
  /// what the repository needs.
  private Optional<Path> importing() {
    return survey.homes().isEmpty() ? code.where(IMPORT) : Optional.empty();
  }

  /// @param home of the Python code
  private Optional<Target.SqlAlchemy> target(Path home) {
    var source = home.resolve("src");
    var root = hasPackage(source) ? source : home;
    var top = topPackage(root);
    for (var name : FREE_NAMES) {
      var out = top.resolve(name);
      if (Files.notExists(out) && Files.notExists(top.resolve(name + ".py"))) {
        return Target.SqlAlchemy.usual(root, out);
      }
    }
    return Optional.empty();
  }

  private static boolean hasPackage(Path folder) {
    return Files.isDirectory(folder) && !packages(folder).isEmpty();
  }

  /// Returns the package that the service's code is in: `app`, else the only one there is.
  private static Path topPackage(Path root) {
    var packages = packages(root);
    var app = root.resolve("app");
    return Files.isDirectory(app) ? app : packages.size() == 1 ? packages.getFirst() : root;
  }

  private static List<Path> packages(Path root) {
    try (var entries = Files.list(root)) {
      return entries
          .filter(it -> PYTHON_NAME.matcher(it.getFileName().toString()).matches())
          .filter(it -> Files.exists(it.resolve("__init__.py")))
          .sorted()
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  /// Returns the Python code that generated models are for: one that speaks of a database, else the
  /// first.
  private Optional<PythonHome> home() {
    return survey.homes().stream()
        .filter(it -> PACKAGES.stream().anyMatch(it::names))
        .findFirst()
        .or(() -> survey.homes().stream().findFirst());
  }

  private String modelsFound(WrittenModels it) {
    var tables = it.tables() == 1 ? "1 table" : it.tables() + " tables";
    return "%s in %s, written by hand".formatted(tables, it.source(survey.folder()));
  }

  private String pythonFound(PythonHome it) {
    var named = PACKAGES.stream().filter(it::names).limit(3).collect(Collectors.joining(", "));
    var file = it.requirements().orElse(it.folder().resolve("pyproject.toml"));
    var others = survey.homes().size() - 1;
    return relative(file)
        + (named.isEmpty() ? "" : ", which names " + named)
        + (others > 0 ? "; %d more".formatted(others) : "");
  }

  private String variableFound(DatabaseVariable it) {
    var named = "%s, named in %s".formatted(it.name(), relative(it.named()));
    if (it.set().isEmpty()) {
      return request.environment().variable(it.name()).isPresent()
          ? named + " and set in the environment"
          : named + " and not set here: write it into .env";
    }
    var set = it.set().get();
    var isRead = Variables.isRead(set, survey.folder());
    var where =
        set.equals(it.named())
            ? "%s, set in %s".formatted(it.name(), relative(set))
            : named + ", set in " + relative(set);
    return isRead ? where : where + "; Lockstep reads the environment, ./.env and ./.env.local";
  }

  private List<String> commands(
      String source, Optional<Path> schema, List<Target.SqlAlchemy> targets) {
    var commands = new ArrayList<String>();
    commands.add(
        !targets.isEmpty()
            ? "lockstep generate"
            : schema.isPresent()
                ? "lockstep validate " + ShellWord.of(source)
                : "lockstep show " + ShellWord.of(source));
    var isImportable = targets.isEmpty() || home().filter(it -> it.names("sqlalchemy")).isPresent();
    var isOnClient =
        !targets.isEmpty()
            && (home().filter(it -> it.names("prisma")).isPresent()
                || importing().isPresent() && code.mentions(CLIENT));
    commands.add(
        isImportable
            ? "lockstep check"
            : isOnClient ? "lockstep rewrite --project --diff" : "lockstep generate --check");
    commands.add("lockstep doctor");
    return commands;
  }
}
