package lockstep.engine.postgres.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program to run, with its arguments. Programs see the caller's environment, less what would
/// change how PostgreSQL behaves.
record Command(List<String> words) {
  /// How a program ended.
  ///
  /// @param exitCode 127 where there is no such program
  /// @param output standard output and error, mixed as they came
  record Result(int exitCode, String output) {
    boolean isSuccess() {
      return exitCode == 0;
    }
  }

  Command {
    words = List.copyOf(words);
  }

  static Command of(List<String> words) {
    return new Command(words);
  }

  Command and(String... more) {
    var all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return new Command(all);
  }

  /// Runs the program to its end.
  Result run() throws IOException {
    Process process;
    try {
      process = builder().redirectErrorStream(true).start();
    } catch (IOException e) {
      return new Result(127, String.valueOf(e.getMessage()));
    }
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(exitCode(process), output);
  }

  /// Starts the program and lets it run; its output replaces what `log` held.
  Process start(Path log) throws IOException {
    var builder = builder();
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  ProcessBuilder builder() {
    var builder = new ProcessBuilder(words).directory(new File("/"));
    builder
        .environment()
        .keySet()
        .removeIf(it -> it.startsWith("PG") || it.startsWith("LC_") || it.equals("LANG"));
    return builder;
  }

  static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
