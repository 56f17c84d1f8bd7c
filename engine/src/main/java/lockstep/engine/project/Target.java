package lockstep.engine.project;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Mixin;

/// Code that is generated from the truth.
public sealed interface Target {
  /// Returns the folder that generated files are written to; absolute.
  Path out();

  /// SQLAlchemy models.
  ///
  /// @param packageName the package that `out` is, as in `app.models`
  /// @param root where imports of that package start
  /// @param version the oldest SQLAlchemy that shall run them
  /// @param mixins hand-written classes that models inherit from
  record SqlAlchemy(
      Path out,
      String packageName,
      Path root,
      Layout layout,
      Naming naming,
      Version version,
      List<Mixin> mixins)
      implements Target {
    public SqlAlchemy {
      mixins = List.copyOf(mixins);
    }

    /// The usual models in a package.
    static SqlAlchemy of(PythonPackage at) {
      return new SqlAlchemy(
          at.folder(), at.name(), at.root(), Layout.FILES, Naming.SNAKE, Version.V2_0, List.of());
    }

    SqlAlchemy with(Layout wanted, Naming names) {
      return new SqlAlchemy(out, packageName, root, wanted, names, version, mixins);
    }

    SqlAlchemy with(Version oldest, List<Mixin> classes) {
      return new SqlAlchemy(out, packageName, root, layout, naming, oldest, classes);
    }
  }

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

    public static List<String> words() {
      return Arrays.stream(values()).map(Layout::word).toList();
    }

    /// Returns the layout of a word; the usual one where it is none of them.
    static Layout of(Optional<String> word) {
      return find(values(), Layout::word, word);
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

    public static List<String> words() {
      return Arrays.stream(values()).map(Naming::word).toList();
    }

    static Naming of(Optional<String> word) {
      return find(values(), Naming::word, word);
    }
  }

  /// The oldest SQLAlchemy that shall run the models.
  enum Version {
    V2_0("2.0"),
    V2_1("2.1");

    private final String word;

    Version(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    public static List<String> words() {
      return Arrays.stream(values()).map(Version::word).toList();
    }

    static Version of(Optional<String> word) {
      return find(values(), Version::word, word);
    }
  }

  private static <T> T find(T[] values, Function<T, String> word, Optional<String> wanted) {
    return Arrays.stream(values)
        .filter(it -> wanted.filter(word.apply(it)::equals).isPresent())
        .findFirst()
        .orElse(values[0]);
  }
}
