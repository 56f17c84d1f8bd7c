package lockstep.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import lockstep.check.lint.Levels;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.Shown;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.introspection.IntrospectionCode;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.NamedSources;
import lockstep.engine.project.Overrides;
import lockstep.engine.project.Project;
import lockstep.engine.project.ProjectCode;
import lockstep.engine.project.ProjectReader;
import lockstep.engine.project.SeedSettings;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Tools;
import picocli.CommandLine.Model.CommandSpec;

/// How the commands that read sources are told which, and with what.
public final class Sources {
  /// What names a source, for the help of whoever takes one.
  public static final String WAYS =
      "a schema, postgresql://…, python:MODULE, sql:FILE, migrations:DIR, empty:";

  private static final String STRICT = "--strict";
  private static final String SHADOW_URL = "--shadow-url";
  private static final String PYTHON = "--python";
  private static final String DATABASE = "--database";
  private static final String MIGRATIONS = "--dir";
  private static final String NO_DATABASE = "--no-database";
  private static final String USUAL_SCHEMA = "prisma/schema.prisma";

  private Sources() {}

  /// Adds the options for what sources are read with.
  public static void addTools(CommandSpec spec) {
    addShadow(spec);
    spec.addOption(
        Options.value("PROGRAM", "the Python that imports models, as in .venv/bin/python", PYTHON));
  }

  /// Adds the option for where SQL is tried.
  public static void addShadow(CommandSpec spec) {
    spec.addOption(
        Options.value(
            "URL", "a server to try sources on, instead of the embedded one", SHADOW_URL));
  }

  /// Adds the option by which nothing of a database may be left out.
  public static void addStrict(CommandSpec spec) {
    spec.addOption(
        Options.flag("what is in a database and cannot be read is an error, not a note", STRICT));
  }

  /// Returns diagnostics as strictly as the call wants them.
  public static List<Diagnostic> strict(Invocation invocation, List<Diagnostic> diagnostics) {
    return invocation.has(STRICT)
        ? diagnostics.stream().map(Sources::strict).toList()
        : diagnostics;
  }

  private static Diagnostic strict(Diagnostic it) {
    return it.code() == IntrospectionCode.NOT_MODELLED ? it.withSeverity(Severity.ERROR) : it;
  }

  /// Adds the options for which database is compared.
  public static void addDatabase(CommandSpec spec) {
    spec.addOption(
        Options.value("URL", "compare with this database, not with the one that is set", DATABASE));
    spec.addOption(Options.flag("compare with no database", NO_DATABASE));
  }

  /// Adds the option for which database is changed.
  public static void addDatabaseToChange(CommandSpec spec) {
    spec.addOption(Options.value("URL", "change this database, not the one that is set", DATABASE));
  }

  /// Returns the database that the environment names for every program.
  ///
  /// @throws BadCall where it names none
  public static ConnectionUrl usualDatabase(Invocation invocation) {
    return database(invocation, new ProjectReader(invocation.environment(), overrides(invocation)))
        .url();
  }

  /// Returns the database that is to be changed: the call's, else the project's, else the one that
  /// the environment names for every program.
  ///
  /// @throws BadCall where the settings are wrong, or no database is known
  public static ConnectionUrl databaseToChange(Invocation invocation) {
    var reader = new ProjectReader(invocation.environment(), overrides(invocation));
    return projectHere(reader, true)
        .flatMap(Project::database)
        .orElseGet(() -> database(invocation, reader).url());
  }

  /// Adds the options for which history, and of which database.
  public static void addHistory(CommandSpec spec) {
    spec.addOption(
        Options.value("URL", "the database, where it is not the one that is set", DATABASE));
    addMigrations(spec);
  }

  /// Adds the option for which folder of migrations.
  public static void addMigrations(CommandSpec spec) {
    spec.addOption(
        Options.value("DIR", "the folder of the migrations, where it is another one", MIGRATIONS));
  }

  /// Returns the folder of migrations that the call names, else the project's.
  public static Path migrations(Invocation invocation, Project project) {
    return invocation.value(MIGRATIONS).map(invocation::path).orElse(project.migrations());
  }

  /// Migrations, and the database that has them or is to get them.
  ///
  /// @param folder need not be there
  /// @param alembic the history of Alembic's that is there as well, or instead
  /// @param project that the migrations belong to
  public record History(
      Path folder,
      ConnectionUrl database,
      Optional<AlembicProject> alembic,
      Optional<Project> project) {}

  /// Returns what the call names, and the rest as the project has it; where there is no project,
  /// Prisma's usual folder and the database that the environment names for every program.
  ///
  /// @throws BadCall where the settings are wrong, or no database is known
  public static History history(Invocation invocation) {
    var reader = new ProjectReader(invocation.environment(), overrides(invocation));
    var here = migrations(invocation, reader);
    return new History(
        here.folder(),
        here.database().orElseGet(() -> database(invocation, reader).url()),
        here.alembic(),
        here.project());
  }

  /// Migrations, and what else is known of where they belong.
  ///
  /// @param folder need not be there
  /// @param alembic the history of Alembic's that is there as well, or instead
  public record Migrations(
      Path folder, Optional<AlembicProject> alembic, Optional<Project> project) {
    /// Returns the database that the project sets.
    public Optional<ConnectionUrl> database() {
      return project.flatMap(Project::database);
    }
  }

  /// Returns the folder that the call names, else the project's, else Prisma's usual one.
  ///
  /// @throws BadCall where the settings are wrong
  public static Migrations migrations(Invocation invocation) {
    return migrations(
        invocation, new ProjectReader(invocation.environment(), overrides(invocation)));
  }

  private static Migrations migrations(Invocation invocation, ProjectReader reader) {
    var named = invocation.value(MIGRATIONS).map(invocation::path);
    var project = projectHere(reader, named.isPresent());
    return new Migrations(
        named.or(() -> project.map(Project::migrations)).orElseGet(reader::usualMigrations),
        project.map(Project::alembic).orElseGet(reader::usualAlembic),
        project);
  }

  /// Returns what the settings here say of the rows that a database begins with.
  ///
  /// @throws BadCall where they are wrong
  public static SeedSettings seed(Invocation invocation) {
    return settings(invocation, ProjectReader::seed);
  }

  /// Adds the options for which database is read, and with what.
  public static void addPulled(CommandSpec spec) {
    spec.addOption(Options.value("URL", "read this database, not the one that is set", DATABASE));
    spec.addOption(
        Options.value(
            "URL", "a server to try expressions on, instead of the embedded one", SHADOW_URL));
  }

  /// A schema, the database that it shall follow, and what they are read with.
  ///
  /// @param folder the project's
  /// @param schema need not be there
  public record Pulled(
      Path folder, SourceSpec.Prisma schema, SourceSpec.Database database, Tools tools) {}

  /// Returns what the call names, and the rest as the project has it; where there is no project,
  /// the usual names of Prisma.
  ///
  /// @throws BadCall where the settings are wrong, or no database is known
  public static Pulled pulled(Invocation invocation, Optional<String> schema) {
    var reader = new ProjectReader(invocation.environment(), overrides(invocation));
    var path = schema.map(it -> schema(invocation, it));
    return switch (reader.here()) {
      case ProjectReader.Read.Valid(var project)
          when path.isPresent() || project.source() instanceof SourceSpec.Prisma -> {
        ProjectView.lines(project, invocation.environment()).forEach(invocation::detail);
        yield new Pulled(
            project.folder(),
            path.orElseGet(() -> (SourceSpec.Prisma) project.source()),
            project.database().map(Sources::spec).orElseGet(() -> database(invocation, reader)),
            project.tools());
      }
      case ProjectReader.Read.Valid(var project) ->
          throw new BadCall(
              CliCode.WRONG_ARGUMENTS,
              "The source of this project, %s, is no Prisma schema."
                  .formatted(project.source().label()),
              Optional.of("Name the schema to write by `--schema`."));
      case ProjectReader.Read.Invalid(var diagnostics)
          when diagnostics.stream().allMatch(it -> isMissing(it, path.isPresent())) -> {
        var named = named(invocation);
        yield new Pulled(
            invocation.environment().folder(),
            path.orElseGet(() -> schema(invocation, USUAL_SCHEMA)),
            database(invocation, reader),
            named.tools());
      }
      case ProjectReader.Read.Invalid(var diagnostics) -> throw new BadCall(diagnostics);
    };
  }

  /// A schema that follows a history, and the folder of the project.
  public record Followed(Path folder, SourceSpec.Prisma schema) {}

  /// Returns the project's schema; where there is none yet, the one beside the migrations.
  ///
  /// @throws BadCall where the settings are wrong
  public static Followed followed(Invocation invocation, Path migrations) {
    var project = projectHere(invocation);
    if (project.isPresent() && project.get().source() instanceof SourceSpec.Prisma schema) {
      return new Followed(project.get().folder(), schema);
    }
    var schema = migrations.resolveSibling("schema.prisma").toString();
    return new Followed(invocation.environment().folder(), schema(invocation, schema));
  }

  /// Returns the project that the current folder belongs to, if its settings can be followed.
  public static Optional<Project> projectHere(Invocation invocation) {
    var reader = new ProjectReader(invocation.environment(), overrides(invocation));
    return reader.here() instanceof ProjectReader.Read.Valid(var project)
        ? Optional.of(project)
        : Optional.empty();
  }

  /// Returns the project that the current folder belongs to; empty where there is none.
  ///
  /// @throws BadCall where its settings are wrong
  public static Optional<Project> projectIfAny(Invocation invocation) {
    return projectHere(new ProjectReader(invocation.environment(), overrides(invocation)), false);
  }

  /// Returns the project of the current folder; empty where there is none.
  ///
  /// @param isNamed whether the call says itself what the project's schema would say
  /// @throws BadCall where the settings are wrong
  private static Optional<Project> projectHere(ProjectReader reader, boolean isNamed) {
    return switch (reader.here()) {
      case ProjectReader.Read.Valid(var project) -> Optional.of(project);
      case ProjectReader.Read.Invalid(var diagnostics)
          when diagnostics.stream().allMatch(it -> isMissing(it, isNamed)) ->
          Optional.empty();
      case ProjectReader.Read.Invalid(var diagnostics) -> throw new BadCall(diagnostics);
    };
  }

  private static boolean isMissing(Diagnostic it, boolean isNamed) {
    return it.code() == ProjectCode.NO_SCHEMA_FOUND
        || isNamed && it.code() == ProjectCode.SEVERAL_SCHEMAS_FOUND;
  }

  private static SourceSpec.Database spec(ConnectionUrl url) {
    return new SourceSpec.Database(url);
  }

  /// The database that no settings name: the call's, else the one of the usual variable.
  private static SourceSpec.Database database(Invocation invocation, ProjectReader reader) {
    var text = invocation.value(DATABASE).orElse("env:DATABASE_URL");
    return switch (reader.sources(List.of(text))) {
      case NamedSources.Valid it when it.specs().getFirst() instanceof SourceSpec.Database found ->
          found;
      case NamedSources.Valid _ ->
          throw new BadCall(
              CliCode.BAD_VALUE,
              "`%s` names a database, not `%s`.".formatted(DATABASE, Shown.of(text)),
              Optional.of("Give an address, as in postgresql://localhost/app."));
      case NamedSources.Invalid(var diagnostics) ->
          throw invocation.has(DATABASE)
              ? new BadCall(diagnostics)
              : new BadCall(
                  CliCode.WRONG_ARGUMENTS,
                  "No database is set, and `DATABASE_URL` names none.",
                  Optional.of("Name it by `--database`."));
    };
  }

  /// Returns a schema file or folder, and the SQL files that belong to it.
  ///
  /// @throws BadCall where the settings that say which these are have errors
  public static SourceSpec.Prisma schema(Invocation invocation, String path) {
    var diagnostics = new ArrayList<Diagnostic>();
    var schema =
        new ProjectReader(invocation.environment(), overrides(invocation))
            .schema(invocation.path(path), path, diagnostics);
    if (!diagnostics.isEmpty()) {
      throw new BadCall(diagnostics);
    }
    return schema;
  }

  /// @throws BadCall where one of the texts names no source
  public static NamedSources.Valid named(Invocation invocation, String... texts) {
    var reader = new ProjectReader(invocation.environment(), overrides(invocation));
    return switch (reader.sources(List.of(texts))) {
      case NamedSources.Valid it -> {
        it.specs().forEach(spec -> invocation.detail("source: " + spec.label()));
        ProjectView.lines(it.tools()).forEach(invocation::detail);
        yield it;
      }
      case NamedSources.Invalid(var diagnostics) -> throw new BadCall(diagnostics);
    };
  }

  /// Returns the project of a folder, or the one that the current folder belongs to.
  ///
  /// @param forSchema what to call for a schema file instead, with `%s` where its path goes
  /// @throws BadCall where its settings are wrong, or a file is named that has none
  public static Project project(Invocation invocation, Optional<String> folder, String forSchema) {
    var place = place(invocation, folder, forSchema);
    var reader = new ProjectReader(invocation.environment(), overrides(invocation));
    var read = place.map(reader::at).orElseGet(reader::here);
    return switch (read) {
      case ProjectReader.Read.Valid(var project) -> {
        ProjectView.lines(project, invocation.environment()).forEach(invocation::detail);
        yield project;
      }
      case ProjectReader.Read.Invalid(var diagnostics) -> throw new BadCall(diagnostics);
    };
  }

  /// Returns the folder or the settings by which a call names a project.
  ///
  /// @param forSchema what to call for a schema file instead, with `%s` where its path goes
  /// @throws BadCall where that is no project's, or not there
  public static Optional<Path> place(
      Invocation invocation, Optional<String> named, String forSchema) {
    named.filter(it -> isNoProject(it, invocation)).ifPresent(it -> refuse(it, forSchema));
    named.filter(it -> Files.notExists(invocation.path(it))).ifPresent(Sources::refuseMissing);
    return named.map(invocation::path);
  }

  private static void refuseMissing(String path) {
    throw new BadCall(
        CliCode.BAD_VALUE,
        "There is no folder `%s`.".formatted(Shown.of(path)),
        Optional.of("Name the project's folder, or none for the one that this belongs to."));
  }

  /// Returns the address of the database that a text names.
  ///
  /// @throws BadCall where it names another source, or none
  public static ConnectionUrl database(Invocation invocation, String text) {
    if (named(invocation, text).specs().getFirst() instanceof SourceSpec.Database(var url, var _)) {
      return url;
    }
    throw new BadCall(
        CliCode.BAD_VALUE,
        "`%s` is no database.".formatted(Shown.of(text)),
        Optional.of("Write it as in `postgresql://…` or `env:DATABASE_URL`."));
  }

  /// Returns how much the project here minds each hazard of SQL scripts.
  ///
  /// @throws BadCall where its settings are wrong
  public static Levels levels(Invocation invocation) {
    return settings(invocation, ProjectReader::levels);
  }

  private static <T> T settings(
      Invocation invocation, BiFunction<ProjectReader, List<Diagnostic>, T> read) {
    var diagnostics = new ArrayList<Diagnostic>();
    var settings =
        read.apply(new ProjectReader(invocation.environment(), overrides(invocation)), diagnostics);
    if (!diagnostics.isEmpty()) {
      throw new BadCall(diagnostics);
    }
    return settings;
  }

  private static boolean isNoProject(String path, Invocation invocation) {
    return !path.endsWith(".toml") && Files.isRegularFile(invocation.path(path));
  }

  private static void refuse(String path, String forSchema) {
    throw new BadCall(
        CliCode.BAD_VALUE,
        "A project is named by its folder or its lockstep.toml, not by `%s`."
            .formatted(Shown.of(path)),
        Optional.of(
            path.endsWith(".prisma")
                ? "Did you mean `%s`?".formatted(forSchema.formatted(Shown.of(path)))
                : "Name the folder, or none for the project that this one belongs to."));
  }

  /// Returns what the call says instead of the settings.
  public static Overrides overrides(Invocation invocation) {
    return new Overrides(
        database(invocation), invocation.value(SHADOW_URL), invocation.value(PYTHON));
  }

  private static Overrides.DatabaseChoice database(Invocation invocation) {
    invocation.exclude(DATABASE, NO_DATABASE);
    if (invocation.has(NO_DATABASE)) {
      return new Overrides.DatabaseChoice.None();
    }
    return invocation
        .value(DATABASE)
        .<Overrides.DatabaseChoice>map(Overrides.DatabaseChoice.Named::new)
        .orElseGet(Overrides.DatabaseChoice.AsSet::new);
  }

  /// Returns what diagnostics mean for the exit code: a wrong call before a wrong schema.
  public static ExitCode exitCode(List<Diagnostic> diagnostics) {
    var errors = diagnostics.stream().filter(Diagnostic::isError).toList();
    if (errors.stream().anyMatch(it -> it.code() instanceof ProjectCode)) {
      return ExitCode.BAD_CALL;
    }
    return errors.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }
}
