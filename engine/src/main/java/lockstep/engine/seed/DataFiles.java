package lockstep.engine.seed;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.Reason;
import lockstep.engine.project.ProjectCode;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// The data files of a call, read.
public final class DataFiles {
  /// The folder beside them whose scripts look at what came of it.
  public static final String CHECKS = "checks";

  private static final long MOST_BYTES = 64L << 20;

  private final Function<Path, String> show;
  private final List<DataFile> files = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private DataFiles(Function<Path, String> show) {
    this.show = show;
  }

  /// Reads one file, or all of a folder in the order of their names. What is in the folder and no
  /// data is an error, so that nobody takes it for loaded; texts for people (`.md`) are not.
  ///
  /// @param show how messages name a path
  public static DataFiles read(Path path, Function<Path, String> show) {
    var read = new DataFiles(show);
    try {
      read.all(path);
    } catch (IOException e) {
      read.unreadable(path, e);
    }
    return read;
  }

  /// Returns what was understood.
  List<DataFile> files() {
    return List.copyOf(files);
  }

  /// Returns why files are missing here; empty when all could be read.
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /// Returns whether one of the files is called after a table.
  public boolean isOf(String table) {
    return files.stream().anyMatch(it -> it.table().equals(table));
  }

  private void all(Path path) throws IOException {
    if (Files.notExists(path)) {
      report(
          ProjectCode.FILE_MISSING,
          path,
          "There is no such file or folder.",
          "Name a folder of data files, or one of them; a path of a call begins in its folder.");
    } else if (Files.isDirectory(path)) {
      try (var entries = Files.list(path)) {
        entries.sorted().filter(it -> !isForOthers(it)).forEach(this::one);
      }
      if (files.isEmpty() && diagnostics.isEmpty()) {
        diagnostics.add(
            Diagnostic.of(SeedCode.NO_DATA, place(path), "There is no data file in this folder.")
                .withAdvice("Call a file after its table, as in `users.json` or `users.csv`."));
      }
    } else {
      one(path);
    }
  }

  private static boolean isForOthers(Path path) {
    var name = path.getFileName().toString();
    return name.startsWith(".")
        || name.endsWith(".md")
        || name.equals(CHECKS) && Files.isDirectory(path);
  }

  private void one(Path path) {
    var name = path.getFileName().toString();
    try {
      if (Files.isRegularFile(path) && Files.size(path) > MOST_BYTES) {
        report(
            ProjectCode.FILE_TOO_LARGE,
            path,
            "The file is larger than %d MB.".formatted(MOST_BYTES >> 20),
            "Bring so many rows in by `COPY`.");
      } else if (Files.isRegularFile(path) && name.endsWith(".json")) {
        add(text(path), name.substring(0, name.length() - 5), JsonRows::read);
      } else if (Files.isRegularFile(path) && name.endsWith(".csv")) {
        add(text(path), name.substring(0, name.length() - 4), CsvRows::read);
      } else {
        diagnostics.add(
            Diagnostic.of(
                    SeedCode.NO_DATA, place(path), "This is neither a `.json` nor a `.csv` file.")
                .withAdvice("Put what is no data elsewhere: all that is here is loaded."));
      }
    } catch (IOException e) {
      unreadable(path, e);
    }
  }

  private interface RowsReader {
    List<DataRow> read(SourceText text) throws MalformedData;
  }

  private void add(SourceText text, String table, RowsReader reader) {
    try {
      files.add(new DataFile(text, table, reader.read(text)));
    } catch (MalformedData e) {
      var place = Place.of(text, new Span(e.offset(), e.offset()));
      diagnostics.add(
          Diagnostic.of(SeedCode.MALFORMED, place, e.getMessage() + ".").withAdvice(e.advice()));
    }
  }

  private SourceText text(Path path) throws IOException {
    return SourceText.of(show.apply(path), Files.readString(path));
  }

  private void unreadable(Path path, IOException e) {
    if (e instanceof CharacterCodingException) {
      report(ProjectCode.NOT_TEXT, path, "The file is not text in UTF-8.", "Save it in UTF-8.");
    } else {
      report(
          ProjectCode.FILE_UNREADABLE,
          path,
          "The file cannot be read: %s.".formatted(Reason.of(e)),
          "Let this user read it.");
    }
  }

  private void report(ProjectCode code, Path path, String fact, String advice) {
    diagnostics.add(Diagnostic.of(code, place(path), fact).withAdvice(advice));
  }

  private Place place(Path path) {
    return new Place.File(show.apply(path));
  }
}
