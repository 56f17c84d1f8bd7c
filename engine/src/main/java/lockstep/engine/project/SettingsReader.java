package lockstep.engine.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import lockstep.check.drift.Ignored;
import lockstep.check.lint.Level;
import lockstep.check.lint.Levels;
import lockstep.check.lint.LintCode;
import lockstep.diagnostic.Diagnostic;
import lockstep.emit.sqlalchemy.Choices;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Mixin;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.postgres.embedded.EmbeddedSettings;
import lockstep.text.SourceText;

/// Reads one `lockstep.toml`.
final class SettingsReader {
  private static final String SQL = "sql";
  private static final String ALEMBIC = "alembic";
  private static final Optional<String> LIKE_A_URL =
      Optional.of("Write it as in `postgresql://user:password@host:5432/database`.");

  private final Environment environment;
  private final Overrides overrides;
  private final Path file;
  private final Path folder;
  private final ProjectParts parts;
  private final ConfigFile config;
  private final List<String> notes = new ArrayList<>();

  SettingsReader(Environment environment, Overrides overrides, Path file, SourceText text) {
    this.environment = environment;
    this.overrides = overrides;
    this.file = file;
    this.folder = file.getParent();
    this.parts = new ProjectParts(environment, overrides, folder, List.of(folder));
    this.config = ConfigFile.parse(text);
  }

  ProjectReader.Read read() {
    var top = config.top();
    var source = source(top);
    var written = targets(top);
    var compared = compared(top);
    var database = database(top);
    var tools = tools(top);
    var migrations = migrations(top);
    var alembic = alembic(top);
    levels(top);
    seed(top);
    var at =
        migrations.orElseGet(
            () ->
                source
                    .map(it -> MigrationsDiscovery.find(it, folder))
                    .orElseGet(() -> MigrationsDiscovery.usual(folder)));
    var targets = written.stream().map(it -> complete(it, at, alembic)).toList();
    if (!config.diagnostics().isEmpty() || source.isEmpty()) {
      return new ProjectReader.Read.Invalid(config.diagnostics());
    }
    return new ProjectReader.Read.Valid(
        new Project(
            folder,
            Optional.of(file),
            source.get(),
            targets,
            compared,
            database,
            at,
            alembic,
            tools,
            notes));
  }

  /// Reads only what everything else follows; what is wrong anywhere in the file goes to
  /// `diagnostics`.
  Optional<SourceSpec> source(List<Diagnostic> diagnostics) {
    var source = source(config.top());
    diagnostics.addAll(config.diagnostics());
    return source;
  }

  /// Reads only how sources are read; what is wrong anywhere in the file goes to `diagnostics`.
  Tools tools(List<Diagnostic> diagnostics) {
    var tools = tools(config.top());
    diagnostics.addAll(config.diagnostics());
    return tools;
  }

  /// Reads only how much each hazard is minded; what is wrong anywhere in the file goes to
  /// `diagnostics`.
  Levels levels(List<Diagnostic> diagnostics) {
    var levels = levels(config.top());
    diagnostics.addAll(config.diagnostics());
    return levels;
  }

  /// Reads `[lint]`: by code, a level.
  private static Levels levels(ConfigTable top) {
    var levels = new LinkedHashMap<LintCode, Level>();
    // Most projects set none, and then the codes need not be loaded.
    var table = top.has("lint") ? top.table("lint", LintCode.ids()) : Optional.<ConfigTable>empty();
    table.ifPresent(
        it -> {
          for (var code : LintCode.values()) {
            it.choice(code.id(), Level.WORDS).ifPresent(word -> levels.put(code, Level.of(word)));
          }
        });
    return new Levels(levels);
  }

  /// Reads only which rows a database begins with; what is wrong anywhere in the file goes to
  /// `diagnostics`.
  SeedSettings seed(List<Diagnostic> diagnostics) {
    var seed = seed(config.top());
    diagnostics.addAll(config.diagnostics());
    return seed;
  }

  private SeedSettings seed(ConfigTable top) {
    var table = top.table("seed", ConfigKeys.SEED);
    var keys = new LinkedHashMap<String, SeedSettings.Said<List<String>>>();
    for (var names : table.flatMap(it -> it.tableOfNames("keys")).stream().toList()) {
      for (var it : names.keys()) {
        keys.put(it, new SeedSettings.Said<>(names.strings(it), names.place(it)));
      }
    }
    var expected = new LinkedHashMap<String, SeedSettings.Said<Integer>>();
    for (var names : table.flatMap(it -> it.tableOfNames("expect")).stream().toList()) {
      for (var it : names.keys()) {
        names
            .integer(it, 0, Integer.MAX_VALUE)
            .ifPresent(count -> expected.put(it, new SeedSettings.Said<>(count, names.place(it))));
      }
    }
    var files = table.flatMap(it -> it.string("files").flatMap(path -> path(it, "files", path)));
    return new SeedSettings(files, keys, expected);
  }

  /// Reads `[migrations]`: the folder of the migrations, where it is another than Prisma's.
  private Optional<Path> migrations(ConfigTable top) {
    return top.table("migrations", ConfigKeys.MIGRATIONS)
        .flatMap(it -> it.string("dir").flatMap(path -> path(it, "dir", path)));
  }

  /// Reads where an Alembic history is: its settings, or their folder. Without the key it is looked
  /// for.
  private Optional<AlembicProject> alembic(ConfigTable top) {
    var table = top.table("migrations", ConfigKeys.MIGRATIONS).filter(it -> it.has(ALEMBIC));
    if (table.isEmpty()) {
      return AlembicDiscovery.find(folder, environment, notes);
    }
    var in = table.get();
    var place = in.string(ALEMBIC).flatMap(it -> path(in, ALEMBIC, it));
    var found = place.flatMap(AlembicDiscovery::at);
    if (place.isPresent() && found.isEmpty()) {
      in.report(
          ProjectCode.WRONG_VALUE,
          ALEMBIC,
          "Nothing at `%s` says where an Alembic history is."
              .formatted(environment.show(place.get())),
          Optional.of("Name alembic.ini, pyproject.toml, or the folder of either."));
    }
    return found;
  }

  private Tools tools(ConfigTable top) {
    return new Tools(shadow(top), python(top), ignored(top), levels(top));
  }

  /// Reads `[ignore]`: names of objects, with `*` for anything.
  private static Ignored ignored(ConfigTable top) {
    return top.table("ignore", ConfigKeys.IGNORE)
        .map(it -> new Ignored(it.strings("objects")))
        .orElse(Ignored.NONE);
  }

  private Optional<SourceSpec> source(ConfigTable top) {
    var written = top.string("source");
    if (written.isEmpty()) {
      if (config.diagnostics().isEmpty()) {
        top.report(
            ProjectCode.MISSING_KEY,
            "source",
            "`source` is missing: what everything else follows.",
            Optional.of("Name the Prisma schema, as in `source = \"prisma/schema.prisma\"`."));
      }
      return Optional.empty();
    }
    var spec = spec(top, "source", written.get());
    if (spec.isEmpty() || !(spec.get() instanceof SourceSpec.Prisma schema)) {
      refuseSql(top);
      return spec;
    }
    if (!Files.exists(schema.path())) {
      top.report(
          ProjectCode.FILE_MISSING,
          "source",
          "There is no file or folder `%s`.".formatted(schema.label()),
          Optional.of("Paths are relative to lockstep.toml."));
    }
    return Optional.of(schema.with(sql(top, schema)));
  }

  /// Reads the SQL files that belong to the schema: those that `sql` lists, or the usual ones.
  private SqlBeside sql(ConfigTable top, SourceSpec.Prisma schema) {
    return top.has(SQL)
        ? new SqlBeside(top.strings(SQL).stream().map(it -> SqlBeside.Glob.of(folder, it)).toList())
        : schema.sql().within(folder);
  }

  private static void refuseSql(ConfigTable top) {
    if (top.has(SQL)) {
      top.report(
          ProjectCode.WRONG_VALUE,
          SQL,
          "`sql` names files that belong to a Prisma schema, and the source is none.",
          Optional.of("Remove the key."));
    }
  }

  private Optional<SourceSpec> spec(ConfigTable in, String key, String written) {
    return switch (parts.specs().read(written)) {
      case SourceSpecReader.Read.Valid(var spec) -> Optional.of(spec);
      case SourceSpecReader.Read.Invalid(var diagnostic) -> {
        in.report(key, diagnostic);
        yield Optional.empty();
      }
    };
  }

  private List<SourceSpec> compared(ConfigTable top) {
    return top.strings("compare").stream()
        .flatMap(it -> spec(top, "compare", it).stream())
        .toList();
  }

  private List<Target> targets(ConfigTable top) {
    var targets = new ArrayList<Target>();
    for (var table : top.tables("target", ConfigKeys.TARGET)) {
      var target = target(table);
      if (target.filter(it -> isTaken(it, targets)).isPresent()) {
        table.report(
            ProjectCode.WRONG_VALUE,
            "out",
            "Another target is generated into this folder already.",
            Optional.of("Give each target a folder of its own."));
      }
      target.ifPresent(targets::add);
    }
    return targets;
  }

  private static boolean isTaken(Target one, List<Target> targets) {
    return targets.stream()
        .anyMatch(it -> it.out().equals(one.out()) && it.getClass().equals(one.getClass()));
  }

  /// A page says of the project what is read elsewhere.
  private Target complete(Target it, Path migrations, Optional<AlembicProject> alembic) {
    return switch (it) {
      case Target.SqlAlchemy _ -> it;
      case Target.Docs docs ->
          new Target.Docs(docs.out(), folder, databaseVariable(), migrations, alembic);
    };
  }

  private Optional<String> databaseVariable() {
    return databaseText()
        .filter(it -> it.startsWith("env:"))
        .map(it -> it.substring("env:".length()));
  }

  /// A page is written in one way only.
  private Optional<Target> docs(ConfigTable it) {
    for (var key : List.of("package", "layout", "names", "sqlalchemy", "mixins")) {
      if (it.has(key)) {
        it.report(
            ProjectCode.WRONG_VALUE,
            key,
            "`%s` is said of models, and this target is a page.".formatted(key),
            Optional.of("Remove the key."));
      }
    }
    require(it, "out", it.has("out"));
    return it.string("out")
        .flatMap(out -> path(it, "out", out))
        .map(out -> new Target.Docs(out, folder, Optional.empty(), folder, Optional.empty()));
  }

  private Optional<Target> target(ConfigTable it) {
    var kind = it.choice("to", TargetWords.KINDS);
    if (kind.filter(TargetWords.DOCS::equals).isPresent()) {
      return docs(it);
    }
    var out = it.string("out");
    var packageName = it.string("package");
    var layout = it.choice("layout", TargetWords.LAYOUTS);
    var naming = it.choice("names", TargetWords.NAMINGS);
    var version = it.choice("sqlalchemy", TargetWords.VERSIONS);
    var mixins = mixins(it);
    require(it, "to", it.has("to"));
    require(it, "out", it.has("out"));
    if (out.isEmpty()) {
      return Optional.empty();
    }
    var path = path(it, "out", out.get());
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return switch (PythonPackage.of(path.get(), packageName)) {
      case PythonPackage.Made.Valid(var at) ->
          Optional.of(Target.SqlAlchemy.of(at, Choices.named(layout, naming, version, mixins)));
      case PythonPackage.Made.Invalid(var fact, var advice) -> {
        it.report(ProjectCode.WRONG_VALUE, "package", fact, Optional.of(advice));
        yield Optional.empty();
      }
    };
  }

  /// Reads `mixins = { User = "app.mixins.UserMixin" }`: by model, the class to inherit from.
  private static List<Mixin> mixins(ConfigTable target) {
    var mixins = new ArrayList<Mixin>();
    target
        .texts("mixins")
        .forEach(
            (model, path) -> {
              var dot = path.lastIndexOf('.');
              if (dot < 0) {
                target.report(
                    ProjectCode.WRONG_VALUE,
                    "mixins",
                    "`%s` does not name a class in a module.".formatted(path),
                    Optional.of("Write it as in `app.mixins.UserMixin`."));
              } else {
                var module = dot == 0 ? "." : path.substring(0, dot);
                mixins.add(new Mixin(model, module, path.substring(dot + 1)));
              }
            });
    return mixins;
  }

  /// Returns what the settings name as the database, as it is written.
  Optional<String> databaseText() {
    return config.top().table("database", ConfigKeys.DATABASE).flatMap(it -> it.string("url"));
  }

  private Optional<ConnectionUrl> database(ConfigTable top) {
    var table = top.table("database", ConfigKeys.DATABASE);
    var written = table.flatMap(it -> it.string("url"));
    return parts.database(
        written,
        notes,
        fact -> table.orElse(top).report(ProjectCode.BAD_URL, "url", fact, LIKE_A_URL),
        config.diagnostics());
  }

  private ShadowSettings shadow(ConfigTable top) {
    var table = top.table("shadow", ConfigKeys.SHADOW);
    var major =
        table
            .map(it -> it.integer("major", 13, 18).orElse(EmbeddedSettings.DEFAULT_MAJOR))
            .orElse(EmbeddedSettings.DEFAULT_MAJOR);
    return parts.shadow(
        major,
        table.flatMap(it -> it.string("url")),
        fact -> table.orElse(top).report(ProjectCode.BAD_URL, "url", fact, LIKE_A_URL),
        config.diagnostics());
  }

  private PythonSettings python(ConfigTable top) {
    var table = top.table("python", ConfigKeys.PYTHON);
    var seconds = table.map(it -> it.integer("timeout-seconds", 1, 3600));
    var interpreter = table.flatMap(it -> it.string("interpreter"));
    var isNamed = interpreter.isPresent() || overrides.python().isPresent();
    return new PythonSettings(
        overrides.python(),
        interpreter,
        table.flatMap(it -> requirements(it, isNamed)),
        seconds
            .filter(it -> it.isPresent())
            .map(it -> Duration.ofSeconds(it.getAsInt()))
            .orElse(PythonSettings.DEFAULT_TIMEOUT));
  }

  /// The file has to be there unless an interpreter is named, which needs none.
  private Optional<Path> requirements(ConfigTable table, boolean isInterpreterNamed) {
    var key = "requirements";
    var path = table.string(key).flatMap(it -> path(table, key, it));
    if (!isInterpreterNamed && path.isPresent() && !Files.isRegularFile(path.get())) {
      table.report(
          ProjectCode.FILE_MISSING,
          key,
          "There is no file `%s`.".formatted(environment.show(path.get())),
          Optional.of("Paths are relative to lockstep.toml."));
    }
    return path;
  }

  private Optional<Path> path(ConfigTable table, String key, String written) {
    return switch (WrittenPath.of(folder, written)) {
      case WrittenPath.Valid(var path) -> Optional.of(path);
      case WrittenPath.Invalid(var fact, var advice) -> {
        table.report(ProjectCode.WRONG_VALUE, key, fact, advice);
        yield Optional.empty();
      }
    };
  }

  private static void require(ConfigTable table, String key, boolean isThere) {
    if (!isThere) {
      table.report(
          ProjectCode.MISSING_KEY,
          key,
          "A target needs the key `%s`.".formatted(key),
          Optional.empty());
    }
  }
}
