package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import lockstep.text.Order;

/// The extensions that were added to the embedded server: a folder beside it for each major
/// version, from which every server of that version is furnished.
///
/// @param folder holds libraries, scripts and control files side by side
record ExtensionFiles(Path folder) {
  /// A control file makes an extension visible, so it comes last.
  private static final Comparator<Path> CONTROL_LAST =
      Order.by(ExtensionFiles::isControl).then(Order.by(Path::getFileName));

  static ExtensionFiles of(Path base, ServerVersion version) throws IOException {
    return new ExtensionFiles(
        Files.createDirectories(base.resolve("extensions-" + version.major())));
  }

  /// Copies the extensions found anywhere below `source` into the folder, and returns their names.
  List<String> add(Path source) throws IOException {
    List<Path> found;
    try (var all = Files.walk(source)) {
      found = all.filter(Files::isRegularFile).filter(ExtensionFiles::isPart).toList();
    }
    for (var file : found) {
      copy(file, folder.resolve(file.getFileName()));
    }
    return found.stream()
        .filter(ExtensionFiles::isControl)
        .map(it -> it.getFileName().toString().replaceAll("\\.control$", ""))
        .sorted()
        .toList();
  }

  /// Gives a server all that the folder holds.
  void furnish(Path home) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.sorted(CONTROL_LAST).toList()) {
        var place =
            isLibrary(file)
                ? home.resolve("lib/postgresql")
                : home.resolve("share/postgresql/extension");
        copy(file, place.resolve(file.getFileName()));
      }
    }
  }

  /// The file appears whole: a running server may look for it at any time.
  private static void copy(Path from, Path to) throws IOException {
    var work = to.resolveSibling(to.getFileName() + ".new");
    Files.copy(from, work, StandardCopyOption.REPLACE_EXISTING);
    if (isControl(from)) {
      trust(work);
    }
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(work, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /// The owner of a shadow database, who is no superuser, may create what was added on purpose.
  private static void trust(Path control) throws IOException {
    var lines = Files.readAllLines(control);
    if (lines.stream().noneMatch(it -> it.strip().startsWith("trusted"))) {
      Files.writeString(control, "\ntrusted = true\n", StandardOpenOption.APPEND);
    }
  }

  private static boolean isPart(Path file) {
    return isLibrary(file) || isControl(file) || file.toString().endsWith(".sql");
  }

  private static boolean isLibrary(Path file) {
    var name = file.toString();
    return name.endsWith(".so") || name.endsWith(".dylib");
  }

  private static boolean isControl(Path file) {
    return file.toString().endsWith(".control");
  }
}
