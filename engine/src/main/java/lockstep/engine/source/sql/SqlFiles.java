package lockstep.engine.source.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.Reason;
import lockstep.engine.project.ProjectCode;
import lockstep.text.SourceText;

/// The SQL files of one source, read.
///
/// @param scripts in the order in which they run
/// @param diagnostics why files are missing here; empty when all could be read
public record SqlFiles(List<SourceText> scripts, List<Diagnostic> diagnostics) {
  private static final long MOST_BYTES = 256L << 20;

  public SqlFiles {
    scripts = List.copyOf(scripts);
    diagnostics = List.copyOf(diagnostics);
  }

  /// Reads a file, or all `.sql` files below a folder in the order of their names, in which numbers
  /// count by their value, and Flyway's in the order in which it runs them. Files that undo others,
  /// `x.down.sql` beside `x.up.sql`, `down.sql` beside `migration.sql` and Flyway's `U1__x.sql`,
  /// are left out.
  ///
  /// @param show how messages name a path
  public static SqlFiles read(Path path, Function<Path, String> show) {
    try {
      var read = read(find(path), show);
      return read.scripts().isEmpty() && read.diagnostics().isEmpty()
          ? none(
              at(
                      ProjectCode.FOLDER_WITHOUT_SCHEMA,
                      show.apply(path),
                      "There is no file `.sql` here.")
                  .withAdvice("Name the folder that holds the schema, or its file."))
          : read;
    } catch (IOException e) {
      return none(unreadable(show.apply(path), e));
    }
  }

  /// Reads files in the order given.
  static SqlFiles read(List<Path> files, Function<Path, String> show) {
    var scripts = new ArrayList<SourceText>();
    var diagnostics = new ArrayList<Diagnostic>();
    for (var file : files) {
      read(file, show.apply(file), scripts).ifPresent(diagnostics::add);
    }
    return new SqlFiles(scripts, diagnostics);
  }

  static SqlFiles none(Diagnostic reason) {
    return new SqlFiles(List.of(), List.of(reason));
  }

  /// Reads one script that came in another way than as a file.
  ///
  /// @param name how messages name it
  public static SqlFiles of(byte[] bytes, String name) {
    var scripts = new ArrayList<SourceText>();
    var diagnostics = add(bytes, name, scripts).stream().toList();
    return new SqlFiles(scripts, diagnostics);
  }

  private static List<Path> find(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (var all = Files.walk(path)) {
      return all.filter(it -> it.toString().endsWith(".sql") && Files.isRegularFile(it))
          .filter(it -> !undoesAnother(it))
          .sorted(NaturalOrder.OF_PATHS)
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean undoesAnother(Path file) {
    var name = file.getFileName().toString();
    return name.equals("down.sql") && Files.exists(file.resolveSibling("migration.sql"))
        || FlywayName.isUndo(name)
        || name.endsWith(".down.sql")
            && Files.exists(file.resolveSibling(name.replaceAll("\\.down\\.sql$", ".up.sql")));
  }

  private static Optional<Diagnostic> read(Path file, String name, List<SourceText> scripts) {
    try {
      if (!Files.exists(file)) {
        return Optional.of(
            at(ProjectCode.FILE_MISSING, name, "There is no such file or folder.")
                .withAdvice("A path of a call begins in the folder of the call."));
      }
      if (Files.size(file) > MOST_BYTES) {
        var fact = "The file is larger than %d MB.".formatted(MOST_BYTES >> 20);
        return Optional.of(
            at(ProjectCode.FILE_TOO_LARGE, name, fact)
                .withAdvice("A dump without data will do: `pg_dump --schema-only`."));
      }
      return add(Files.readAllBytes(file), name, scripts);
    } catch (IOException e) {
      return Optional.of(unreadable(name, e));
    }
  }

  private static Optional<Diagnostic> add(byte[] bytes, String name, List<SourceText> scripts) {
    return switch (SqlText.decode(bytes)) {
      case SqlText.Decoded(var text) -> {
        scripts.add(SourceText.of(name, text));
        yield Optional.empty();
      }
      case SqlText.Archive _ ->
          Optional.of(
              at(ProjectCode.NOT_TEXT, name, "The file is an archive of pg_dump, not SQL.")
                  .withAdvice("Make SQL of it: `pg_restore --schema-only --file=schema.sql`."));
      case SqlText.Unreadable(var reason) ->
          Optional.of(
              at(ProjectCode.NOT_TEXT, name, "The file is not text: " + reason + ".")
                  .withAdvice("Save it in UTF-8."));
    };
  }

  static Diagnostic unreadable(String name, IOException e) {
    return at(ProjectCode.FILE_UNREADABLE, name, "The file cannot be read: " + Reason.of(e) + ".")
        .withAdvice("Let this user read it.");
  }

  private static Diagnostic at(ProjectCode code, String name, String fact) {
    return Diagnostic.of(code, new Place.File(name), fact);
  }
}
