package lockstep.engine.project;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import lockstep.check.lint.Levels;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.Reason;
import lockstep.text.SourceText;

/// Makes a [Project] out of `lockstep.toml`, or out of what it finds where there is none.
public final class ProjectReader {
  private static final Pattern SQL_KEY = Pattern.compile("(?m)^\\s*\"?sql\"?\\s*=");

  private final Environment environment;
  private final Overrides overrides;

  public ProjectReader(Environment environment, Overrides overrides) {
    this.environment = environment;
    this.overrides = overrides;
  }

  /// A project, or all that is wrong with its settings.
  public sealed interface Read {
    record Valid(Project project) implements Read {}

    record Invalid(List<Diagnostic> diagnostics) implements Read {
      public Invalid {
        diagnostics = List.copyOf(diagnostics);
      }
    }
  }

  /// Reads the project that the current folder belongs to: the settings here, or in the nearest
  /// folder above up to the repository's root; without any, what is found here.
  public Read here() {
    var found = settingsAbove(environment.folder());
    return found.map(this::settings).orElseGet(() -> found(environment.folder()));
  }

  /// Reads the project in a folder, or of a settings file.
  public Read at(Path path) {
    var absolute = environment.folder().resolve(path).normalize();
    if (Files.isRegularFile(absolute)) {
      return settings(absolute);
    }
    if (!Files.isDirectory(absolute)) {
      return invalid(
          Diagnostic.of(
              ProjectCode.FILE_MISSING,
              "There is no folder `%s`.".formatted(environment.show(absolute))));
    }
    var file = absolute.resolve(Project.FILE_NAME);
    return isThere(file) ? settings(file) : found(absolute);
  }

  /// Reads what is found in a folder, whatever settings it has.
  public Read withoutSettings(Path folder) {
    return found(environment.folder().resolve(folder).normalize());
  }

  /// Reads sources that a call names. How they are read is set where the project's settings are;
  /// they are looked at only where it matters, since a Prisma schema needs none.
  public NamedSources sources(List<String> texts) {
    var folder = environment.folder();
    var settings = settingsAbove(folder);
    var folders = settings.map(Path::getParent).filter(it -> !it.equals(folder));
    var parts = parts(folders.map(it -> List.of(folder, it)).orElse(List.of(folder)));
    var diagnostics = new ArrayList<Diagnostic>();
    var specs =
        texts.stream()
            .flatMap(it -> parts.ofCall(it, diagnostics).stream())
            .map(it -> withSql(it, settings, diagnostics))
            .toList();
    // Without sources, the tools are what is asked for.
    var wantsTools = texts.isEmpty() || specs.stream().anyMatch(ProjectReader::needsTools);
    var tools =
        settings.isPresent() && wantsTools
            ? toolsOf(settings.get(), diagnostics)
            : parts.defaultTools(diagnostics);
    return diagnostics.isEmpty()
        ? new NamedSources.Valid(specs, tools)
        : new NamedSources.Invalid(diagnostics);
  }

  /// Returns how much the project here minds each hazard of SQL scripts: what `[lint]` sets, or the
  /// defaults. What is wrong with the settings goes to `diagnostics`.
  public Levels levels(List<Diagnostic> diagnostics) {
    return ofSettings(SettingsReader::levels, Levels.DEFAULT, diagnostics);
  }

  /// Returns what the settings of the project here say of the rows that a database begins with.
  /// What is wrong with the settings goes to `diagnostics`.
  public SeedSettings seed(List<Diagnostic> diagnostics) {
    return ofSettings(SettingsReader::seed, SeedSettings.NONE, diagnostics);
  }

  /// Returns by what a project is told of its database; empty where nothing names one.
  public Optional<DatabaseSetting> databaseSetting(Project project) {
    var schema =
        project.source() instanceof SourceSpec.Prisma it
            ? Optional.of(it.path())
            : Optional.<Path>empty();
    var folders =
        project.file().isPresent()
            ? List.of(project.folder())
            : FoundProject.variableFolders(project.folder(), schema);
    var variables = Variables.of(environment, folders);
    return switch (overrides.database()) {
      case Overrides.DatabaseChoice.None _ -> Optional.empty();
      case Overrides.DatabaseChoice.Named(var url) ->
          Optional.of(DatabaseSetting.of(url, "the call", variables, environment));
      case Overrides.DatabaseChoice.AsSet _ ->
          project
              .file()
              .map(this::databaseInSettings)
              .orElseGet(() -> schema.flatMap(new SchemaDiscovery(project.folder())::databaseUrl))
              .map(
                  it ->
                      DatabaseSetting.of(
                          it,
                          project.file().or(() -> schema).map(environment::show).orElse(""),
                          variables,
                          environment));
    };
  }

  private Optional<String> databaseInSettings(Path file) {
    try {
      return reader(file).databaseText();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Returns the folder of the migrations in a place that is no project.
  public Path usualMigrations() {
    return MigrationsDiscovery.usual(environment.folder());
  }

  /// Returns the Alembic history of a place that is no project.
  public Optional<AlembicProject> usualAlembic() {
    return AlembicDiscovery.find(environment.folder(), environment, new ArrayList<>());
  }

  private <T> T ofSettings(
      BiFunction<SettingsReader, List<Diagnostic>, T> read, T none, List<Diagnostic> diagnostics) {
    var settings = settingsAbove(environment.folder());
    if (settings.isEmpty()) {
      return none;
    }
    try {
      return read.apply(reader(settings.get()), diagnostics);
    } catch (IOException e) {
      diagnostics.add(unreadable(settings.get(), e));
      return none;
    }
  }

  /// Returns a schema that a call names, and the SQL files that belong to it. What is wrong with
  /// the settings goes to `diagnostics`.
  public SourceSpec.Prisma schema(Path path, String label, List<Diagnostic> diagnostics) {
    var schema = new SourceSpec.Prisma(path, label);
    return schema.with(sql(schema, settingsAbove(environment.folder()), diagnostics));
  }

  private SourceSpec withSql(
      SourceSpec spec, Optional<Path> settings, List<Diagnostic> diagnostics) {
    return spec instanceof SourceSpec.Prisma it ? it.with(sql(it, settings, diagnostics)) : spec;
  }

  /// Where the settings are about this schema, they say which files; they are looked at only if
  /// that may be others than without them.
  private SqlBeside sql(
      SourceSpec.Prisma schema, Optional<Path> settings, List<Diagnostic> diagnostics) {
    try {
      if (settings.isPresent() && maySaySql(settings.get())) {
        return reader(settings.get())
            .source(diagnostics)
            .filter(it -> it instanceof SourceSpec.Prisma same && same.path().equals(schema.path()))
            .map(it -> ((SourceSpec.Prisma) it).sql())
            .orElse(schema.sql());
      }
    } catch (IOException e) {
      diagnostics.add(unreadable(settings.orElseThrow(), e));
    }
    return schema.sql();
  }

  private static boolean maySaySql(Path settings) throws IOException {
    return SQL_KEY.matcher(Files.readString(settings)).find()
        || !new SqlBeside(List.of()).within(settings.getParent()).find().isEmpty();
  }

  private static boolean needsTools(SourceSpec spec) {
    return switch (spec) {
      case SourceSpec.Prisma it -> it.sql().isThere();
      case SourceSpec.Empty _ -> false;
      case SourceSpec.Database _, SourceSpec.Python _, SourceSpec.Sql _, SourceSpec.Migrations _ ->
          true;
    };
  }

  private Tools toolsOf(Path file, List<Diagnostic> diagnostics) {
    try {
      return reader(file).tools(diagnostics);
    } catch (IOException e) {
      diagnostics.add(unreadable(file, e));
      return parts(List.of()).defaultTools(diagnostics);
    }
  }

  private SettingsReader reader(Path file) throws IOException {
    var text = SourceText.of(environment.show(file), Files.readString(file));
    return new SettingsReader(environment, overrides, file, text);
  }

  private ProjectParts parts(List<Path> variableFolders) {
    return new ProjectParts(environment, overrides, environment.folder(), variableFolders);
  }

  private static Optional<Path> settingsAbove(Path start) {
    for (var it = start; it != null; it = it.getParent()) {
      var file = it.resolve(Project.FILE_NAME);
      if (isThere(file)) {
        return Optional.of(file);
      }
      if (Files.exists(it.resolve(".git"))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// A folder of that name or a link that leads nowhere counts, so that it is said to be unreadable
  /// and not passed over.
  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private Read settings(Path file) {
    try {
      return reader(file).read();
    } catch (IOException e) {
      return invalid(unreadable(file, e));
    }
  }

  private Diagnostic unreadable(Path file, IOException e) {
    var place = new Place.File(environment.show(file));
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      return Diagnostic.of(
              ProjectCode.FILE_UNREADABLE, place, "The settings are a link that leads nowhere.")
          .withAdvice("Mend the link or remove it.");
    }
    if (Files.isDirectory(file)) {
      return Diagnostic.of(
              ProjectCode.FILE_UNREADABLE, place, "The settings are a folder, not a file.")
          .withAdvice("Give the folder another name.");
    }
    return e instanceof CharacterCodingException
        ? Diagnostic.of(ProjectCode.NOT_TEXT, place, "The settings are not text in UTF-8.")
        : Diagnostic.of(
            ProjectCode.FILE_UNREADABLE,
            place,
            "The settings cannot be read: %s.".formatted(Reason.of(e)));
  }

  private Read found(Path folder) {
    return new FoundProject(environment, overrides, folder).read();
  }

  private static Read invalid(Diagnostic diagnostic) {
    return new Read.Invalid(List.of(diagnostic));
  }
}
