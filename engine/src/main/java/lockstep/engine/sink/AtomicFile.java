package lockstep.engine.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Reason;

/// Replaces a file's content in one step.
///
/// The new text is written to a file beside it and renamed. Whoever is killed in between, the file
/// has its old content or its new one. What a killed run left behind is removed by the next one
/// that writes to the same folder.
public final class AtomicFile {
  private static final String SUFFIX = ".lockstep-tmp";
  private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.(\\d+)-\\d+\\.lockstep-tmp");

  private static final Set<PosixFilePermission> WRITERS =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private AtomicFile() {}

  /// Writes a text as UTF-8 and forces it to the disk first, so that it survives a loss of power
  /// too. A link stays a link, permissions stay as they are, and a file that is read-only is
  /// refused.
  public static void replace(Path file, String content) {
    replace(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /// The same for a text in an encoding of its own.
  public static void replace(Path file, byte[] content) {
    requireUnprotected(file);
    tidy(replace(file, content, channel -> channel.force(true)).getParent());
  }

  /// The same for a text that can be made again: it is not forced to the disk, which would take
  /// several milliseconds for each file.
  static void replaceRenewable(Path file, String content) {
    replace(file, content.getBytes(StandardCharsets.UTF_8), _ -> {});
  }

  /// Returns the file that was replaced: where links lead to.
  private static Path replace(Path file, byte[] content, Finish finish) {
    try {
      var isThere = Files.exists(file);
      var target = isThere ? file.toRealPath() : file.toAbsolutePath();
      if (isThere && !Files.isRegularFile(target)) {
        throw EnvironmentException.of(
            SinkCode.CANNOT_WRITE,
            "`%s` cannot be written: it is not an ordinary file.".formatted(file),
            "A device or a pipe cannot be replaced; name a file.");
      }
      var temporary = temporary(target);
      try {
        write(temporary, content, finish);
        if (isThere) {
          keepPermissions(target, temporary);
        }
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (Throwable e) {
        Files.deleteIfExists(temporary);
        throw e;
      }
      return target;
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /// Removes what runs that were killed left in a folder.
  static void tidy(Path folder) {
    try (var entries = Files.newDirectoryStream(folder, ".*" + SUFFIX)) {
      for (var it : entries) {
        var name = TEMPORARY.matcher(it.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          Files.deleteIfExists(it);
        }
      }
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /// Returns what to tell the user when a file or folder cannot be written.
  public static EnvironmentException failure(Path file, IOException e) {
    var reason = Reason.of(e);
    var lower = reason.toLowerCase(Locale.ROOT);
    return lower.contains("no space left") || lower.contains("quota")
        ? EnvironmentException.of(
            SinkCode.DISK_FULL,
            "There is no room to write `%s`.".formatted(file),
            "Make room and run the command again; files that were written are whole.")
        : inTheWay(file, e).orElseGet(() -> refused(file, reason));
  }

  private static EnvironmentException refused(Path file, String reason) {
    return EnvironmentException.of(
        SinkCode.CANNOT_WRITE,
        "`%s` cannot be written: %s.".formatted(file, reason),
        "Look at the owner and the permissions of the file and its folder.");
  }

  /// Returns what to say where a file stands in the place of a folder.
  private static Optional<EnvironmentException> inTheWay(Path file, IOException e) {
    var first = e instanceof FileAlreadyExistsException ? file : file.getParent();
    return Stream.iterate(first, Objects::nonNull, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .filter(Files::isRegularFile)
        .map(
            it ->
                EnvironmentException.of(
                    SinkCode.CANNOT_WRITE,
                    "`%s` cannot be written: the file `%s` is in the way.".formatted(file, it),
                    "Move or remove the file, or name another folder."));
  }

  private static Path temporary(Path target) {
    var name =
        "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-" + System.nanoTime();
    return target.resolveSibling(name + SUFFIX);
  }

  private static void write(Path file, byte[] content, Finish finish) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      finish.run(channel);
    }
  }

  /// Whoever took the right to write away from everybody wants the file to stay as it is, though
  /// its folder allows to put another one in its place.
  public static void requireUnprotected(Path file) {
    try {
      if (Files.exists(file) && isProtected(file)) {
        throw new FileSystemException(file.toString(), null, "the file is read-only");
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static boolean isProtected(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view == null
        ? !Files.isWritable(file)
        : Collections.disjoint(view.readAttributes().permissions(), WRITERS);
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    var view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view != null) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }

  @FunctionalInterface
  private interface Finish {
    void run(FileChannel channel) throws IOException;
  }
}
