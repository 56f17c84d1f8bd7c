package lockstep.engine.project;

import java.nio.file.Path;
import lockstep.emit.sqlalchemy.Choices;

/// Code that is generated from the truth.
public sealed interface Target {
  /// Returns the folder that generated files are written to; absolute.
  Path out();

  /// SQLAlchemy models.
  ///
  /// @param packageName the package that `out` is, as in `app.models`
  /// @param root where imports of that package start
  record SqlAlchemy(Path out, String packageName, Path root, Choices choices) implements Target {
    static SqlAlchemy of(PythonPackage at, Choices choices) {
      return new SqlAlchemy(at.folder(), at.name(), at.root(), choices);
    }
  }
}
