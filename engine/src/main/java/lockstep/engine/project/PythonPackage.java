package lockstep.engine.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A folder that is a Python package.
///
/// @param folder absolute
/// @param name as an import has it, as in `app.models`
/// @param root the folder above the whole package, where imports of it start
public record PythonPackage(Path folder, String name, Path root) {
  /// A package, or why folder and name do not fit together.
  public sealed interface Made {
    record Valid(PythonPackage at) implements Made {}

    /// Both are sentences.
    record Invalid(String fact, String advice) implements Made {}
  }

  /// Works out what is missing: without a name, the folder's own name is the package.
  public static Made of(Path folder, Optional<String> given) {
    if (Files.isRegularFile(folder)) {
      return new Made.Invalid(
          "`%s` is a file.".formatted(folder.getFileName()), "Name a folder to write to.");
    }
    var name = given.orElse(String.valueOf(folder.getFileName()));
    if (given.isEmpty() && name.contains(".") || !PythonName.isModule(name)) {
      return new Made.Invalid(
          "`%s` is not the name of a Python package.".formatted(name),
          "Write it as an import does, as in `app.models`.");
    }
    var path = Path.of("", name.split("\\."));
    if (!folder.endsWith(path)) {
      return new Made.Invalid(
          "The package `%s` cannot be in the folder `%s`.".formatted(name, folder.getFileName()),
          "The folder's path has to end in `%s`.".formatted(path));
    }
    var root = folder;
    for (var i = 0; i < path.getNameCount(); i++) {
      root = root.getParent();
    }
    return new Made.Valid(new PythonPackage(folder, name, root));
  }
}
