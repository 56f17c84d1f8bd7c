package lockstep.engine.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.project.Environment;
import lockstep.engine.project.ProjectCode;

/// A file that a command begins, and that is its user's from then on.
///
/// @param mayReplace whether one that is there is written anew
record BegunFile(Path path, boolean mayReplace, Environment environment) {
  /// Returns why the file stays as it is; empty where it may be written.
  List<Diagnostic> inTheWay() {
    return Files.exists(path) && !mayReplace
        ? List.of(
            Diagnostic.of(
                    ProjectCode.FILE_EXISTS,
                    new Place.File(environment.show(path)),
                    "The file is there already.")
                .withAdvice("Name another place by `--out`, or say `--force` to write it anew."))
        : List.of();
  }

  /// Returns why nothing was written; empty where all went well.
  List<Diagnostic> write(Supplier<String> text) {
    var inTheWay = inTheWay();
    if (inTheWay.isEmpty()) {
      MigrationWriter.file(path, text.get());
    }
    return inTheWay;
  }
}
