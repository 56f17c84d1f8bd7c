package lockstep.engine.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.engine.Secret;

/// libpq's password file: lines `host:port:database:user:password`, the first that fits counts
/// (PostgreSQL 18, 32.16).
///
/// @param access whether it could be used at all
public record PasswordFile(Path file, Access access, List<Entry> entries) {
  static final PasswordFile NONE = new PasswordFile(Path.of(""), Access.MISSING, List.of());

  private static final Set<PosixFilePermission> OF_THE_OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /// What became of the file. One that others may read is not used, as libpq does not use it.
  enum Access {
    READ,
    MISSING,
    OPEN_TO_OTHERS
  }

  /// One line; `*` alone stands for everything.
  record Entry(String host, String port, String database, String user, Secret password) {
    private boolean fits(String itsHost, int itsPort, String itsDatabase, String itsUser) {
      return fits(host, itsHost)
          && fits(port, Integer.toString(itsPort))
          && fits(database, itsDatabase)
          && fits(user, itsUser);
    }

    private static boolean fits(String pattern, String value) {
      return pattern.equals("*") || unescaped(pattern).equals(value);
    }
  }

  public PasswordFile {
    entries = List.copyOf(entries);
  }

  /// Reads a file that need not be there.
  static PasswordFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      return new PasswordFile(file, Access.MISSING, List.of());
    }
    try {
      if (isOpenToOthers(file)) {
        return new PasswordFile(file, Access.OPEN_TO_OTHERS, List.of());
      }
      // Any bytes are read as libpq would, though only UTF-8 reaches the server as it was meant.
      var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return new PasswordFile(
          file, Access.READ, text.lines().flatMap(it -> entry(it).stream()).toList());
    } catch (IOException e) {
      return new PasswordFile(file, Access.MISSING, List.of());
    }
  }

  /// Returns the password for a login, if the file has one.
  Optional<Secret> find(Endpoint endpoint, String database, String user) {
    for (var entry : entries) {
      for (var host : hosts(endpoint)) {
        if (entry.fits(host, endpoint.port(), database, user)) {
          return Optional.of(entry.password());
        }
      }
    }
    return Optional.empty();
  }

  /// A socket in one of the usual folders is called `localhost` in the file, any other by its
  /// folder.
  private static List<String> hosts(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Tcp tcp -> List.of(tcp.host());
      case Endpoint.UnixSocket(var folder, var _) ->
          ConnectionDefaults.SOCKET_FOLDERS.contains(folder)
              ? List.of("localhost", folder.toString())
              : List.of(folder.toString());
    };
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    return !OF_THE_OWNER.containsAll(Files.getPosixFilePermissions(file));
  }

  private static Optional<Entry> entry(String line) {
    if (line.startsWith("#")) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    var start = 0;
    for (var i = 0; i < line.length() && parts.size() < 4; i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == ':') {
        parts.add(line.substring(start, i));
        start = i + 1;
      }
    }
    return parts.size() < 4 || start == line.length()
        ? Optional.empty()
        : Optional.of(
            new Entry(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                new Secret(unescaped(line.substring(start)))));
  }

  private static String unescaped(String text) {
    var out = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }
}
