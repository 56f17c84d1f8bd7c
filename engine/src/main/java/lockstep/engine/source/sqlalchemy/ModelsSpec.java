package lockstep.engine.source.sqlalchemy;

import java.util.Optional;
import lockstep.engine.project.PythonName;

/// Which models to read.
///
/// @param module a module or package, as in `app.models`; of a package everything in it is imported
/// @param attribute what in it holds the tables (a `Base`, a `MetaData`); empty for all that the
///   package defines
public record ModelsSpec(String module, Optional<String> attribute) {
  /// Reads `app.models` or `app.models:Base`; empty where the text is neither.
  public static Optional<ModelsSpec> parse(String text) {
    var form = PythonName.OBJECT.matcher(text);
    return form.matches()
        ? Optional.of(new ModelsSpec(form.group(1), Optional.ofNullable(form.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return module + attribute.map(it -> ":" + it).orElse("");
  }
}
