package lockstep.engine.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.FileTrees;
import lockstep.engine.ProcessLock;
import lockstep.engine.Progress;
import lockstep.engine.Reason;
import lockstep.engine.project.Environment;
import lockstep.engine.python.PythonProcess;

/// The packages of Prisma Client for JavaScript: the project's own, else our own in the cache.
final class PrismaPackages {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final List<String> FILES = List.of("package.json", "package-lock.json");
  private static final String MARKER = ".complete";

  private static final List<String> NEEDED =
      List.of(
          "@prisma/adapter-pg",
          "@prisma/client",
          "@prisma/param-graph-builder",
          "@prisma/prisma-schema-wasm",
          "pg");

  private final Environment environment;
  private final Progress progress;

  PrismaPackages(Environment environment, Progress progress) {
    this.environment = environment;
    this.progress = progress;
  }

  /// Returns Node.
  Path node() {
    return program("node");
  }

  private Path program(String name) {
    return environment
        .program(name)
        .orElseThrow(
            () ->
                EnvironmentException.of(
                    VerifyCode.NO_NODE,
                    "There is no `%s` on the PATH, and Prisma Client for JavaScript needs it."
                        .formatted(name),
                    "Install Node.js 20.19 or later where queries are verified; the service itself"
                        + " needs none."));
  }

  /// Returns a folder with `node_modules` that has them, installing them at the first time.
  ///
  /// @param project where they are looked for first, and in the folders around it
  Path home(Path project) {
    return around(project).filter(PrismaPackages::hasAll).findFirst().orElseGet(this::cached);
  }

  private static Stream<Path> around(Path folder) {
    return Stream.iterate(
        folder, it -> Optional.ofNullable(it.getParent()).isPresent(), Path::getParent);
  }

  /// Only the versions that agree with each other are of use.
  private static boolean hasAll(Path folder) {
    return NEEDED.stream()
            .map(it -> folder.resolve("node_modules").resolve(it).resolve("package.json"))
            .allMatch(Files::isRegularFile)
        && isOfSeven(folder.resolve("node_modules/@prisma/client/package.json"));
  }

  private static boolean isOfSeven(Path file) {
    try {
      return Files.readString(file).contains("\"version\": \"7.");
    } catch (IOException _) {
      return false;
    }
  }

  private Path cached() {
    var home =
        environment
            .cacheFolder()
            .resolve("verify")
            .resolve("prisma-" + Integer.toHexString(Script.text(FILES.getLast()).hashCode()));
    try {
      if (!Files.exists(home.resolve(MARKER))) {
        Files.createDirectories(home.getParent());
        try (var _ = ProcessLock.acquire(home.resolveSibling(home.getFileName() + ".lock"))) {
          if (!Files.exists(home.resolve(MARKER))) {
            install(home);
          }
        }
      }
      return home;
    } catch (IOException e) {
      throw new EnvironmentException(
          Diagnostic.of(
                  VerifyCode.INSTALL_FAILED,
                  "Prisma Client for JavaScript could not be put into `%s`: %s."
                      .formatted(home, Reason.of(e)))
              .withAdvice("Look at the folder and the room on its disk."),
          e);
    }
  }

  private void install(Path home) throws IOException {
    var npm = program("npm");
    FileTrees.delete(home);
    Files.createDirectories(home);
    for (var it : FILES) {
      Files.writeString(home.resolve(it), Script.text(it));
    }
    progress.started("Installing Prisma Client for JavaScript");
    try {
      var run =
          PythonProcess.run(
              new PythonProcess.Call(
                  List.of(
                      npm.toString(),
                      "ci",
                      "--ignore-scripts",
                      "--no-audit",
                      "--no-fund",
                      "--omit=optional",
                      "--omit=peer"),
                  home,
                  Map.of(),
                  "",
                  PATIENCE));
      if (run.exitCode() != 0) {
        throw EnvironmentException.of(
            VerifyCode.INSTALL_FAILED,
            "`npm ci` could not install Prisma Client for JavaScript: "
                + Script.lastLine(run.errors()),
            "Check the network and npm's registry (`npm config get registry`), and run it again.");
      }
    } finally {
      progress.finished();
    }
    Files.writeString(home.resolve(MARKER), "");
  }
}
