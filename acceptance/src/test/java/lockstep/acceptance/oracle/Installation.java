package lockstep.acceptance.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/// A folder in the cache that is filled once and then only read.
///
/// Its name holds a hash of the files that say what belongs in it, so a changed pin makes a new
/// folder. Two test runs at once wait for each other; a half-filled folder is filled again.
final class Installation {
  private static final String COMPLETE = ".complete";

  private Installation() {}

  /// Returns the folder, filled by the installer if it was not complete yet.
  ///
  /// @param name what is installed, for the folder's name and the progress line
  /// @param pins the files that determine the content
  static Path at(String name, List<Path> pins, Consumer<Path> installer) {
    try {
      var folder = Checkout.cache().resolve(name + "-" + hash(pins));
      if (!Files.exists(folder.resolve(COMPLETE))) {
        Files.createDirectories(folder);
        fill(name, folder, installer);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(String name, Path folder, Consumer<Path> installer) throws IOException {
    var lock = folder.resolve(".lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      if (!Files.exists(folder.resolve(COMPLETE))) {
        System.out.printf("standing: Installing %s into %s (once) ...%n", name, folder);
        var start = System.nanoTime();
        installer.accept(folder);
        Files.createFile(folder.resolve(COMPLETE));
        System.out.printf(
            "standing: Installed %s in %d s%n", name, (System.nanoTime() - start) / 1_000_000_000);
      }
    }
  }

  private static String hash(List<Path> pins) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var pin : pins) {
        digest.update(Files.readAllBytes(pin));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
