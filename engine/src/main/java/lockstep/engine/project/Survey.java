package lockstep.engine.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.engine.postgres.ConnectionUrl;

/// What a repository has that settings could speak of, before there are any.
///
/// @param folder absolute
/// @param schemas Prisma's, in the usual places, that of the folder itself first
/// @param generated packages that Lockstep wrote before
/// @param homes where Python code says what it needs
/// @param alembic a history of Alembic's; of several none
/// @param notes what could not be looked at, or is there several times, in sentences
public record Survey(
    Path folder,
    List<Path> schemas,
    List<Target> generated,
    List<PythonHome> homes,
    Optional<AlembicProject> alembic,
    List<String> notes) {
  private static final List<String> FILES = List.of(".env", ".env.local", ".env.development");
  private static final String USUAL = "DATABASE_URL";

  public Survey {
    schemas = List.copyOf(schemas);
    generated = List.copyOf(generated);
    homes = List.copyOf(homes);
    notes = List.copyOf(notes);
  }

  /// Looks through a folder.
  public static Survey of(Path folder, Environment environment) {
    var discovery = new SchemaDiscovery(folder);
    var schemas = discovery.all();
    var generated = TargetDiscovery.find(folder, environment);
    var notes = new ArrayList<>(generated.notes());
    var alembic = AlembicDiscovery.find(folder, environment, notes);
    for (var it : discovery.unreadable()) {
      notes.add("`%s` cannot be read".formatted(environment.show(it)));
    }
    return new Survey(folder, schemas, generated.targets(), PythonHome.all(folder), alembic, notes);
  }

  /// A variable that holds the address of a database.
  ///
  /// @param named who speaks of it: a schema, Prisma's settings or a file of variables
  /// @param set the file of variables that sets it; empty where the environment does, or nobody
  public record DatabaseVariable(String name, Path named, Optional<Path> set) {}

  /// Returns the variable by which the database is named: as the schema or Prisma's settings have
  /// it, else one that a file of variables sets to an address. No value leaves this place.
  ///
  /// @param schema the one that was chosen
  public Optional<DatabaseVariable> databaseVariable(
      Optional<Path> schema, Environment environment) {
    var named =
        schema
            .flatMap(new SchemaDiscovery(folder)::databaseUrl)
            .filter(it -> it.startsWith("env:"))
            .map(it -> it.substring("env:".length()));
    if (named.isPresent()) {
      var set =
          variableFiles(schema)
              .filter(it -> read(it, environment).contains(named.get()))
              .findFirst();
      return Optional.of(new DatabaseVariable(named.get(), schema.orElseThrow(), set));
    }
    for (var file : variableFiles(schema).toList()) {
      var names = read(file, environment);
      if (!names.isEmpty()) {
        var name = names.contains(USUAL) ? USUAL : names.getFirst();
        return Optional.of(new DatabaseVariable(name, file, Optional.of(file)));
      }
    }
    return environment
        .variable(USUAL)
        .filter(ConnectionUrl::isUrl)
        .map(_ -> new DatabaseVariable(USUAL, folder, Optional.empty()));
  }

  /// The folder's own first, then those from the schema's up to it, then those of Python code.
  private Stream<Path> variableFiles(Optional<Path> schema) {
    var folders = new LinkedHashSet<>(FoundProject.variableFolders(folder, schema));
    homes.forEach(it -> folders.add(it.folder()));
    return folders.stream().flatMap(it -> FILES.stream().map(it::resolve));
  }

  /// Returns the names of the variables that a file sets to an address.
  private static List<String> read(Path file, Environment environment) {
    return DotEnv.read(file, environment.variables()).entrySet().stream()
        .filter(it -> ConnectionUrl.isUrl(it.getValue()))
        .map(it -> it.getKey())
        .toList();
  }

  /// Returns whether a schema is for PostgreSQL.
  public static boolean isForPostgres(Path schema) {
    try (var files = Files.walk(schema, 2)) {
      return files.filter(it -> it.toString().endsWith(".prisma")).anyMatch(Survey::namesPostgres);
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }

  private static boolean namesPostgres(Path file) {
    try {
      return Files.readString(file)
          .matches("(?s).*\\bprovider\\s*=\\s*\"(?:postgres|postgresql|cockroachdb)\".*");
    } catch (IOException _) {
      return false;
    }
  }
}
