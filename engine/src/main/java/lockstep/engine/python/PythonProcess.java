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
    return run(call, it -> eachLine.accept(new String(it, StandardCharsets.UTF_8)), Kept.ALL);
  }

  /// Runs the program, hands each line of its standard output on as it comes, in bytes of UTF-8,
  /// and keeps none of them.
  public static Run stream(Call call, Consumer<byte[]> eachLine) {
    return run(call, eachLine, Kept.NOTHING);
  }

  private static Run run(Call call, Consumer<byte[]> eachLine, Kept output) {
    var builder = new ProcessBuilder(call.command()).directory(call.folder().toFile());
    builder.environment().putAll(call.variables());
    try {
      return new PythonProcess(call, builder.start()).toItsEnd(eachLine, output);
    } catch (IOException e) {
      throw new EnvironmentException(
          Diagnostic.of(
                  PythonCode.CANNOT_START,
                  "`%s` cannot be started: %s.".formatted(call.command().getFirst(), reason(e)))
              .withAdvice("Check that the interpreter is there, or name another by `--python`."),
          e);
    }
  }

  private Run toItsEnd(Consumer<byte[]> eachLine, Kept kept) {
    var ending = new Thread(this::kill);
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      var output = Collector.start(process.getInputStream(), eachLine, kept);
      var errors = Collector.start(process.getErrorStream(), line -> {}, Kept.ALL);
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

  /// How much of a stream is there at the end, beside what was handed on.
  private enum Kept {
    ALL,
    NOTHING
  }

  /// Reads a stream while the program runs.
  private static final class Collector implements Runnable {
    private final InputStream stream;
    private final Consumer<byte[]> eachLine;
    private final Kept kept;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long count;

    private Collector(InputStream stream, Consumer<byte[]> eachLine, Kept kept) {
      this.stream = stream;
      this.eachLine = eachLine;
      this.kept = kept;
    }

    private record Started(Collector collector, Thread thread) {
      String text() throws InterruptedException {
        var end = System.nanoTime() + DRAINING.toNanos();
        var before = -1L;
        while (!thread.join(QUIET) && collector.count() > before && System.nanoTime() < end) {
          before = collector.count();
        }
        return collector.text();
      }
    }

    static Started start(InputStream stream, Consumer<byte[]> eachLine, Kept kept) {
      var collector = new Collector(stream, eachLine, kept);
      return new Started(collector, inBackground(collector));
    }

    /// Returns how many bytes have come.
    private long count() {
      synchronized (bytes) {
        return count;
      }
    }

    private String text() {
      synchronized (bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
      }
    }

    @Override
    public void run() {
      var buffer = new byte[1 << 16];
      try (stream) {
        for (var more = stream.read(buffer); more >= 0; more = stream.read(buffer)) {
          synchronized (bytes) {
            count += more;
            if (kept == Kept.ALL) {
              bytes.write(buffer, 0, more);
            }
          }
          lines(buffer, more);
        }
      } catch (IOException e) {
        // The stream was closed because the program was ended.
      }
    }

    private void lines(byte[] buffer, int end) {
      var start = 0;
      for (var i = 0; i < end; i++) {
        if (buffer[i] == '\n') {
          line.write(buffer, start, i - start);
          eachLine.accept(line.toByteArray());
          line.reset();
          start = i + 1;
        }
      }
      line.write(buffer, start, end - start);
    }
  }
}
