package lockstep.engine;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// Why the system refused to read or write something, in words that end a sentence of ours.
public final class Reason {
  private Reason() {}

  /// Returns as in `permission denied`.
  public static String of(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException it -> "`%s` is not there".formatted(it.getFile());
      case FileAlreadyExistsException it -> "the file `%s` is in the way".formatted(it.getFile());
      case FileSystemException it when it.getReason() != null ->
          it.getReason().toLowerCase(Locale.ROOT);
      case CharacterCodingException _ -> "it is not text in UTF-8";
      default -> String.valueOf(e.getMessage());
    };
  }
}
