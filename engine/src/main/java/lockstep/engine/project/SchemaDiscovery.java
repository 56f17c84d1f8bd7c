package lockstep.engine.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;

/// Finds the Prisma schema of a project that has no settings of ours: where Prisma's own settings
/// say, then in the usual folders.
final class SchemaDiscovery {
  private static final List<String> USUAL =
      List.of("prisma/schema.prisma", "schema.prisma", "prisma/schema", "prisma");
  private static final List<String> WORKSPACES =
      List.of("packages", "apps", "services", "libs", "modules");
  private static final List<String> PARTS =
      List.of("backend", "server", "api", "db", "database", "web", "frontend", "app", "src");
  private static final Pattern URL_IN_SCHEMA =
      Pattern.compile(
          "^[ \\t]*url[ \\t]*=[ \\t]*(?:env\\([ \\t]*\"([^\"]+)\"[ \\t]*\\)|\"([^\"]*)\")",
          Pattern.MULTILINE);

  private final Path folder;
  private final List<Path> unreadable = new ArrayList<>();

  SchemaDiscovery(Path folder) {
    this.folder = folder;
  }

  /// Returns every schema that the first place to have one has: one if all is clear, none if there
  /// is no schema, several if somebody has to choose.
  List<Path> schemas() {
    var here = inPackage(folder);
    if (here.isPresent()) {
      return List.of(here.get());
    }
    var found = new ArrayList<Path>();
    for (var part : parts()) {
      inPackage(part).ifPresent(found::add);
    }
    return found;
  }

  /// Returns every schema there is in the usual places, that of the folder itself first.
  List<Path> all() {
    var found = new LinkedHashSet<Path>();
    inPackage(folder).ifPresent(found::add);
    parts().forEach(it -> inPackage(it).ifPresent(found::add));
    return List.copyOf(found);
  }

  /// Returns the database that Prisma's settings or the schema itself name: a URL or `env:NAME`.
  Optional<String> databaseUrl(Path schema) {
    for (var it = schema; it != null && it.startsWith(folder); it = it.getParent()) {
      var url = PrismaConfig.find(it).flatMap(PrismaConfig::databaseUrl);
      if (url.isPresent()) {
        return url;
      }
    }
    return files(schema).stream().flatMap(it -> urlInSchema(it).stream()).findFirst();
  }

  /// Returns the schema that belongs to one package of a project: the folder that has its settings.
  private static Optional<Path> inPackage(Path root) {
    return PrismaConfig.find(root)
        .flatMap(PrismaConfig::schema)
        .or(() -> inPackageJson(root.resolve("package.json")))
        .flatMap(it -> path(root, it))
        .or(() -> USUAL.stream().map(root::resolve).filter(SchemaDiscovery::isSchema).findFirst());
  }

  private static Optional<Path> path(Path root, String written) {
    return WrittenPath.of(root, written) instanceof WrittenPath.Valid(var path)
        ? Optional.of(path)
        : Optional.empty();
  }

  private static Optional<String> inPackageJson(Path file) {
    try {
      return Files.isRegularFile(file)
          ? JsonReader.read(Files.readString(file)).get("prisma").flatMap(it -> it.text("schema"))
          : Optional.empty();
    } catch (IOException | MalformedJsonException _) {
      return Optional.empty();
    }
  }

  private static boolean isSchema(Path path) {
    if (Files.isRegularFile(path)) {
      return path.toString().endsWith(".prisma");
    }
    try (var entries = Files.isDirectory(path) ? Files.list(path) : Stream.<Path>empty()) {
      return entries.anyMatch(it -> it.toString().endsWith(".prisma"));
    } catch (IOException _) {
      return false;
    }
  }

  /// Returns the folders of a repository that may be packages of their own, in a fixed order.
  List<Path> parts() {
    var parts = new ArrayList<Path>();
    for (var workspace : WORKSPACES) {
      parts.addAll(folders(folder.resolve(workspace)));
    }
    PARTS.stream().map(folder::resolve).filter(Files::isDirectory).forEach(parts::add);
    return parts;
  }

  /// Returns the folders that [#schemas] could not look into.
  List<Path> unreadable() {
    return List.copyOf(unreadable);
  }

  private List<Path> folders(Path parent) {
    try (var entries = Files.isDirectory(parent) ? Files.list(parent) : Stream.<Path>empty()) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException | UncheckedIOException _) {
      unreadable.add(parent);
      return List.of();
    }
  }

  private static List<Path> files(Path schema) {
    if (!Files.isDirectory(schema)) {
      return List.of(schema);
    }
    try (var entries = Files.walk(schema)) {
      return entries.filter(it -> it.toString().endsWith(".prisma")).sorted().toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }

  private static Optional<String> urlInSchema(Path file) {
    try {
      var match = URL_IN_SCHEMA.matcher(Files.readString(file));
      return match.find()
          ? Optional.of(match.group(1) != null ? "env:" + match.group(1) : match.group(2))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
