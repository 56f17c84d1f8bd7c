package lockstep.acceptance.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Pinned packages of npm, and often a script `judge.mjs` that asks them.
///
/// The pins are the project's `package-lock.json`; they are installed once into the cache.
public final class NodeProject {
  private final Path project;
  private final Path home;
  private final String node;

  private NodeProject(Path project, Path home, String node) {
    this.project = project;
    this.home = home;
    this.node = node;
  }

  /// Returns the project of a folder of `acceptance`, installed if need be.
  public static NodeProject of(String name) {
    return of(name, Checkout.acceptance(name));
  }

  /// Returns the project of any folder, installed if need be.
  ///
  /// @param name under which it is installed
  public static NodeProject of(String name, Path project) {
    var node = Command.find("node").orElseThrow(NodeProject::noNode).toString();
    var npm = Command.find("npm").orElseThrow(NodeProject::noNode).toString();
    var pins = List.of(project.resolve("package.json"), project.resolve("package-lock.json"));
    var home = Installation.at(name, pins, folder -> install(project, folder, npm));
    return new NodeProject(project, home, node);
  }

  /// Returns the folder `node_modules` with the packages.
  public Path modules() {
    return home.resolve("node_modules");
  }

  /// Runs the script to its end.
  public Command.Result judge(Duration limit, String... arguments) {
    var words = new java.util.ArrayList<>(List.of(node, script()));
    words.addAll(List.of(arguments));
    return Command.run(project, Map.of("JUDGE_HOME", home.toString()), limit, words);
  }

  /// Starts the script as one that answers JSON lines.
  LineService service(String what) {
    var command = new ProcessBuilder(node, script());
    command.environment().put("JUDGE_HOME", home.toString());
    return new LineService(what, command);
  }

  private String script() {
    return project.resolve("judge.mjs").toString();
  }

  private static void install(Path project, Path folder, String npm) {
    try {
      for (var name : List.of("package.json", "package-lock.json", ".npmrc")) {
        Files.write(folder.resolve(name), Files.readAllBytes(project.resolve(name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Command.run(folder, Map.of(), Duration.ofMinutes(10), List.of(npm, "ci", "--ignore-scripts"))
        .orThrow("npm ci in " + folder);
  }

  private static IllegalStateException noNode() {
    return new IllegalStateException(
        "Packages of npm judge these tests, which need node (20 or newer) and npm on the PATH.");
  }
}
