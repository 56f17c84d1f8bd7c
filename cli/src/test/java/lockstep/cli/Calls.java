package lockstep.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lockstep.engine.project.Environment;

/// Calls of the command line in a folder, in this process.
///
/// @param variables of the environment
record Calls(Path folder, Map<String, String> variables) {
  /// What a call answered.
  record Answer(ExitCode code, String out, String err) {}

  static Calls in(Path folder) throws IOException {
    return new Calls(folder.toRealPath(), Map.of());
  }

  Answer run(String... arguments) {
    return run(false, arguments);
  }

  Answer runOnTerminal(String... arguments) {
    return run(true, arguments);
  }

  private Answer run(boolean isTerminal, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new Output(out, isTerminal, isTerminal), new Output(err, isTerminal, isTerminal));
    var environment = new Environment(variables, folder, folder);
    var code = new Shell(environment, terminal).run(List.of(arguments));
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  Path write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
