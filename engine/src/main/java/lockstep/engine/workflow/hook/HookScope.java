package lockstep.engine.workflow.hook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.engine.git.Repository;
import lockstep.engine.project.Project;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Target;

/// The files of a repository that a project's hook is about.
///
/// @param project its folder; all names are from the repository's root, with `/` between folders
/// @param settings which code is generated, and how
/// @param sources files and folders that code is generated from, or submodules that have them
/// @param suffixes that such files have in such folders
/// @param targets folders with generated code
record HookScope(
    String project,
    Optional<String> settings,
    List<String> sources,
    List<String> suffixes,
    List<String> targets) {
  static HookScope of(Project project, Repository repository) {
    var settings = project.file().orElse(project.folder().resolve(Project.FILE_NAME));
    return new HookScope(
        repository.relative(project.folder()).orElse("."),
        repository.relative(settings),
        sources(project.source()).stream()
            .flatMap(it -> repository.tracked(it).stream())
            .distinct()
            .toList(),
        suffixes(project.source()),
        project.targets().stream()
            .map(Target::generated)
            .flatMap(it -> repository.relative(it).stream())
            .distinct()
            .toList());
  }

  private static List<Path> sources(SourceSpec source) {
    return switch (source) {
      case SourceSpec.Prisma(var path, var _, var sql) -> {
        var all = new ArrayList<>(List.of(path));
        sql.globs().forEach(it -> all.add(it.place()));
        yield all;
      }
      case SourceSpec.Sql(var path, var _) -> List.of(path);
      case SourceSpec.Migrations(var path, var _) -> List.of(path);
      case SourceSpec.Python(var modules, var folder, var _) ->
          modules.stream()
              .map(it -> folder.resolve(it.replaceFirst(":.*", "").replace('.', '/')))
              .flatMap(it -> Stream.of(it, it.resolveSibling(it.getFileName() + ".py")))
              .toList();
      case SourceSpec.Database _, SourceSpec.Empty _ -> List.of();
    };
  }

  private static List<String> suffixes(SourceSpec source) {
    return switch (source) {
      case SourceSpec.Prisma _ -> List.of(".prisma", ".sql");
      case SourceSpec.Sql _, SourceSpec.Migrations _ -> List.of(".sql");
      case SourceSpec.Python _ -> List.of(".py");
      case SourceSpec.Database _, SourceSpec.Empty _ -> List.of();
    };
  }

  /// Returns whether commits change what is generated.
  boolean isUseful() {
    return !sources.isEmpty() && !targets.isEmpty();
  }

  /// Returns the files and folders that matter, none within another, in the order of their names.
  List<String> paths() {
    var all =
        Stream.of(settings.stream(), sources.stream(), targets.stream())
            .flatMap(it -> it)
            .sorted()
            .distinct()
            .toList();
    return all.stream()
        .filter(it -> all.stream().noneMatch(other -> !other.equals(it) && isIn(it, other)))
        .toList();
  }

  /// Returns whether code is generated from a file, or by it.
  boolean isSource(String file) {
    return settings.filter(file::equals).isPresent()
        || sources.contains(file)
        || suffixes.stream().anyMatch(file::endsWith)
            && sources.stream().anyMatch(it -> isIn(file, it))
            && (suffixes.getFirst().equals(".sql") || !isOfMigrations(file));
  }

  /// A folder with a schema may have its history as well, from which nothing is generated.
  private static boolean isOfMigrations(String file) {
    return file.endsWith(".sql") && ("/" + file).contains("/migrations/");
  }

  boolean isInTarget(String file) {
    return targets.stream().anyMatch(it -> file.equals(it) || isIn(file, it));
  }

  private static boolean isIn(String file, String folder) {
    return folder.equals(".") || file.startsWith(folder + "/");
  }
}
