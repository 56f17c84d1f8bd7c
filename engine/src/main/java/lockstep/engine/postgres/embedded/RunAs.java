package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Whose rights the server's programs run with. PostgreSQL refuses to run as root, so root hands
/// them to `nobody`.
enum RunAs {
  OURSELVES(List.of(), false),
  SET_PRIVILEGES(
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"), true),
  /// An unmapped user inside a namespace of its own; on the disk it is still root.
  UNSHARE(List.of("unshare", "-U", "--"), false),
  RUN_USER(List.of("runuser", "-u", "nobody", "--"), true);

  static final int NOBODY = 65_534;

  private final List<String> prefix;
  private final boolean changesOwner;

  RunAs(List<String> prefix, boolean changesOwner) {
    this.prefix = prefix;
    this.changesOwner = changesOwner;
  }

  /// Returns what to put before a command.
  List<String> prefix() {
    return prefix;
  }

  /// Makes a folder that only the server's user can enter.
  void own(Path folder) throws IOException {
    Files.setPosixFilePermissions(
        folder,
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE));
    if (changesOwner) {
      Files.setAttribute(folder, "unix:gid", NOBODY);
      Files.setAttribute(folder, "unix:uid", NOBODY);
    }
  }

  /// Returns the first way that works here.
  static Optional<RunAs> find() throws IOException {
    if (!isRoot()) {
      return Optional.of(OURSELVES);
    }
    for (var way : List.of(SET_PRIVILEGES, UNSHARE, RUN_USER)) {
      if (Command.of(way.prefix).and("true").run().isSuccess()) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }

  /// Returns whether this process is root: whoever makes a file owns it. Folders that are there
  /// already may have been made by anybody.
  static boolean isRoot() throws IOException {
    var file = Files.createTempFile("lockstep-", "");
    try {
      return Files.getAttribute(file, "unix:uid").equals(0);
    } finally {
      Files.delete(file);
    }
  }
}
