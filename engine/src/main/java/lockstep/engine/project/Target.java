package lockstep.engine.project;

import java.nio.file.Path;

/// Code that is generated from the truth.
public sealed interface Target {
  /// Returns the folder that generated files are written to; absolute.
  Path out();

  /// SQLAlchemy models.
  ///
  /// @param packageName the package that `out` is, as in `app.models`
  /// @param root where imports of that package start
  record SqlAlchemy(Path out, String packageName, Path root, Layout layout, Naming naming)
      implements Target {}

  /// How many files the models take.
  enum Layout {
    /// One for each model, and `__init__.py`.
    FILES("files"),
    /// One for all.
    SINGLE("single");

    private final String word;

    Layout(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// What attributes are called.
  enum Naming {
    /// The field's name in snake case.
    SNAKE("snake"),
    /// The field's name as it is.
    FIELD("field");

    private final String word;

    Naming(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
