package lockstep.acceptance.oracle;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.json.MalformedJsonException;

/// A long-lived process that answers one line of JSON for each line of JSON it is given.
public final class LineService implements AutoCloseable {
  private final String name;
  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;

  public LineService(String name, ProcessBuilder command) {
    this.name = name;
    try {
      this.process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.out = process.inputReader(StandardCharsets.UTF_8);
    // The child ends by itself when its standard input does; this is for a JVM that dies slowly.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
  }

  /// Sends a request on one line and returns the answer.
  Json ask(JsonWriter request) {
    return ask(request.toString());
  }

  /// Sends a line and returns the answer.
  public synchronized Json ask(String request) {
    try {
      in.write(request);
      in.newLine();
      in.flush();
      var line = out.readLine();
      if (line == null) {
        throw new IllegalStateException(name + " has ended, exit " + process.waitFor());
      }
      return JsonReader.read(line);
    } catch (MalformedJsonException e) {
      throw new IllegalStateException(name + " does not answer in JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Ends the process by the end of its input.
  @Override
  public void close() {
    try {
      in.close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
