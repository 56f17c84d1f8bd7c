package lockstep.engine.python;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;

/// Runs one program to its end, or ends it with all that it started.
public final class PythonProcess {
  /// How long nothing may come from a child that the program left behind with its output open.
  private static final Duration QUIET = Duration.ofSeconds(2);

  /// How long all that such a child says is waited for.
  private static final Duration DRAINING = Duration.ofSeconds(10);

  private final Call call;
  private final Process process;

  private PythonProcess(Call call, Process process) {
    this.call = call;
    this.process = process;
  }

  /// What to run.
  ///
  /// @param folder the working folder
  /// @param variables added to the environment
  /// @param input what it reads on standard input
  public record Call(
      List<String> command,
      Path folder,
      Map<String, String> variables,
      String input,
      Duration timeout) {
    public Call {
      command = List.copyOf(command);
      variables = Map.copyOf(variables);
    }

    static Call of(List<String> command, Path folder, Duration timeout) {
      return new Call(command, folder, Map.of(), "", timeout);
    }

    /// Shows no variable and no input: both may hold secrets.
    @Override
    public String toString() {
      return String.join(" ", command);
    }
  }

  /// How a program ended.
  ///
  /// @param exitCode 128 and the number of the signal where a signal ended it
  public record Run(int exitCode, String output, String errors) {}

  /// Runs the program; that it cannot be started or takes too long is an [EnvironmentException].
  public static Run run(Call call) {
    return run(call, line -> {});
  }

  /// Runs the program and hands each line of its standard output on as it comes.
  public static Run run(Call call, Consumer<String> eachLine) {
    var builder = new ProcessBuilder(call.command()).directory(call.folder().toFile());
    builder.environment().putAll(call.variables());
    try {
      return new PythonProcess(call, builder.start()).toItsEnd(eachLine);
    } catch (IOException e) {
      throw new EnvironmentException(
          Diagnostic.of(
                  PythonCode.CANNOT_START,
                  "`%s` cannot be started: %s.".formatted(call.command().getFirst(), reason(e)))
              .withAdvice("Check that the interpreter is there, or name another by `--python`."),
          e);
    }
  }

  private Run toItsEnd(Consumer<String> eachLine) {
    var ending = new Thread(this::kill);
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      var output = Collector.start(process.getInputStream(), eachLine);
      var errors = Collector.start(process.getErrorStream(), line -> {});
      inBackground(this::write);
      if (!process.waitFor(call.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw timedOut();
      }
      return new Run(process.exitValue(), output.text(), errors.text());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      kill();
      forget(ending);
    }
  }

  private void write() {
    try (var stream = process.getOutputStream()) {
      stream.write(call.input().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without reading; how it ended says why.
    }
  }

  private void kill() {
    var children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The virtual machine is ending; the hook runs.
    }
  }

  private EnvironmentException timedOut() {
    return EnvironmentException.of(
        PythonCode.TIMED_OUT,
        "`%s` did not end within %d seconds and was stopped."
            .formatted(String.join(" ", call.command().subList(0, 1)), call.timeout().toSeconds()),
        "Look for code that waits when it is imported (a connection, a prompt), or allow more time"
            + " by `timeout-seconds` below `[python]` in lockstep.toml.");
  }

  private static String reason(IOException e) {
    var text = String.valueOf(e.getMessage());
    return text.contains("error=13") || text.contains("Permission denied")
        ? "it is not permitted"
        : text.contains("error=8") ? "it is not a program for this machine" : "it is not there";
  }

  private static Thread inBackground(Runnable work) {
    return Thread.ofPlatform().daemon().start(work);
  }

  /// Reads a stream while the program runs.
  private static final class Collector implements Runnable {
    private final InputStream stream;
    private final Consumer<String> eachLine;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private Collector(InputStream stream, Consumer<String> eachLine) {
      this.stream = stream;
      this.eachLine = eachLine;
    }

    private record Started(Collector collector, Thread thread) {
      String text() throws InterruptedException {
        var end = System.nanoTime() + DRAINING.toNanos();
        var before = -1;
        while (!thread.join(QUIET) && collector.size() > before && System.nanoTime() < end) {
          before = collector.size();
        }
        return collector.text();
      }
    }

    static Started start(InputStream stream, Consumer<String> eachLine) {
      var collector = new Collector(stream, eachLine);
      return new Started(collector, inBackground(collector));
    }

    private int size() {
      synchronized (bytes) {
        return bytes.size();
      }
    }

    private String text() {
      synchronized (bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
      }
    }

    @Override
    public void run() {
      var buffer = new byte[8192];
      try (stream) {
        for (var count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
          synchronized (bytes) {
            bytes.write(buffer, 0, count);
          }
          lines(buffer, count);
        }
      } catch (IOException e) {
        // The stream was closed because the program was ended.
      }
    }

    private void lines(byte[] buffer, int count) {
      for (var i = 0; i < count; i++) {
        if (buffer[i] == '\n') {
          eachLine.accept(line.toString(StandardCharsets.UTF_8));
          line.reset();
        } else {
          line.write(buffer[i]);
        }
      }
    }
  }
}
