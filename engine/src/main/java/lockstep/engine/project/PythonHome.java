package lockstep.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.rewrite.project.Requirements;

/// Where the Python of a project lies: the folder that its imports start in.
///
/// @param folder absolute
/// @param requirements the file that names its packages, where there is one
public record PythonHome(Path folder, Optional<Path> requirements) {
  private static final List<String> LISTS =
      List.of("requirements.txt", "requirements/base.txt", "requirements-dev.txt");
  private static final String PYPROJECT = "pyproject.toml";

  /// What may come behind the name of a package.
  private static final String END = "(?![\\w.-]).*";

  /// Returns that of a project; its own folder where nothing says otherwise.
  public static PythonHome of(Project project) {
    var root =
        project.targets().stream()
            .filter(Target.SqlAlchemy.class::isInstance)
            .map(it -> ((Target.SqlAlchemy) it).root())
            .findFirst()
            .or(() -> ofModels(project));
    return root.map(PythonHome::at)
        .or(() -> all(project.folder()).stream().findFirst())
        .orElse(new PythonHome(project.folder(), Optional.empty()));
  }

  private static Optional<Path> ofModels(Project project) {
    return Stream.concat(Stream.of(project.source()), project.compared().stream())
        .filter(SourceSpec.Python.class::isInstance)
        .map(it -> ((SourceSpec.Python) it).folder())
        .findFirst();
  }

  /// Returns the folders of a repository that say what Python they need: itself, then its parts.
  public static List<PythonHome> all(Path repository) {
    return Stream.concat(
            Stream.of(repository), new SchemaDiscovery(repository).parts().stream().distinct())
        .filter(PythonHome::isOne)
        .map(PythonHome::at)
        .toList();
  }

  private static PythonHome at(Path folder) {
    return new PythonHome(
        folder, LISTS.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst());
  }

  private static boolean isOne(Path folder) {
    return LISTS.stream().map(folder::resolve).anyMatch(Files::isRegularFile)
        || Files.isRegularFile(folder.resolve(PYPROJECT));
  }

  /// Returns whether the packages that it names have one of this name; the text of both lists is
  /// taken together.
  public boolean names(String packageName) {
    var listed =
        requirements.stream()
            .flatMap(it -> lines(it, new HashSet<>()))
            .anyMatch(it -> it.strip().toLowerCase(Locale.ROOT).matches(packageName + END));
    // A list may stand on one line.
    return listed
        || lines(folder.resolve(PYPROJECT))
            .map(it -> it.strip().toLowerCase(Locale.ROOT))
            .anyMatch(it -> it.matches("(?:.*[\"'])?" + packageName + END));
  }

  /// Returns the lines of a file of requirements and of those that it takes in.
  private static Stream<String> lines(Path file, Set<Path> known) {
    if (!known.add(file.normalize())) {
      return Stream.empty();
    }
    var own = lines(file).toList();
    var included =
        Requirements.included(String.join("\n", own)).stream()
            .flatMap(it -> lines(file.resolveSibling(it), known));
    return Stream.concat(own.stream(), included);
  }

  /// Returns the lines of the file of requirements.
  public List<String> lines() {
    return requirements.stream().flatMap(PythonHome::lines).toList();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file).lines() : Stream.empty();
    } catch (IOException _) {
      return Stream.empty();
    }
  }
}
