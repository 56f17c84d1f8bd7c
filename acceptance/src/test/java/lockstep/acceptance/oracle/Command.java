package lockstep.acceptance.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Runs other programs to their end.
public final class Command {
  private Command() {}

  /// @param output standard output
  /// @param errors standard error
  public record Result(int exit, String output, String errors) {
    /// Returns this result if the program succeeded.
    public Result orThrow(String what) {
      if (exit != 0) {
        throw new IllegalStateException(
            "%s failed (exit %d)\n%s%s".formatted(what, exit, output, errors));
      }
      return this;
    }
  }

  /// Runs a program in a folder, with variables added to the environment.
  public static Result run(
      Path folder, Map<String, String> variables, Duration limit, List<String> words) {
    var builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().putAll(variables);
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    try {
      var process = builder.start();
      var output = read(process.getInputStream());
      var errors = read(process.getErrorStream());
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IllegalStateException("no end after " + limit + ": " + String.join(" ", words));
      }
      return new Result(process.exitValue(), output.join(), errors.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Returns the first program of that name on the PATH.
  public static Optional<Path> find(String program) {
    return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static CompletableFuture<String> read(java.io.InputStream in) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        Thread::startVirtualThread);
  }
}
