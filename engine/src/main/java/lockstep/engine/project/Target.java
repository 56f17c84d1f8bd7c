package lockstep.engine.project;

import java.nio.file.Path;
import java.util.Optional;
import lockstep.emit.docs.DatabaseGuide;
import lockstep.emit.sqlalchemy.Choices;

/// Code that is generated from the truth.
public sealed interface Target {
  /// Returns the folder that generated files are written to; absolute.
  Path out();

  /// Returns the folder that is generated, or the page: that lies among files that are nobody
  /// else's business.
  Path generated();

  /// SQLAlchemy models.
  ///
  /// @param packageName the package that `out` is, as in `app.models`
  /// @param root where imports of that package start
  record SqlAlchemy(Path out, String packageName, Path root, Choices choices) implements Target {
    /// Returns a package as most projects want it; empty where folders of that name are none.
    ///
    /// @param root where imports start
    public static Optional<SqlAlchemy> usual(Path root, Path out) {
      var name = root.relativize(out).toString().replace('/', '.').replace('\\', '.');
      return PythonPackage.of(out, Optional.of(name)) instanceof PythonPackage.Made.Valid(var at)
          ? Optional.of(of(at, Choices.USUAL))
          : Optional.empty();
    }

    /// Returns the module that usually has the sessions, beside the models: of `app.models`
    /// `app.core.database`.
    public String sessions() {
      var dot = packageName.lastIndexOf('.');
      return dot < 0 ? "database" : packageName.substring(0, dot) + ".core.database";
    }

    @Override
    public Path generated() {
      return out;
    }

    static SqlAlchemy of(PythonPackage at, Choices choices) {
      return new SqlAlchemy(at.folder(), at.name(), at.root(), choices);
    }
  }

  /// The page that tells a team how it lives with its database; only a part of it is generated.
  ///
  /// @param project the folder that its paths are relative to
  /// @param variable that names the database
  /// @param migrations a folder that need not be there
  record Docs(
      Path out,
      Path project,
      Optional<String> variable,
      Path migrations,
      Optional<AlembicProject> alembic)
      implements Target {
    @Override
    public Path generated() {
      return out.resolve(DatabaseGuide.FILE);
    }

    /// Returns how the page calls a path.
    public String show(Path path) {
      var shown = path.startsWith(project) ? project.relativize(path).toString() : path.toString();
      return shown.isEmpty() ? "." : shown.replace('\\', '/');
    }
  }
}
