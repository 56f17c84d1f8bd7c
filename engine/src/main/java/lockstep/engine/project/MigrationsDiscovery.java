package lockstep.engine.project;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the folder of a project's migrations where no settings of ours name it: as Prisma's
/// settings say, else beside the schema (Prisma 7).
final class MigrationsDiscovery {
  private static final String FOLDER = "migrations";

  private MigrationsDiscovery() {}

  /// @param root the project's folder
  /// @return a folder that need not be there
  static Path find(SourceSpec source, Path root) {
    return source instanceof SourceSpec.Prisma schema ? find(schema.path(), root) : usual(root);
  }

  /// Returns where Prisma keeps them in a project that has nothing else.
  static Path usual(Path root) {
    return root.resolve("prisma").resolve(FOLDER);
  }

  private static Path find(Path schema, Path root) {
    for (var it = schema.getParent(); it != null && it.startsWith(root); it = it.getParent()) {
      var settings = it;
      var set =
          PrismaConfig.find(it)
              .flatMap(PrismaConfig::migrations)
              .filter(path -> WrittenPath.of(settings, path) instanceof WrittenPath.Valid);
      if (set.isPresent()) {
        return it.resolve(set.get()).normalize();
      }
    }
    return beside(schema);
  }

  /// A schema of several files has them within its folder, or beside it.
  private static Path beside(Path schema) {
    var within = schema.resolve(FOLDER);
    return Files.isDirectory(within) ? within : schema.resolveSibling(FOLDER);
  }
}
