package lockstep.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  /// What a build needs of a checkout.
  private static final List<String> PARTS =
      List.of("lockstep", "launcher", "pom.xml", "core", "engine", "cli", "acceptance", "docs");

  @TempDir private Path folder;

  /// One story, because each build takes its time: a checkout that nobody has built yet, called by
  /// two at once from elsewhere through a link, then called again, changed, broken.
  @Test
  void aCheckoutBuildsOnFirstUseAndAgainWhenItChanged() throws Exception {
    var checkout = copyOfCheckout();
    var before = filesOf(checkout);
    var link =
        Files.createSymbolicLink(folder.resolve("link to lockstep"), checkout.resolve("lockstep"));
    var launcher = new Launcher(link, folder.resolve("cache"));
    var elsewhere = Files.createDirectories(folder.resolve("else where"));

    var first = launcher.start(elsewhere, "--version");
    var second = launcher.start(elsewhere, "--version");
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(filesOf(checkout)).as("nothing is written to the checkout").isEqualTo(before);
    assertThat(appsIn(launcher.cache())).as("built once").hasSize(1);

    var quick = launcher.run(elsewhere, "--version").orThrow("lockstep --version");
    assertThat(quick.output()).matches("lockstep \\d.*\n");
    assertThat(quick.errors()).isEmpty();

    var overview = checkout.resolve("cli/src/main/java/lockstep/cli/Overview.java");
    rewriteWithOldTime(overview, "its ORM models", "its changed ORM models");
    var changed = launcher.run(elsewhere, "--help").orThrow("lockstep --help");
    assertThat(changed.output()).contains("its changed ORM models");
    assertThat(changed.errors()).contains("building");

    Files.writeString(overview, "this is not Java");
    var broken = launcher.run(elsewhere, "--help");
    assertThat(broken.exit()).isEqualTo(3);
    assertThat(broken.errors()).contains("Overview.java").contains("build.log");
    assertThat(broken.output()).isEmpty();
  }

  @Test
  void aFolderThatIsNoJdkIsSaidToBeNone() {
    var launcher = Launcher.ofCheckout();
    var answer = launcher.run(folder, Map.of("LOCKSTEP_JAVA_HOME", "/nowhere"), "--version");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.errors()).contains("/nowhere").contains("JDK 25").contains("install");
  }

  @Test
  void aJdkThatIsNamedIsBuiltForOnce() {
    var launcher = Launcher.ofCheckout();
    var jdk = Path.of(System.getProperty("java.home")).toString();
    launcher.run(folder, Map.of("LOCKSTEP_JAVA_HOME", jdk), "--version");
    var again = launcher.run(folder, Map.of("LOCKSTEP_JAVA_HOME", jdk), "--version");
    assertThat(again.exit()).isZero();
    assertThat(again.errors()).isEmpty();
  }

  @Test
  void aMachineWithoutJdkIsToldWhatToInstall() throws IOException {
    // The real search, on a machine whose every JDK is too old.
    var script =
        """
        . '%s/launcher/jdk.sh'
        jdk_fits() { return 1; }
        find_jdk && exit 9
        explain_missing_jdk
        """
            .formatted(Checkout.root());
    var answer = Command.run(folder, Map.of(), Duration.ofMinutes(1), List.of("sh", "-c", script));
    assertThat(answer.exit()).isZero();
    assertThat(answer.errors()).contains("needs a JDK 25").contains("apt-get install");
  }

  @Test
  void onlyAJdkOf25OrLaterFits() throws IOException {
    for (var version :
        Map.of("17.0.15", 1, "25", 0, "25.0.3", 0, "26-ea", 0, "1.8.0_1", 1).entrySet()) {
      var home = Files.createDirectories(folder.resolve("jdk-" + version.getKey()));
      Files.createDirectories(home.resolve("bin"));
      for (var program : List.of("java", "javac")) {
        var file = Files.writeString(home.resolve("bin").resolve(program), "#!/bin/sh\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
      }
      Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version.getKey() + "\"\n");
      var script = ". '%s/launcher/jdk.sh'; jdk_fits '%s'".formatted(Checkout.root(), home);
      var answer =
          Command.run(folder, Map.of(), Duration.ofMinutes(1), List.of("sh", "-c", script));
      assertThat(answer.exit()).as(version.getKey()).isEqualTo(version.getValue());
    }
  }

  @Test
  void aCacheThatCannotBeWrittenIsSaid() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    var launcher = new Launcher(Checkout.root().resolve("lockstep"), file.resolve("cache"));
    var answer = launcher.run(folder, "--version");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.errors()).contains("cannot write").contains("LOCKSTEP_CACHE");
  }

  /// As `rsync -t` and `tar` put files: with the time that they had elsewhere.
  private static void rewriteWithOldTime(Path file, String from, String to) throws IOException {
    Files.writeString(file, Files.readString(file).replace(from, to));
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
  }

  private Path copyOfCheckout() throws IOException {
    var copy = Files.createDirectories(folder.resolve("a checkout"));
    for (var part : PARTS) {
      var root = Checkout.root().resolve(part);
      try (var files = Files.walk(root)) {
        for (var file : files.filter(it -> !isBuilt(root, it)).toList()) {
          Files.copy(file, copy.resolve(Checkout.root().relativize(file).toString()));
        }
      }
    }
    return copy;
  }

  private static boolean isBuilt(Path root, Path file) {
    return root.relativize(file).toString().matches("(target|src/test)(/.*)?");
  }

  private static Map<String, String> filesOf(Path checkout) throws IOException {
    var all = new TreeMap<String, String>();
    try (var files = Files.walk(checkout)) {
      for (var it : files.toList()) {
        all.put(it.toString(), Files.getLastModifiedTime(it).toString());
      }
    }
    return all;
  }

  private static List<Path> appsIn(Path cache) throws IOException {
    try (var files = Files.walk(cache, 3)) {
      return files.filter(it -> it.getFileName().toString().startsWith("app.")).toList();
    }
  }
}
