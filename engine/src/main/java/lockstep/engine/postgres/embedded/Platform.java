package lockstep.engine.postgres.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The systems that there are embedded binaries for, by the classifier of the artifact.
enum Platform {
  LINUX_AMD64("linux-amd64"),
  LINUX_ARM64("linux-arm64v8"),
  ALPINE_AMD64("linux-amd64-alpine"),
  ALPINE_ARM64("linux-arm64v8-alpine"),
  MACOS_AMD64("darwin-amd64"),
  MACOS_ARM64("darwin-arm64v8");

  private final String classifier;

  Platform(String classifier) {
    this.classifier = classifier;
  }

  String classifier() {
    return classifier;
  }

  /// Returns the platform that this process runs on; empty where there are no binaries for it.
  static Optional<Platform> current() {
    var found = of(System.getProperty("os.name"), System.getProperty("os.arch"));
    return Files.exists(Path.of("/etc/alpine-release")) ? found.map(Platform::onAlpine) : found;
  }

  /// Returns the platform as the system calls itself; of Linux, the one with glibc.
  private static Optional<Platform> of(String system, String machine) {
    var name = system.toLowerCase(Locale.ROOT);
    var isIntel = machine.equals("amd64") || machine.equals("x86_64");
    if (!isIntel && !machine.equals("aarch64")) {
      return Optional.empty();
    }
    if (name.startsWith("mac")) {
      return Optional.of(isIntel ? MACOS_AMD64 : MACOS_ARM64);
    }
    if (!name.startsWith("linux")) {
      return Optional.empty();
    }
    return Optional.of(isIntel ? LINUX_AMD64 : LINUX_ARM64);
  }

  private Platform onAlpine() {
    return switch (this) {
      case LINUX_AMD64, ALPINE_AMD64 -> ALPINE_AMD64;
      case LINUX_ARM64, ALPINE_ARM64 -> ALPINE_ARM64;
      case MACOS_AMD64, MACOS_ARM64 -> this;
    };
  }
}
