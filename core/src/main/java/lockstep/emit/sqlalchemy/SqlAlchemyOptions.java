package lockstep.emit.sqlalchemy;

import java.util.List;

/// How models are to be written.
///
/// @param packageName the Python package that the files make, as in `app.models`
/// @param source what the models were made from
/// @param mixins hand-written classes that models inherit from
public record SqlAlchemyOptions(
    Version version,
    Layout layout,
    NameStyle names,
    String packageName,
    Source source,
    List<Mixin> mixins) {
  public SqlAlchemyOptions {
    mixins = List.copyOf(mixins);
  }

  /// What most projects want: one file per model, snake case, any SQLAlchemy 2.
  public static SqlAlchemyOptions standard(String packageName, Source source) {
    return new SqlAlchemyOptions(
        Version.V2_0, Layout.FILE_PER_MODEL, NameStyle.SNAKE_CASE, packageName, source, List.of());
  }

  /// The oldest SQLAlchemy on which the models shall run.
  public enum Version {
    /// 2.0.25 and all that follow.
    V2_0("2.0"),
    /// 2.1 and all that follow.
    V2_1("2.1");

    private final String word;

    Version(String word) {
      this.word = word;
    }

    /// Returns what settings and headers call it.
    public String word() {
      return word;
    }
  }

  public enum Layout {
    FILE_PER_MODEL("files"),
    /// Everything in the package's `__init__.py`.
    SINGLE_FILE("single");

    private final String word;

    Layout(String word) {
      this.word = word;
    }

    /// Returns what settings and headers call it.
    public String word() {
      return word;
    }
  }

  public enum NameStyle {
    /// Attributes in snake case, classes in capitalised words, enum members in capitals.
    SNAKE_CASE("snake"),
    /// As the mapping has them.
    FIELD("field");

    private final String word;

    NameStyle(String word) {
      this.word = word;
    }

    /// Returns what settings and headers call it.
    public String word() {
      return word;
    }
  }

  /// @param name as the files' headers show it, as in `prisma/schema.prisma`
  /// @param hash of its content, as in `sha256:…`; empty for a source that has none
  public record Source(String name, String hash) {}

  /// A class that a model inherits from, before its base class.
  ///
  /// @param model the model's name in the mapping
  /// @param module where the class is, absolute or, with a leading dot, in the models' package
  public record Mixin(String model, String module, String className) {}

  Choices choices() {
    return new Choices(layout, names, version, mixins);
  }

  List<Mixin> mixinsOf(String model) {
    return mixins.stream().filter(it -> it.model().equals(model)).toList();
  }
}
