package lockstep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The version of this build.
final class Version {
  private Version() {}

  static String text() {
    try (var resource = Version.class.getResourceAsStream("version.properties")) {
      var line = new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
      return line.substring(line.indexOf('=') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
