package lockstep.engine.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.ZipInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks the embedded binaries: a jar that holds one tar archive, compressed by xz.
///
/// Writes files that everybody may read, whatever the umask, since the server may run as another
/// user. Leaves out what only compilers need.
final class Unpacker {
  private static final int BLOCK = 512;

  private final InputStream tar;
  private final Path target;

  private Unpacker(InputStream tar, Path target) {
    this.tar = tar;
    this.target = target;
  }

  /// @param target an empty folder
  static void unpack(Path jar, Path target) throws IOException {
    try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          new Unpacker(new XZInputStream(new BufferedInputStream(zip, 1 << 16)), target).run();
          return;
        }
      }
    }
    throw new IOException(jar + " holds no .txz archive");
  }

  private void run() throws IOException {
    var header = new byte[BLOCK];
    var longName = "";
    var longLink = "";
    while (tar.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
      var size = octal(header, 124, 12);
      var name = longName.isEmpty() ? name(header) : longName;
      var link = longLink.isEmpty() ? text(header, 157, 100) : longLink;
      switch (header[156]) {
        case 'L' -> longName = content(size);
        case 'K' -> longLink = content(size);
        default -> {
          entry(header, name, link, size);
          longName = "";
          longLink = "";
        }
      }
    }
  }

  private void entry(byte[] header, String name, String link, long size) throws IOException {
    var path = target.resolve(name).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("the archive leaves its folder: " + name);
    }
    if (isForCompilers(name)) {
      skip(size);
      return;
    }
    switch (header[156]) {
      case '5' -> folder(path);
      case '1' -> {
        folder(path.getParent());
        Files.copy(target.resolve(link), path);
      }
      case '2' -> {
        folder(path.getParent());
        Files.createSymbolicLink(path, Path.of(link));
      }
      case 0, '0' -> file(path, size, permissions(header));
      default -> skip(size);
    }
  }

  private static String permissions(byte[] header) {
    var isExecutable = (octal(header, 100, 8) & 0100) != 0;
    return isExecutable ? "rwxr-xr-x" : "rw-r--r--";
  }

  private static boolean isForCompilers(String name) {
    return name.endsWith(".a") || name.contains("/pkgconfig/") || name.contains("include/");
  }

  private static void folder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      folder(path.getParent());
      Files.createDirectory(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private void file(Path path, long size, String permissions) throws IOException {
    folder(path.getParent());
    try (var out = Files.newOutputStream(path)) {
      var buffer = new byte[1 << 16];
      for (var left = size; left > 0; ) {
        var read = tar.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          throw new IOException("the archive ends inside " + path.getFileName());
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    tar.skipNBytes(padding(size));
  }

  private String content(long size) throws IOException {
    var bytes = tar.readNBytes((int) size);
    tar.skipNBytes(padding(size));
    return text(bytes, 0, bytes.length);
  }

  private void skip(long size) throws IOException {
    tar.skipNBytes(size + padding(size));
  }

  private static long padding(long size) {
    return (BLOCK - size % BLOCK) % BLOCK;
  }

  private static String name(byte[] header) {
    var isUstar = text(header, 257, 5).equals("ustar");
    var prefix = isUstar && header[263] == '0' ? text(header, 345, 155) : "";
    var name = text(header, 0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int offset, int length) {
    var end = offset;
    while (end < offset + length && bytes[end] != 0) {
      end++;
    }
    return new String(Arrays.copyOfRange(bytes, offset, end), StandardCharsets.UTF_8);
  }

  private static long octal(byte[] bytes, int offset, int length) {
    var text = text(bytes, offset, length).strip();
    return text.isEmpty() ? 0 : Long.parseLong(text, 8);
  }
}
