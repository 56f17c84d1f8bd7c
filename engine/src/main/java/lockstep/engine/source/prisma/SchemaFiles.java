package lockstep.engine.source.prisma;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
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

/// The files of one schema, read.
///
/// @param files in the order of their paths
/// @param diagnostics why files are missing here; empty when all could be read
public record SchemaFiles(List<File> files, List<Diagnostic> diagnostics) {
  private static final long MOST_BYTES = 64L << 20;

  public SchemaFiles {
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
  }

  /// @param path where it lies
  /// @param text its content, under the name that messages use
  public record File(Path path, SourceText text) {}

  public List<SourceText> texts() {
    return files.stream().map(File::text).toList();
  }

  /// Reads a file, or all `.prisma` files below a folder.
  ///
  /// @param show how messages name a path
  public static SchemaFiles read(Path path, Function<Path, String> show) {
    var diagnostics = new ArrayList<Diagnostic>();
    var files = new ArrayList<File>();
    try {
      for (var file : find(path, show, diagnostics)) {
        read(file, show.apply(file), files, diagnostics);
      }
    } catch (IOException e) {
      diagnostics.add(unreadable(show.apply(path), e));
    }
    return new SchemaFiles(files, diagnostics);
  }

  private static List<Path> find(
      Path path, Function<Path, String> show, List<Diagnostic> diagnostics) throws IOException {
    var place = new Place.File(show.apply(path));
    if (Files.notExists(path)) {
      diagnostics.add(
          Diagnostic.of(ProjectCode.FILE_MISSING, place, "There is no such file or folder.")
              .withAdvice("Name the schema; a path of a call begins in the folder of the call."));
      return List.of();
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (var entries = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      var found =
          entries
              .filter(it -> it.toString().endsWith(".prisma") && Files.isRegularFile(it))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        diagnostics.add(
            Diagnostic.of(
                    ProjectCode.FOLDER_WITHOUT_SCHEMA,
                    place,
                    "There is no file `.prisma` in this folder or below it.")
                .withAdvice("Name the folder that holds the schema, or its file."));
      }
      return found;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void read(Path path, String name, List<File> files, List<Diagnostic> diagnostics) {
    try {
      if (Files.size(path) > MOST_BYTES) {
        diagnostics.add(
            Diagnostic.of(
                    ProjectCode.FILE_TOO_LARGE,
                    new Place.File(name),
                    "The file is larger than %d MB.".formatted(MOST_BYTES >> 20))
                .withAdvice("Name the schema's own file."));
        return;
      }
      files.add(new File(path, SourceText.of(name, decode(Files.readAllBytes(path)))));
    } catch (CharacterCodingException _) {
      diagnostics.add(
          Diagnostic.of(
                  ProjectCode.NOT_TEXT, new Place.File(name), "The file is not text in UTF-8.")
              .withAdvice("Name the schema's own file, or save it in UTF-8."));
    } catch (IOException e) {
      diagnostics.add(unreadable(name, e));
    }
  }

  /// The constructor of `String` is much faster than a decoder, and puts U+FFFD where bytes are no
  /// UTF-8; where that stands, the decoder says whether it was written so.
  private static String decode(byte[] bytes) throws CharacterCodingException {
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\0') >= 0) {
      throw new CharacterCodingException();
    }
    return text.indexOf('\uFFFD') < 0
        ? text
        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static Diagnostic unreadable(String name, IOException e) {
    return Diagnostic.of(
            ProjectCode.FILE_UNREADABLE,
            new Place.File(name),
            "The file cannot be read: %s.".formatted(Reason.of(e)))
        .withAdvice("Let this user read it.");
  }
}
