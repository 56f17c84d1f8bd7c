package lockstep.acceptance.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A folder as `alembic init` leaves it, with an `env.py` that imports a package of models.
///
/// @param folder holds `alembic.ini`, `env.py` and no revision yet
public record AlembicProject(Path folder) {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /// How Alembic is asked: a section of `alembic.ini`, whose options `env.py` knows.
  public enum Way {
    /// With Alembic's defaults, about the tables of the default schema.
    ALEMBIC,
    /// With Alembic's defaults, about all tables.
    UNFILTERED,
    /// With server defaults compared, in all schemas.
    EVERYTHING;

    String section() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Makes the project anew.
  ///
  /// @param path from which the package is imported
  /// @param name of the package
  public static AlembicProject make(Path folder, Path path, String name, String url) {
    try {
      Files.createDirectories(folder.resolve("versions"));
      var env = Checkout.acceptance("python/alembic/env.py");
      Files.writeString(folder.resolve("env.py"), Files.readString(env));
      Files.writeString(folder.resolve("alembic.ini"), settings(path, name, url));
      return new AlembicProject(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs the command `alembic check`.
  public Command.Result check(PythonEnvironment python, Way way) {
    return python.run(folder, LIMIT, "alembic", List.of("--name", way.section(), "check"));
  }

  Path settings() {
    return folder.resolve("alembic.ini");
  }

  private static String settings(Path path, String name, String url) {
    var settings = new StringBuilder();
    for (var way : Way.values()) {
      settings.append(
          """
          [%s]
          script_location = %%(here)s
          path_separator = newline
          prepend_sys_path = %s
          sqlalchemy.url = %s
          models = %s

          """
              .formatted(way.section(), path, url.replace("%", "%%"), name));
    }
    return settings.toString();
  }
}
