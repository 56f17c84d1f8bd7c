package lockstep.engine.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Reason;
import lockstep.engine.project.Environment;

/// One run of the program `git`.
///
/// @param output what it wrote, without the end of the last line
record GitCall(int exit, String output, String errors) {
  /// Runs Git in the folder and with the variables of the process, and waits for its end.
  static GitCall run(Environment environment, String input, List<String> arguments) {
    var program =
        environment
            .program("git")
            .orElseThrow(
                () ->
                    EnvironmentException.of(
                        GitCode.NO_PROGRAM,
                        "There is no `git` on the PATH.",
                        "Install Git, or add the folder that it is in to PATH."));
    var words =
        new ArrayList<>(List.of(program.toString(), "--literal-pathspecs", "--no-optional-locks"));
    words.addAll(arguments);
    var builder = new ProcessBuilder(words).directory(environment.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment.variables());
    // What Git says is read here, whatever language its user speaks.
    builder.environment().put("LC_ALL", "C");
    try {
      return run(builder.start(), input);
    } catch (IOException | UncheckedIOException e) {
      throw EnvironmentException.of(
          GitCode.FAILED, "`git` cannot be run: %s.".formatted(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static GitCall run(Process process, String input)
      throws IOException, InterruptedException {
    var output = read(process.getInputStream());
    var errors = read(process.getErrorStream());
    try (var stream = process.getOutputStream()) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // It ended without reading; its exit code says why.
    }
    var exit = process.waitFor();
    return new GitCall(exit, output.join().stripTrailing(), errors.join().strip());
  }

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(Reason.of(e), e);
          }
        },
        Thread::startVirtualThread);
  }

  /// Returns the output of a run that has to succeed.
  String orThrow(String what) {
    if (exit != 0) {
      throw EnvironmentException.of(
          GitCode.FAILED, "`git %s` failed: %s".formatted(what, firstLine()));
    }
    return output;
  }

  String firstLine() {
    return errors.lines().findFirst().orElse("it ended with " + exit + ".");
  }
}
