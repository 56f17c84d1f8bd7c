package lockstep.engine.project;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// How a target's folder and its package's name fit together.
sealed interface TargetParts {
  /// @param root the folder above the whole package, where imports of it start
  record Valid(Path out, String packageName, Path root) implements TargetParts {}

  record Invalid(String fact, String advice) implements TargetParts {}

  /// Works out what is missing: without a name, the folder's own name is the package.
  ///
  /// @param base where relative imports are taken to start when the name fits nowhere
  static TargetParts of(Path out, Optional<String> packageName, Path base) {
    var name = packageName.orElse(out.getFileName().toString());
    var path = Path.of("", name.split("\\."));
    if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*")) {
      return new Invalid(
          "`%s` is not the name of a Python package.".formatted(name),
          "Write it as an import does, as in `app.models`.");
    }
    if (!out.endsWith(path)) {
      return new Invalid(
          "The package `%s` cannot be the folder `%s`.".formatted(name, base.relativize(out)),
          "The folder's path has to end in `%s`.".formatted(path));
    }
    var root = out;
    for (var i = 0; i < path.getNameCount(); i++) {
      root = root.getParent();
    }
    return new Valid(out, name, root);
  }

  static Target.Layout layout(Optional<String> word) {
    return Arrays.stream(Target.Layout.values())
        .filter(it -> word.filter(it.word()::equals).isPresent())
        .findFirst()
        .orElse(Target.Layout.FILES);
  }

  static Target.Naming naming(Optional<String> word) {
    return Arrays.stream(Target.Naming.values())
        .filter(it -> word.filter(it.word()::equals).isPresent())
        .findFirst()
        .orElse(Target.Naming.SNAKE);
  }
}
