package lockstep.engine.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;

/// A project without settings of ours: its schema, generated packages and database are looked for.
final class FoundProject {
  private final Environment environment;
  private final Overrides overrides;
  private final Path folder;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  FoundProject(Environment environment, Overrides overrides, Path folder) {
    this.environment = environment;
    this.overrides = overrides;
    this.folder = folder;
  }

  ProjectReader.Read read() {
    var discovery = new SchemaDiscovery(folder);
    var schema = schema(discovery);
    var parts = new ProjectParts(environment, overrides, folder, variableFolders(folder, schema));
    var source =
        schema
            .map(it -> new SourceSpec.Prisma(it, environment.show(it)))
            .map(it -> it.with(it.sql().within(folder)));
    var notes = new ArrayList<String>();
    for (var it : discovery.unreadable()) {
      notes.add("`%s` cannot be read, so no schema was looked for there".formatted(show(it)));
    }
    var database =
        parts.database(schema.flatMap(discovery::databaseUrl), notes, this::badUrl, diagnostics);
    var tools = parts.defaultTools(diagnostics);
    var generated = TargetDiscovery.find(folder, environment);
    notes.addAll(generated.notes());
    if (source.isEmpty() || !diagnostics.isEmpty()) {
      return new ProjectReader.Read.Invalid(diagnostics);
    }
    var migrations = MigrationsDiscovery.find(source.get(), folder);
    var alembic = AlembicDiscovery.find(folder, environment, notes);
    var variable =
        schema
            .flatMap(discovery::databaseUrl)
            .filter(it -> it.startsWith("env:"))
            .map(it -> it.substring("env:".length()));
    var targets = new ArrayList<>(generated.targets());
    generated
        .guides()
        .forEach(it -> targets.add(new Target.Docs(it, folder, variable, migrations, alembic)));
    return new ProjectReader.Read.Valid(
        new Project(
            folder,
            Optional.empty(),
            source.get(),
            targets,
            List.of(),
            database,
            migrations,
            alembic,
            tools,
            notes));
  }

  private Optional<Path> schema(SchemaDiscovery discovery) {
    var found = discovery.schemas();
    if (found.size() == 1) {
      return Optional.of(found.getFirst());
    }
    var place = new Place.File(show(folder));
    for (var it : discovery.unreadable()) {
      diagnostics.add(
          Diagnostic.of(
              ProjectCode.FILE_UNREADABLE,
              new Place.File(show(it)),
              "The folder cannot be read, so no schema was looked for there."));
    }
    if (found.isEmpty() && !(Files.isReadable(folder) && Files.isExecutable(folder))) {
      diagnostics.add(
          Diagnostic.of(
              ProjectCode.FILE_UNREADABLE, place, "The folder cannot be read: permission denied."));
      return Optional.empty();
    }
    diagnostics.add(
        found.isEmpty()
            ? Diagnostic.of(
                    ProjectCode.NO_SCHEMA_FOUND,
                    place,
                    "There is no lockstep.toml here, and no Prisma schema in any usual place.")
                .withAdvice(
                    "Name the schema, as in `source = \"prisma/schema.prisma\"` in lockstep.toml.")
            : Diagnostic.of(
                    ProjectCode.SEVERAL_SCHEMAS_FOUND,
                    place,
                    "There is more than one Prisma schema here: %s.".formatted(names(found)))
                .withAdvice("Name the one to follow as `source` in lockstep.toml."));
    return Optional.empty();
  }

  private String show(Path path) {
    return environment.show(path);
  }

  private String names(List<Path> found) {
    return found.stream().map(environment::show).collect(Collectors.joining(", "));
  }

  private void badUrl(String reason) {
    diagnostics.add(Diagnostic.of(ProjectCode.BAD_URL, reason));
  }

  /// The project's folder, then those from the schema's up to it.
  static List<Path> variableFolders(Path folder, Optional<Path> schema) {
    var folders = new ArrayList<Path>(List.of(folder));
    for (var it = schema.orElse(folder); it != null && it.startsWith(folder); it = it.getParent()) {
      if (!folders.contains(it)) {
        folders.add(it);
      }
    }
    return folders;
  }
}
