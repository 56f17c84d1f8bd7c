package lockstep.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Files of the archive.
public final class Resource {
  private Resource() {}

  /// Returns the text of a file of UTF-8.
  ///
  /// @param user a class beside whose package's resources it lies
  /// @param name below the folder of these
  public static String text(Class<?> user, String name) {
    try (var stream = user.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not in the archive");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
